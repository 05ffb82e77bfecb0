import type { Priority } from '../../src-preload/model.ts'
import { Circuit } from './circuit.ts'
import { ConcurrencyWindow } from './concurrency-window.ts'
import type { JobRun } from './job-run.ts'
import type { Provider } from './ports/provider.ts'
import { PRIORITY_RANK, URGENT_RANK } from './priority-rank.ts'
import { RateGate } from './rate-gate.ts'

/** Shares of a provider's capacity between running jobs; a job whose deadline is near counts twice a high one. */
const WEIGHT: Readonly<Record<Priority, number>> = { high: 8, normal: 4, low: 1 }
const URGENT_WEIGHT = 16

/**
 * One provider and the running jobs that share it, by stride scheduling: every job has a virtual time (`pass`) that
 * grows by words / weight, and the job that is furthest behind goes next
 * (Waldspurger and Weihl, "Stride Scheduling", MIT/LCS/TM-528, 1995).
 */
export class Lane {
  readonly provider: Provider
  readonly runs = new Set<JobRun>()
  readonly window: ConcurrencyWindow
  readonly gate: RateGate
  readonly circuit = new Circuit()
  /** Ranks of the jobs whose calls are in flight, one for each call. */
  readonly #inFlight: number[] = []
  #pass = 0

  constructor(provider: Provider) {
    this.provider = provider
    this.window = new ConcurrencyWindow(provider.concurrency, provider.limits?.isAdaptive ?? false)
    this.gate = new RateGate(provider.limits)
  }

  /** A job joins at the lane's present virtual time: it neither owes nor is owed for the time before. */
  join(run: JobRun): void {
    run.pass = this.#pass
    this.runs.add(run)
  }

  leave(run: JobRun): void {
    this.runs.delete(run)
  }

  get callsInFlight(): number {
    return this.#inFlight.length
  }

  /**
   * Whether a slot is free for a job: one of the window's, or the express slot when it ranks above everything in
   * flight.
   */
  #hasSlotFor(run: JobRun, now: number): boolean {
    if (this.callsInFlight < this.window.size) return true
    const rank = rankOf(run, now)
    return this.callsInFlight === this.window.size && this.#inFlight.every((other) => rank > other)
  }

  /**
   * The job whose turn it is among those with words due at `now` and a slot for them; of two that are even the higher
   * one.
   *
   * @param blocked jobs that can't go now for a reason of their own
   */
  next(now: number, blocked: ReadonlySet<JobRun>): JobRun | undefined {
    let chosen: JobRun | undefined
    for (const run of this.runs) {
      if (chosen !== undefined && !isBefore(run, chosen, now)) continue
      if (!blocked.has(run) && this.#hasSlotFor(run, now) && run.hasDue(now)) chosen = run
    }
    return chosen
  }

  /** Books words that were taken from the job that was chosen. */
  charge(run: JobRun, words: number, now: number): void {
    this.#pass = Math.max(this.#pass, run.pass)
    run.pass += words / (run.isUrgent(now) ? URGENT_WEIGHT : WEIGHT[run.priority])
  }

  /** A call of `run` is sent; the returned function says that it is back. */
  occupy(run: JobRun, now: number): () => void {
    const rank = rankOf(run, now)
    this.#inFlight.push(rank)
    return () => {
      this.#inFlight.splice(this.#inFlight.indexOf(rank), 1)
    }
  }

  /** Epoch milliseconds of the earliest retry of its jobs, or undefined. */
  nextRetryAt(): number | undefined {
    let earliest: number | undefined
    for (const run of this.runs) {
      const at = run.pending.nextRetryAt
      if (at !== undefined && (earliest === undefined || at < earliest)) earliest = at
    }
    return earliest
  }
}

function rankOf(run: JobRun, now: number): number {
  return run.isUrgent(now) ? URGENT_RANK : PRIORITY_RANK[run.priority]
}

function isBefore(run: JobRun, other: JobRun, now: number): boolean {
  return run.pass < other.pass || (run.pass === other.pass && rankOf(run, now) > rankOf(other, now))
}
