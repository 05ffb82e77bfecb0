import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Child {
  /** Program and arguments; the task is added as the last one. */
  readonly command: readonly string[]
  readonly task: Readonly<Record<string, unknown>>
  /** Seconds. */
  readonly timeout: number
  readonly countSyncs?: boolean
}

export interface ChildResult<Result> {
  readonly result: Result
  /** Calls of fsync and fdatasync, when they were to be counted. */
  readonly syncs: number | undefined
}

const living = new Set<ChildProcess>()
const folders = new Set<string>()

/** Ends every child that is still there, with all its own children, and removes what they wrote. */
export function endChildren(): void {
  for (const child of living) killGroup(child)
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

export function hasStrace(): boolean {
  return spawnSync('strace', ['-f', '-c', '-e', 'trace=fsync', '-o', '/dev/null', 'true']).status === 0
}

/**
 * Runs a child in a process group and an empty folder of its own, and gives what it printed last, parsed.
 *
 * @throws Error with the end of what the child complained about, or when it took too long
 */
export async function runChild<Result>(child: Child): Promise<ChildResult<Result>> {
  const folder = mkdtempSync(join(tmpdir(), 'wordmill-bench-'))
  folders.add(folder)
  const counts = join(folder, 'syncs.txt')
  const strace = ['strace', '-f', '-c', '--seccomp-bpf', '-e', 'trace=fsync,fdatasync', '-o', counts]
  const task = JSON.stringify({ ...child.task, folder })
  const [program = '', ...args] = [...(child.countSyncs === true ? strace : []), ...child.command, task]
  try {
    const output = await outputOf(program, args, child.timeout)
    const result = JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result
    return { result, syncs: child.countSyncs === true ? readSyncs(counts) : undefined }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    folders.delete(folder)
  }
}

function outputOf(program: string, args: readonly string[], timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    living.add(child)
    let output = ''
    let complaints = ''
    child.stdout.on('data', (data) => {
      output += data
    })
    child.stderr.on('data', (data) => {
      complaints += data
    })
    const timer = setTimeout(() => {
      complaints += `\nit took more than ${timeout} s`
      killGroup(child)
    }, timeout * 1000)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      killGroup(child)
      living.delete(child)
      if (code === 0) resolve(output)
      else reject(new Error(lastLines(complaints) || `it ended with code ${code}`))
    })
  })
}

/** Ends what a child started too, such as a server that it could not stop any more. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // All of them are gone.
  }
}

/** The line of an error that says what happened, without the stack. */
function lastLines(complaints: string): string {
  const lines = complaints.trim().split('\n')
  return lines.findLast((line) => /^\w*Error: |it took more/.test(line)) ?? lines.at(-1) ?? ''
}

/** Sums the column `calls` of `strace -c`; its table is empty when nothing was called. */
function readSyncs(file: string): number {
  let calls = 0
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const columns = line.trim().split(/\s+/)
    if (columns.at(-1) === 'fsync' || columns.at(-1) === 'fdatasync') calls += Number(columns[3])
  }
  return calls
}
