import type { Clock } from '../../src-main/engine/ports/clock.ts'

interface Timer {
  readonly at: number
  readonly order: number
  readonly callback: () => void
}

/**
 * Time that moves only when a test moves it. Between two moments every promise that can settle has settled, so a run
 * is a pure function of the seed.
 */
export class VirtualClock implements Clock {
  #now: number
  #order = 0
  #timers: Timer[] = []
  #deferred: (() => void)[] = []
  #seed: number

  constructor(options: { now?: number; seed?: number } = {}) {
    this.#now = options.now ?? Date.UTC(2026, 0, 5, 12)
    this.#seed = options.seed ?? 1
  }

  now(): number {
    return Math.round(this.#now)
  }

  /** mulberry32: small, and good enough to spread retries. */
  random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  setTimer(delay: number, callback: () => void): () => void {
    const timer: Timer = { at: this.#now + Math.max(0, delay), order: this.#order++, callback }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer)
    }
  }

  defer(callback: () => void): void {
    this.#deferred.push(callback)
  }

  /** A promise that resolves after `delay` virtual milliseconds: the latency of a fake provider. */
  sleep(delay: number): Promise<void> {
    return new Promise((resolve) => {
      this.setTimer(delay, resolve)
    })
  }

  /** A clock for one process: after `kill` nothing it had asked for happens, as after SIGKILL. */
  forProcess(): Clock & { kill(): void } {
    let isAlive = true
    const guarded = (callback: () => void) => () => {
      if (isAlive) callback()
    }
    return {
      now: () => this.now(),
      random: () => this.random(),
      setTimer: (delay, callback) => (isAlive ? this.setTimer(delay, guarded(callback)) : () => undefined),
      defer: (callback) => {
        if (isAlive) this.defer(guarded(callback))
      },
      kill: () => {
        isAlive = false
      },
    }
  }

  /** Lets everything happen that is due now, without moving time. */
  async settle(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      const deferred = this.#deferred.splice(0)
      if (deferred.length === 0) return
      for (const callback of deferred) callback()
    }
  }

  /** Moves time by `duration`, stopping at every timer on the way. */
  async advance(duration: number): Promise<void> {
    const end = this.#now + duration
    await this.settle()
    for (;;) {
      const next = this.#earliest()
      if (next === undefined || next.at > end) break
      this.#now = next.at
      this.#fire(next)
      await this.settle()
    }
    this.#now = end
  }

  /** Moves time until `isDone`, at most `limit` virtual milliseconds; throws when it does not come true. */
  async until(isDone: () => boolean, limit = 3_600_000): Promise<void> {
    const end = this.#now + limit
    await this.settle()
    while (!isDone()) {
      const next = this.#earliest()
      if (next === undefined || next.at > end) {
        throw new Error(
          `still waiting after ${limit} virtual ms with ${this.#timers.length} timers: ${isDone.toString()}`,
        )
      }
      this.#now = next.at
      this.#fire(next)
      await this.settle()
    }
  }

  #earliest(): Timer | undefined {
    return this.#timers.reduce<Timer | undefined>(
      (first, timer) =>
        first === undefined || timer.at < first.at || (timer.at === first.at && timer.order < first.order)
          ? timer
          : first,
      undefined,
    )
  }

  #fire(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer)
    timer.callback()
  }
}
