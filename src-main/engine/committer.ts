import type { Fault } from '../../src-preload/model.ts'
import { CommitBuffer, type Conclusion, MAX_BATCH } from './commit-buffer.ts'
import type { JobRun } from './job-run.ts'
import type { Clock } from './ports/clock.ts'
import type { EndedCounts, JobStore } from './ports/job-store.ts'

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
 * Decides when the buffer is written: at once when a batch is full, else after a short wait for company. When the disk
 * refuses, everything stays buffered, `fault` says why, and it is tried again every second.
 */
export class Committer {
  readonly buffer: CommitBuffer
  readonly #clock: Clock
  readonly #delay: number
  readonly #hooks: CommitterHooks
  #cancelTimer: (() => void) | undefined
  #fault: Fault | undefined

  /** @param delay milliseconds a result waits for company */
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
    if (this.buffer.isEmpty || this.#cancelTimer !== undefined) return
    const delay = this.#fault === undefined ? this.#delay : RETRY_DELAY
    this.#cancelTimer = this.#clock.setTimer(delay, () => {
      this.flush()
      this.#hooks.onAttempted()
    })
  }

  /** Drops the waiting commit; what is buffered stays. */
  cancel(): void {
    this.#cancelTimer?.()
    this.#cancelTimer = undefined
  }
}
