import type { Clock } from './ports/clock.ts'
import type { JobStore } from './ports/job-store.ts'

const DAY = 86_400_000
/** Milliseconds between two looks for jobs that are old enough. */
const INTERVAL = 3_600_000
/** Milliseconds between two pieces of a removal: each takes about 5, so other work hardly notices. */
const PAUSE = 20

/** Removes jobs that have been kept long enough, and sweeps up after all that were removed, a little at a time. */
export class Janitor {
  readonly #store: JobStore
  readonly #clock: Clock
  readonly #retentionDays: () => number | null
  readonly #onRemoved: (id: string) => void
  #cancel: (() => void) | undefined
  #isStopped = false

  constructor(store: JobStore, clock: Clock, retentionDays: () => number | null, onRemoved: (id: string) => void) {
    this.#store = store
    this.#clock = clock
    this.#retentionDays = retentionDays
    this.#onRemoved = onRemoved
  }

  /** Looks now and every hour. Call again when there is something new to sweep. */
  start(): void {
    if (this.#isStopped) return
    this.#cancel?.()
    this.#cancel = this.#clock.setTimer(PAUSE, () => this.#round())
  }

  stop(): void {
    this.#isStopped = true
    this.#cancel?.()
  }

  #round(): void {
    let hasMore = false
    try {
      hasMore = this.#expire() || this.#store.sweep()
    } catch {
      // A disk that refuses refuses results too, and that is told where it matters; this can wait for the next round.
    }
    this.#cancel = this.#clock.setTimer(hasMore ? PAUSE : INTERVAL, () => this.#round())
  }

  #expire(): boolean {
    const days = this.#retentionDays()
    if (days === null) return false
    const removed = this.#store.removeExpired(this.#clock.now() - days * DAY)
    for (const id of removed) this.#onRemoved(id)
    return removed.length > 0
  }
}
