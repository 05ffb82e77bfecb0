import { MinHeap } from './min-heap.ts'
import type { WordBlock } from './ports/job-store.ts'

/** A word that still has to be answered. */
export interface PendingRequest {
  readonly position: number
  readonly word: string
  /** Tries that were used up so far. */
  readonly attempts: number
}

interface Waiting {
  readonly request: PendingRequest
  readonly due: number
}

/**
 * The words of one job that nobody is working on: first those whose retry is due, then the list in order. Holds one
 * block of words at a time, so a job of a million words costs the memory of a thousand.
 *
 * Invariant: every word is in exactly one place: here, in a call, in the commit buffer, or ended in the store.
 */
export class PendingWords {
  readonly #total: number
  readonly #readBlock: (position: number) => WordBlock
  readonly #retries = new MinHeap<Waiting>((waiting) => waiting.due)
  #position = 0
  #block: WordBlock | undefined

  constructor(total: number, readBlock: (position: number) => WordBlock) {
    this.#total = total
    this.#readBlock = readBlock
  }

  /** Whether nothing is left here, due now or later. Calls in flight may still bring words back. */
  get isEmpty(): boolean {
    return this.#retries.size === 0 && this.#position >= this.#total
  }

  /** Whether `take` would give a word at `now`. Skips what has ended already, so it may read blocks. */
  hasDue(now: number): boolean {
    const next = this.#retries.peek()
    return (next !== undefined && next.due <= now) || this.#skipEnded()
  }

  /** Epoch milliseconds of the earliest retry, or undefined when none waits. */
  get nextRetryAt(): number | undefined {
    return this.#retries.peek()?.due
  }

  /** Up to `count` words that are due at `now`. */
  take(count: number, now: number): PendingRequest[] {
    const taken: PendingRequest[] = []
    while (taken.length < count) {
      const next = this.#retries.peek()
      if (next === undefined || next.due > now) break
      this.#retries.pop()
      taken.push(next.request)
    }
    while (taken.length < count && this.#skipEnded()) {
      const block = this.#block as WordBlock
      const word = block.words[this.#position - block.first] as string
      taken.push({ position: this.#position, word, attempts: 0 })
      this.#position += 1
    }
    return taken
  }

  /** Gives a word back, to be taken again at `due` (epoch milliseconds) or later. */
  giveBack(request: PendingRequest, due: number): void {
    this.#retries.push({ request, due })
  }

  /**
   * Takes back positions that had ended and are pending again; `wordAt` gives their words. Those that the list has
   * not come to yet are found there, once the block is read again.
   */
  reopen(positions: readonly number[], due: number, wordAt: (position: number) => string): void {
    this.#block = undefined
    for (const position of positions) {
      if (position < this.#position) this.giveBack({ position, word: wordAt(position), attempts: 0 }, due)
    }
  }

  /** Moves to the next word of the list that has not ended; false at the end of the list. */
  #skipEnded(): boolean {
    while (this.#position < this.#total) {
      const block = this.#block
      if (block === undefined || this.#position >= block.first + block.words.length) {
        this.#block = this.#readBlock(this.#position)
      } else if (block.ended.has(this.#position)) {
        this.#position += 1
      } else {
        return true
      }
    }
    this.#block = undefined
    return false
  }
}
