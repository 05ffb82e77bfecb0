import type { Fault } from '../../src-preload/model.ts'
import { CommitBuffer, type Conclusion, MAX_BATCH } from './commit-buffer.ts'
import type { JobRun } from './job-run.ts'
import type { Clock } from './ports/clock.ts'
import type { EndedCounts, JobStore } from './ports/job-store.ts'

/** Milliseconds between two commits when a result of a high-priority job is waiting. */
const URGENT_DELAY = 2
/** Milliseconds before a commit that failed is tried again. */
const RETRY_DELAY = 1_000

export interface CommitterHooks {
  /** What follows for a job once its counts are `ended`; asked inside the transaction. */
  readonly conclude: (run: JobRun, ended: EndedCounts, at: number) => Conclusion
  /** The job's results are on disk. */
  readonly onCommitted: (run: JobRun, ended: EndedCounts, at: number) => void
  /** A commit that was waiting for its time, or for the disk, was made or tried. */
  readonly onAttempted: () => void
}

/**
 * Decides when the buffer is written: at once when a batch is full, else as soon as a short time has passed since the
 * last commit, so that a lone result does not wait for company that may not come. When the disk refuses, everything stays buffered, `fault` says why, and it is tried again every second.
 */
export class Committer {
  readonly buffer: CommitBuffer
  readonly #clock: Clock
  readonly #delay: number
  readonly #hooks: CommitterHooks
  #timer: { readonly due: number; readonly cancel: () => void } | undefined
  #lastAt = Number.NEGATIVE_INFINITY
  #fault: Fault | undefined

  /** @param delay milliseconds between two commits that are not full */
  constructor(store: JobStore, clock: Clock, delay: number, hooks: CommitterHooks) {
    this.buffer = new CommitBuffer(store)
    this.#clock = clock
    this.#delay = delay
    this.#hooks = hooks
  }

  /** Why the last commit failed, until one succeeds. */
  get fault(): Fault | undefined {
    return this.#fault
  }

  get isBatchFull(): boolean {
    return this.buffer.size >= MAX_BATCH
  }

  /** One transaction of at most one batch. */
  flush(): void {
    this.cancel()
    if (this.buffer.isEmpty) return
    const now = this.#clock.now()
    this.#lastAt = now
    let committed: ReadonlyMap<JobRun, EndedCounts>
    try {
      committed = this.buffer.flush(now, (run, ended) => this.#hooks.conclude(run, ended, now))
      this.#fault = undefined
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      const message = `The library can't be written: ${reason}. Work goes on by itself when it can.`
      this.#fault = { code: 'LIBRARY_UNUSABLE', message }
      return
    }
    for (const [run, ended] of committed) this.#hooks.onCommitted(run, ended, now)
  }

  /** Writes all there is, as far as the disk allows. */
  flushAll(): void {
    do this.flush()
    while (!this.buffer.isEmpty && this.#fault === undefined)
    this.flushLater()
  }

  /** Makes sure that what is buffered gets written soon. */
  flushLater(): void {
    if (this.buffer.isEmpty) return
    const now = this.#clock.now()
    const due = Math.max(now, this.#lastAt + this.#spacing())
    if (this.#timer !== undefined && this.#timer.due <= due) return
    this.cancel()
    const cancel = this.#clock.setTimer(due - now, () => {
      this.flush()
      this.#hooks.onAttempted()
    })
    this.#timer = { due, cancel }
  }

  /** Drops the waiting commit; what is buffered stays. */
  cancel(): void {
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #spacing(): number {
    if (this.#fault !== undefined) return RETRY_DELAY
    return this.buffer.isUrgent ? Math.min(URGENT_DELAY, this.#delay) : this.#delay
  }
}
