import type { Eta } from '../../src-preload/model.ts'

const SECONDS = 60
/** Seconds that the present speed is averaged over: long enough to be calm, short enough to follow a change. */
const WINDOW = 15

/** Counts ended words by the second, for speed, forecast and sparkline. Memory is constant. */
export class RateMeter {
  readonly #buckets = new Uint32Array(SECONDS)
  #second = 0
  #startedAt: number | undefined

  /** Counts `words` at `now` (epoch milliseconds). */
  add(words: number, now: number): void {
    this.#startedAt ??= now
    this.#advance(now)
    const index = this.#second % SECONDS
    this.#buckets[index] = (this.#buckets[index] as number) + words
  }

  /** Words in each of the last 60 seconds, oldest first; the last one is the second that is running. */
  recent(now: number): number[] {
    this.#advance(now)
    return Array.from({ length: SECONDS }, (_, age) => this.#bucket(SECONDS - 1 - age))
  }

  /** Words a second over the last 15 seconds or since the first word, or undefined before there is anything to say. */
  speed(now: number): number | undefined {
    const sample = this.#sample(now)
    return sample === undefined ? undefined : sample.total / sample.seconds
  }

  /**
   * Seconds left for `remaining` words. The range is two standard errors of the mean of the per-second counts either
   * side; `high` is capped at four times the likely time, since beyond that it says nothing.
   */
  eta(remaining: number, now: number): Eta | undefined {
    const sample = this.#sample(now)
    if (sample === undefined || sample.total === 0) return undefined
    const mean = sample.total / sample.seconds
    const whole = Math.max(1, Math.floor(sample.seconds))
    let variance = 0
    for (let age = 1; age <= whole; age += 1) variance += (this.#bucket(age) - mean) ** 2 / whole
    const spread = 2 * Math.sqrt(variance / whole)
    const likely = remaining / mean
    const high = mean > spread ? remaining / (mean - spread) : Number.POSITIVE_INFINITY
    return { low: remaining / (mean + spread), likely, high: Math.min(high, 4 * likely) }
  }

  #sample(now: number): { total: number; seconds: number } | undefined {
    if (this.#startedAt === undefined || now <= this.#startedAt) return undefined
    this.#advance(now)
    const partial = (now % 1000) / 1000
    const seconds = Math.min(WINDOW + partial, (now - this.#startedAt) / 1000)
    let total = 0
    for (let age = 0; age <= WINDOW; age += 1) total += this.#bucket(age)
    return { total, seconds: Math.max(seconds, 0.05) }
  }

  /** The count of the second that began `age` whole seconds before the running one. */
  #bucket(age: number): number {
    return this.#buckets[(this.#second - age + SECONDS * 2) % SECONDS] as number
  }

  #advance(now: number): void {
    const second = Math.floor(now / 1000)
    if (second - this.#second >= SECONDS) this.#buckets.fill(0)
    else for (let at = this.#second + 1; at <= second; at += 1) this.#buckets[at % SECONDS] = 0
    this.#second = Math.max(this.#second, second)
  }
}
