import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
/** Written after a build that succeeded; its age tells whether the build is still good. */
const stamp = join(root, 'out', 'built')
const inputs = ['src-main', 'src-preload', 'src-renderer', 'electron.vite.config.ts', 'package-lock.json']

/** The latest change under a file or folder. A folder counts too: its own time tells that a file was removed. */
function latestChange(path: string): number {
  const status = statSync(path)
  if (!status.isDirectory()) return status.mtimeMs
  const children = readdirSync(path).map((name) => latestChange(join(path, name)))
  return Math.max(status.mtimeMs, ...children)
}

/** Whether `out` was built from the sources as they are now. */
export function isBuilt(): boolean {
  if (!existsSync(stamp)) return false
  const builtAt = statSync(stamp).mtimeMs
  return inputs.every((input) => latestChange(join(root, input)) < builtAt)
}

/** Builds main, preload and page into `out`. Answers whether that worked; what went wrong is on the screen. */
export function build(options: { isQuiet?: boolean } = {}): boolean {
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const startedAt = new Date()
  const args = [cli, 'build', ...(options.isQuiet ? ['--logLevel', 'warn'] : [])]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) return false
  writeFileSync(stamp, '')
  // The time the build began, so that a change made meanwhile leads to a new build.
  utimesSync(stamp, startedAt, startedAt)
  return true
}

if (import.meta.main) process.exitCode = build() ? 0 : 1
