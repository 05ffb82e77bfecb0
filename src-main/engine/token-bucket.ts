const MINUTE = 60_000

/**
 * A limit of so many units a minute, as a token bucket that holds one second's worth. The refill is a sixtieth short
 * of the limit, so that no window of 60 s, wherever it begins, ever sees more than the limit.
 *
 * An amount larger than the bucket is let through when the bucket is full and leaves it in debt: a chunk is never too
 * large to be sent, and the debt is paid before the next one.
 */
export class TokenBucket {
  readonly #capacity: number
  /** Units a millisecond. */
  readonly #rate: number
  #level: number
  #at: number | undefined

  /** @param perMinute units a minute, more than 0 */
  constructor(perMinute: number) {
    this.#capacity = Math.max(1, perMinute / 60)
    this.#rate = Math.max(perMinute - this.#capacity, perMinute / 2) / MINUTE
    this.#level = this.#capacity
  }

  /** Milliseconds until `amount` can be taken; 0 when it can be taken now. */
  waitFor(amount: number, now: number): number {
    this.#refill(now)
    const needed = Math.min(amount, this.#capacity)
    // Less than a millionth of a unit short is rounding, and no timer is finer than a millisecond.
    return this.#level + 1e-6 >= needed ? 0 : Math.ceil((needed - this.#level) / this.#rate)
  }

  /** Takes `amount`; a negative one gives back what was estimated too high. */
  take(amount: number, now: number): void {
    this.#refill(now)
    this.#level = Math.min(this.#capacity, this.#level - amount)
  }

  #refill(now: number): void {
    this.#level = Math.min(this.#capacity, this.#level + (now - (this.#at ?? now)) * this.#rate)
    this.#at = now
  }
}
