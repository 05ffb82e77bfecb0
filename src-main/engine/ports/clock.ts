/**
 * Time, randomness and turns of the event loop. The engine knows no other source of them, so that tests run it in
 * virtual time with a fixed seed.
 */
export interface Clock {
  /** Whole epoch milliseconds; never goes back. */
  now(): number
  /** Uniform in [0, 1). */
  random(): number
  /** Calls back once after `delay` milliseconds; the returned function cancels it. */
  setTimer(delay: number, callback: () => void): () => void
  /** Calls back in a later turn of the event loop, after pending input and output had their chance. */
  defer(callback: () => void): void
}
