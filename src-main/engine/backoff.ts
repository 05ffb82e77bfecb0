export interface BackoffPolicy {
  /** Milliseconds of the first ceiling. */
  readonly base: number
  /** Milliseconds no wait exceeds. */
  readonly cap: number
}

export const DEFAULT_BACKOFF: BackoffPolicy = { base: 500, cap: 30_000 }

/**
 * Milliseconds to wait before attempt `failures + 1`: exponential with full jitter, uniform in
 * [0, min(cap, base · 2^(failures − 1))). Full jitter spreads a crowd of retries best
 * (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 *
 * @param failures attempts that failed so far, at least 1
 * @param random uniform in [0, 1)
 */
export function backoffDelay(failures: number, random: number, policy: BackoffPolicy = DEFAULT_BACKOFF): number {
  const ceiling = Math.min(policy.cap, policy.base * 2 ** (failures - 1))
  return Math.floor(random * ceiling)
}
