import type { Fault } from '../../../src-preload/model.ts'

/** One word as the engine hands it to a provider. */
export interface WordRequest {
  readonly word: string
}

/** What a job wants to know about each of its words. */
export interface Question {
  readonly fields: readonly string[]
}

/**
 * What became of one word in one call. A union and not an exception: the engine decides what follows from each.
 * `entry`, `not-found`, `invalid` and `permanent` end the request; `rate-limited` waits without using up an
 * attempt; `transient` uses one up.
 */
export type RequestOutcome =
  /** `body` is the entry (`Entry` of the model) as JSON text: stored as it is, never parsed on the way. */
  | { readonly kind: 'entry'; readonly body: string }
  | { readonly kind: 'not-found'; readonly suggestions: readonly string[] }
  | { readonly kind: 'invalid'; readonly fault: Fault }
  /** `until`: epoch milliseconds before which the provider will not answer. */
  | { readonly kind: 'rate-limited'; readonly until: number }
  /** `isOverload`: the provider has too much to do, so fewer calls at a time are called for. */
  | { readonly kind: 'transient'; readonly fault: Fault; readonly isOverload?: boolean }
  | { readonly kind: 'permanent'; readonly fault: Fault }

/** What a call used. Money in integer micro-dollars. */
export interface Usage {
  readonly tokens: number
  readonly costMicros: number
}

export const NO_USAGE: Usage = { tokens: 0, costMicros: 0 }

export interface ChunkAnswer {
  /** One per word, in order; a missing one counts as transient. */
  readonly outcomes: readonly RequestOutcome[]
  /** Nothing when left out. */
  readonly usage?: Usage
}

export interface ProviderLimits {
  readonly requestsPerMinute?: number
  readonly tokensPerMinute?: number
  /** Whether calls at a time follow what the provider bears: grown slowly, halved when it says it is too much. */
  readonly isAdaptive?: boolean
}

/** Answers words, in chunks. Implementations live in `providers/`. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Words in one call: what it is asked with by default and the most it takes. */
  readonly chunk: { readonly default: number; readonly max: number }
  /**
   * Calls in flight at the same time for bulk work. One more is made for a job of higher priority than all that is in
   * flight, so that a person who is in a hurry does not wait for a whole call of somebody else.
   */
  readonly concurrency: number
  readonly limits?: ProviderLimits
  /**
   * Names the question for the cache: same key and same word, same answer. Left out by a provider that answers
   * faster than the cache would.
   */
  cacheKey?(question: Question): string
  /** The most a call may use, for the limits and the budget; left out by a provider that is free. */
  estimate?(words: readonly WordRequest[], question: Question): Usage
  /**
   * Looks up one chunk. Rejects only when `signal` is aborted; any other rejection is a bug of the provider and ends
   * the chunk as transient.
   */
  lookUp(words: readonly WordRequest[], question: Question, signal: AbortSignal): Promise<ChunkAnswer>
  /** Frees threads, files and sockets. The provider is not used afterwards. */
  close(): Promise<void>
}
