import { randomUUID } from 'node:crypto'
import { WordmillError } from '../../src-preload/errors.ts'
import type { StagedList } from './staged-list.ts'

/** How long a list waits to be submitted, in milliseconds. */
export const STAGED_LIFETIME = 60 * 60 * 1000
/** Most words that wait at one time; beyond it the oldest list goes. */
export const MAX_STAGED_WORDS = 3_000_000

interface Staged {
  list: StagedList
  stagedAt: number
}

/** The lists that were read and not submitted yet, each under an id nobody can guess. */
export class StagedLists {
  readonly #clock: { now(): number }
  readonly #maxWords: number
  /** In the order of staging, so the first is the oldest. */
  readonly #staged = new Map<string, Staged>()

  /** @param clock tells epoch milliseconds */
  constructor(clock: { now(): number }, maxWords = MAX_STAGED_WORDS) {
    this.#clock = clock
    this.#maxWords = maxWords
  }

  /** Keeps a list and returns its id. The newest list is always kept, however long it is. */
  stage(list: StagedList): string {
    this.dropExpired()
    const listId = randomUUID()
    this.#staged.set(listId, { list, stagedAt: this.#clock.now() })
    this.#dropOldest()
    return listId
  }

  /**
   * The list under an id; it stays staged.
   * @throws WordmillError LIST_EXPIRED when it was taken, discarded, an hour old or pushed out by later lists
   */
  get(listId: string): StagedList {
    this.dropExpired()
    const staged = this.#staged.get(listId)
    if (staged) return staged.list
    throw new WordmillError('LIST_EXPIRED', 'This list is no longer kept. Drop the file or paste the words again.')
  }

  /**
   * The list under an id, which is forgotten with this call.
   * @throws WordmillError LIST_EXPIRED as `get`
   */
  take(listId: string): StagedList {
    const list = this.get(listId)
    this.#staged.delete(listId)
    return list
  }

  /** Forgets a list; an unknown id is no error, the list is gone either way. */
  discard(listId: string): void {
    this.#staged.delete(listId)
  }

  /** Frees the lists that are over an hour old. Happens by itself with every call. */
  dropExpired(): void {
    const oldest = this.#clock.now() - STAGED_LIFETIME
    for (const [listId, { stagedAt }] of this.#staged) {
      if (stagedAt <= oldest) this.#staged.delete(listId)
    }
  }

  #dropOldest(): void {
    let words = 0
    for (const { list } of this.#staged.values()) words += list.words.length
    for (const [listId, { list }] of this.#staged) {
      if (words <= this.#maxWords || this.#staged.size === 1) return
      this.#staged.delete(listId)
      words -= list.words.length
    }
  }
}
