import type { JobRun } from './job-run.ts'
import type { PendingRequest } from './pending-words.ts'

export interface Waiter {
  readonly run: JobRun
  readonly request: PendingRequest
}

/** Identical words in flight are asked once: the first to ask asks, the others wait for its answer. */
export class Coalescer {
  readonly #waiters = new Map<string, Waiter[]>()

  /** True when the word is `run`'s to ask; false when somebody else is asking and `run` waits for it. */
  claim(question: string, run: JobRun, request: PendingRequest): boolean {
    const key = keyOf(question, request.word)
    const waiters = this.#waiters.get(key)
    if (waiters === undefined) {
      this.#waiters.set(key, [])
      return true
    }
    waiters.push({ run, request })
    run.inFlight += 1
    return false
  }

  /** The asker is done with a word, with an answer or without: returns who waited for it. */
  release(question: string, word: string): readonly Waiter[] {
    const key = keyOf(question, word)
    const waiters = this.#waiters.get(key) ?? []
    this.#waiters.delete(key)
    for (const { run } of waiters) run.inFlight -= 1
    return waiters
  }
}

function keyOf(question: string, word: string): string {
  return `${question}\n${word}`
}
