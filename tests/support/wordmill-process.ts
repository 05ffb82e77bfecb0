import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const ENTRY = resolve(import.meta.dirname, '../../src-main/shells/terminal/index.ts')

export interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `wordmill` as a real child process on a library of the test's own. Killed when it goes out of scope. */
export class WordmillProcess implements AsyncDisposable {
  readonly child: ChildProcess
  readonly finished: Promise<Finished>
  #stderr = ''

  constructor(library: string, args: readonly string[], input?: string) {
    this.child = spawn(process.execPath, [ENTRY, ...args], {
      env: { ...process.env, WORDMILL_LIBRARY: library },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    this.child.stdin?.end(input ?? '')
    const { stdout, stderr } = this.child
    if (stdout === null || stderr === null) throw new Error('no pipes')
    stderr.setEncoding('utf8').on('data', (piece: string) => {
      this.#stderr += piece
    })
    const exit = new Promise<number | null>((resolve) => this.child.once('close', resolve))
    this.finished = Promise.all([exit, text(stdout)]).then(([status, out]) => ({
      status,
      stdout: out,
      stderr: this.#stderr,
    }))
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL')
    await this.finished
  }
}

/** Runs `wordmill` to its end. */
export function wordmill(library: string, args: readonly string[], input?: string): Promise<Finished> {
  return new WordmillProcess(library, args, input).finished
}
