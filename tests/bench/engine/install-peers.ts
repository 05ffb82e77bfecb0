import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const PEERS = join(import.meta.dirname, 'peers')
const LITEQUE = join(PEERS, 'liteque')

/** Installs the peers' packages when they are not there; gives the reason when they can't be had. */
export function installPeers(): string | undefined {
  return install(PEERS, ['--ignore-scripts'])
}

/**
 * Installs liteque with its old better-sqlite3, which has to be compiled, and finds a Node that can load it: a newer one
 * than that was made for can't.
 *
 * @returns the program to run liteque with, or why there is none
 */
export function installLiteque(): { readonly node: string } | { readonly reason: string } {
  const reason = install(LITEQUE, [])
  if (reason !== undefined) return { reason }
  const node = nodes().find(loadsLiteque)
  return node === undefined ? { reason: 'no Node on this machine loads better-sqlite3 11.5.0' } : { node }
}

function install(folder: string, flags: readonly string[]): string | undefined {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return undefined
  console.error(`installing ${folder}`)
  const npm = process.env.npm_execpath
  const command = npm === undefined ? ['npm'] : [process.execPath, npm]
  const [program = 'npm', ...args] = [...command, 'ci', '--no-audit', '--no-fund', ...flags]
  const { status, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 600_000 })
  if (status === 0) return undefined
  const complaint =
    error?.message ?? stderr.split('\n').find((line) => line.startsWith('npm error')) ?? `code ${status}`
  return `npm ci failed: ${complaint}`
}

function loadsLiteque(node: string): boolean {
  const script = `new (require('better-sqlite3'))(':memory:').close()`
  return spawnSync(node, ['-e', script], { cwd: LITEQUE, timeout: 20_000 }).status === 0
}

/** This Node, then every other on the path. */
function nodes(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [
    process.execPath,
    ...new Set(folders.map((folder) => join(folder, 'node')).filter((file) => existsSync(file))),
  ]
}
