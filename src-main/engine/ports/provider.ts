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
  | { readonly kind: 'transient'; readonly fault: Fault }
  | { readonly kind: 'permanent'; readonly fault: Fault }

/** Answers words, in chunks. Implementations live in `providers/`. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Words in one call: what it is asked with by default and the most it takes. */
  readonly chunk: { readonly default: number; readonly max: number }
  /** Calls in flight at the same time. */
  readonly concurrency: number
  /**
   * Looks up one chunk. Resolves to one outcome per word, in order; a missing one counts as transient. Rejects only
   * when `signal` is aborted; any other rejection is a bug of the provider and ends the chunk as transient.
   */
  lookUp(words: readonly WordRequest[], question: Question, signal: AbortSignal): Promise<readonly RequestOutcome[]>
  /** Frees threads, files and sockets. The provider is not used afterwards. */
  close(): Promise<void>
}
