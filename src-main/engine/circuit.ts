/** Failed calls in a row that open the circuit. */
const THRESHOLD = 5
/** Milliseconds of the first pause; doubled with every probe that fails. */
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 60_000

/**
 * Stops asking a provider that only fails, so that its words keep their attempts: after five failed calls in a row
 * nothing is sent for a while, then one call probes (Nygard, "Release It!", 2007, circuit breaker).
 */
export class Circuit {
  #failures = 0
  #pause = FIRST_PAUSE
  #opensAt = 0
  #isProbing = false

  /** Milliseconds until a call may be made, 0 for now; infinite while a probe is out. */
  waitFor(now: number): number {
    if (this.#failures < THRESHOLD) return 0
    return this.#isProbing ? Number.POSITIVE_INFINITY : Math.max(0, this.#opensAt - now)
  }

  /** A call is sent. */
  called(): void {
    if (this.#failures >= THRESHOLD) this.#isProbing = true
  }

  /** A call is back with an answer, even one that says no. */
  succeeded(): void {
    this.#failures = 0
    this.#pause = FIRST_PAUSE
    this.#isProbing = false
  }

  /** A call failed as a whole. */
  failed(now: number): void {
    this.#failures += 1
    if (this.#failures < THRESHOLD) return
    // Calls that were out when it opened bring no news.
    const isNews = this.#isProbing || this.#failures === THRESHOLD
    if (!isNews) return
    this.#opensAt = now + this.#pause
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2)
    this.#isProbing = false
  }

  /** A call came to nothing, such as an aborted one: no news either way. */
  dropped(): void {
    this.#isProbing = false
  }
}
