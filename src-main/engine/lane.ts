import type { Priority } from '../../src-preload/model.ts'
import type { JobRun } from './job-run.ts'
import type { Provider } from './ports/provider.ts'

/** Shares of a provider's capacity between running jobs. */
const WEIGHT: Readonly<Record<Priority, number>> = { high: 8, normal: 4, low: 1 }

/**
 * One provider and the running jobs that share it, by stride scheduling: every job has a virtual time (`pass`) that
 * grows by words / weight, and the job that is furthest behind goes next
 * (Waldspurger and Weihl, "Stride Scheduling", MIT/LCS/TM-528, 1995).
 */
export class Lane {
  readonly provider: Provider
  readonly runs = new Set<JobRun>()
  callsInFlight = 0
  /** Epoch milliseconds before which the provider will not answer. */
  closedUntil = 0
  #pass = 0

  constructor(provider: Provider) {
    this.provider = provider
  }

  /** A job joins at the lane's present virtual time: it neither owes nor is owed for the time before. */
  join(run: JobRun): void {
    run.pass = this.#pass
    this.runs.add(run)
  }

  leave(run: JobRun): void {
    this.runs.delete(run)
  }

  hasCapacity(now: number): boolean {
    return this.callsInFlight < this.provider.concurrency && now >= this.closedUntil
  }

  /** The job whose turn it is among those with words due at `now`. */
  next(now: number): JobRun | undefined {
    let chosen: JobRun | undefined
    for (const run of this.runs) {
      if ((chosen === undefined || run.pass < chosen.pass) && run.pending.hasDue(now)) chosen = run
    }
    return chosen
  }

  /** Books `words` for a job that was chosen by `next`. */
  charge(run: JobRun, words: number): void {
    this.#pass = run.pass
    run.pass += words / WEIGHT[run.priority]
  }

  /** Epoch milliseconds at which there may be something to do without any other event, or undefined. */
  nextWakeAt(): number | undefined {
    let wakeAt: number | undefined
    for (const run of this.runs) {
      const retryAt = run.pending.nextRetryAt
      if (retryAt !== undefined && (wakeAt === undefined || retryAt < wakeAt)) wakeAt = retryAt
    }
    if (this.runs.size > 0 && this.closedUntil > (wakeAt ?? 0)) return this.closedUntil
    return wakeAt
  }
}
