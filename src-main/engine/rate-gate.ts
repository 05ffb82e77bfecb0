import type { ProviderLimits } from './ports/provider.ts'
import { TokenBucket } from './token-bucket.ts'

/** When a provider may be called: requests and tokens a minute, and closed for as long as it asked to be left alone. */
export class RateGate {
  readonly #requests: TokenBucket | undefined
  readonly #tokens: TokenBucket | undefined
  #closedUntil = 0

  constructor(limits: ProviderLimits = {}) {
    const { requestsPerMinute, tokensPerMinute } = limits
    this.#requests = requestsPerMinute === undefined ? undefined : new TokenBucket(requestsPerMinute)
    this.#tokens = tokensPerMinute === undefined ? undefined : new TokenBucket(tokensPerMinute)
  }

  /** Keeps the gate shut until `until` (epoch milliseconds), or longer if it is shut longer already. */
  closeUntil(until: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, until)
  }

  /** Milliseconds until a call of `tokens` tokens may go; 0 when it may go now. */
  waitFor(tokens: number, now: number): number {
    return Math.max(
      this.#closedUntil - now,
      this.#requests?.waitFor(1, now) ?? 0,
      this.#tokens?.waitFor(tokens, now) ?? 0,
      0,
    )
  }

  /** Books a call: both buckets or none, so it is called only after `waitFor` gave 0. */
  enter(tokens: number, now: number): void {
    this.#requests?.take(1, now)
    this.#tokens?.take(tokens, now)
  }

  /** Corrects the estimate of a call that is back. */
  settle(estimated: number, used: number, now: number): void {
    this.#tokens?.take(used - estimated, now)
  }
}
