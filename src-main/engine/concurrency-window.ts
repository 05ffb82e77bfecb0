/**
 * How many calls a provider bears at a time: additive increase, multiplicative decrease, with a slow start
 * (Chiu and Jain, "Analysis of the Increase and Decrease Algorithms for Congestion Avoidance", 1989; the slow start
 * and the one cut per episode are those of TCP Reno, RFC 5681).
 *
 * Starts at 4, doubles with every full window of successes until the first refusal, then grows by one a window.
 * A refusal halves it, once for all calls that were sent before it: they tell of the same moment.
 */
export class ConcurrencyWindow {
  readonly #max: number
  readonly #isAdaptive: boolean
  #size: number
  #successes = 0
  #isSlowStart = true
  #cutAt = Number.NEGATIVE_INFINITY

  /** @param max most calls at a time, at least 1 */
  constructor(max: number, isAdaptive: boolean) {
    this.#max = max
    this.#isAdaptive = isAdaptive
    this.#size = isAdaptive ? Math.min(4, max) : max
  }

  /** Calls that may be in flight now. */
  get size(): number {
    return this.#size
  }

  succeeded(): void {
    if (!this.#isAdaptive || this.#size >= this.#max) return
    this.#successes += 1
    if (this.#successes < this.#size) return
    this.#successes = 0
    this.#size = Math.min(this.#max, this.#isSlowStart ? this.#size * 2 : this.#size + 1)
  }

  /**
   * The provider said that it is too much.
   *
   * @param sentAt when the refused call was sent, epoch milliseconds
   * @param now epoch milliseconds
   */
  refused(sentAt: number, now: number): void {
    if (!this.#isAdaptive || sentAt <= this.#cutAt) return
    this.#cutAt = now
    this.#isSlowStart = false
    this.#successes = 0
    this.#size = Math.max(1, Math.floor(this.#size / 2))
  }
}
