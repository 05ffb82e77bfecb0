import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface ProgramOptions {
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** A Node program that a test started: what it prints, and its end, which never takes long. */
export class Program {
  output = ''
  readonly #child: ChildProcess
  readonly #ended: Promise<unknown>
  #listeners = new Set<() => void>()

  constructor(args: readonly string[], { cwd, env }: ProgramOptions) {
    this.#child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#ended = once(this.#child, 'exit').then(() => this.#notify())
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text
        this.#notify()
      })
    }
  }

  get exitCode(): number | null {
    return this.#child.exitCode
  }

  /** Waits until the program has printed something. Rejects when it ends before or takes too long. */
  async printed(pattern: RegExp, limit = 20_000): Promise<RegExpExecArray> {
    const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>()
    const look = () => {
      const match = pattern.exec(this.output)
      if (match !== null) resolve(match)
      else if (this.#hasEnded) reject(new Error(`The program ended before it printed ${pattern}:\n${this.output}`))
    }
    this.#listeners.add(look)
    look()
    try {
      return await within(limit, promise)
    } catch (error) {
      throw new Error(`Waited for ${pattern}; printed was:\n${this.output}`, { cause: error })
    } finally {
      this.#listeners.delete(look)
    }
  }

  /** Sends a signal and waits for the end; a program that does not end in ten seconds is killed. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.#hasEnded) this.#child.kill(signal)
    await within(10_000, this.#ended).catch(() => {
      this.#child.kill('SIGKILL')
      if (signal !== 'SIGKILL') throw new Error(`The program did not end on ${signal}:\n${this.output}`)
    })
  }

  /** Waits for the program to end by itself. */
  async ended(limit = 20_000): Promise<number | null> {
    await within(limit, this.#ended)
    return this.exitCode
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** A promise that must settle within so many milliseconds. */
export async function within<T>(limit: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`nothing happened for ${limit} ms`)), limit)
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
