import { WordmillError } from '../../src-preload/errors.ts'
import type { JobEventType, JobSummary } from '../../src-preload/model.ts'
import type { Committer } from './committer.ts'
import type { JobBook } from './job-book.ts'
import { type JobRun, summarize } from './job-run.ts'
import type { Lane } from './lane.ts'
import type { Clock } from './ports/clock.ts'
import type { JobPatch, JobRecord, JobStore } from './ports/job-store.ts'

export interface ControlParts {
  readonly store: JobStore
  readonly clock: Clock
  readonly book: JobBook
  readonly committer: Committer
  /** The lane of a job; undefined when its provider is not there. */
  readonly laneOf: (run: JobRun) => Lane | undefined
  /** Asks the engine to look for work. */
  readonly wake: () => void
  /** Asks for what removed jobs left behind to be swept up. */
  readonly sweep: () => void
}

/** What a person can do to a job. Everything here is written before it returns, as far as the disk allows. */
export class JobControls {
  readonly #parts: ControlParts

  constructor(parts: ControlParts) {
    this.#parts = parts
  }

  /**
   * Cancels a job; entries that are finished stay. Cancelling a cancelled job changes nothing.
   *
   * @throws WordmillError JOB_NOT_FOUND, or JOB_STATE when the job has ended otherwise
   */
  cancel(id: string): JobSummary {
    const { committer, clock, book } = this.#parts
    // What came back before the click counts: it was paid for, and it may even have finished the job.
    committer.flushAll()
    const run = book.run(id)
    if (run === undefined) return this.#alreadyEnded(id, 'cancelled')
    run.transition('cancelled')
    run.finishedAt = clock.now()
    run.abortCalls()
    this.#tell(run, 'job:cancelled', {})
    this.#parts.laneOf(run)?.leave(run)
    book.retire(run)
    return this.#written(run)
  }

  /**
   * Stops sending words of a job; calls in flight are waited for and count. Pausing a paused job changes nothing.
   *
   * @throws WordmillError JOB_NOT_FOUND, or JOB_STATE when the job has ended
   */
  pause(id: string): JobSummary {
    const run = this.#live(id)
    if (run.state === 'paused') return run.summary(this.#parts.clock.now())
    this.pauseRun(run)
    return this.#written(run)
  }

  /** As `pause`, for the engine itself; `fault` says why when it is not the person's wish. */
  pauseRun(run: JobRun, fault?: JobRun['fault']): void {
    run.transition('paused')
    run.fault = fault
    this.#parts.laneOf(run)?.leave(run)
    this.#tell(run, 'job:paused', fault === undefined ? {} : { fault })
  }

  /**
   * Lets a paused job go on when a slot is free. Resuming a job that is not paused changes nothing.
   *
   * @throws WordmillError JOB_NOT_FOUND, or JOB_STATE when the job has ended
   */
  resume(id: string): JobSummary {
    const run = this.#live(id)
    if (run.state !== 'paused') return run.summary(this.#parts.clock.now())
    run.transition('queued')
    run.fault = undefined
    run.waitingSince = this.#parts.clock.now()
    this.#tell(run, 'job:resumed', {})
    return this.#written(run)
  }

  /**
   * Changes what can be changed at any time: name, priority, deadline, budget, pin. Takes effect with the next call.
   *
   * @throws WordmillError JOB_NOT_FOUND, LIBRARY_UNUSABLE
   */
  update(id: string, patch: JobPatch): JobSummary {
    const { store, book, clock, committer } = this.#parts
    this.#assertWritable()
    const run = book.run(id)
    const record = run?.record ?? this.#stored(id)
    store.updateJob(record.key, patch)
    if (run === undefined) {
      book.reread(id)
      return summarize(this.#stored(id))
    }
    run.apply(patch)
    committer.buffer.addEvent({ key: record.key, type: 'job:changed', at: clock.now(), data: { ...patch } })
    return this.#written(run)
  }

  /**
   * Asks once more for the failed words of a job, and only for those. A job that had ended is queued again.
   *
   * @throws WordmillError JOB_NOT_FOUND, or JOB_STATE when it was cancelled or no word failed, LIBRARY_UNUSABLE
   */
  retryFailed(id: string): JobSummary {
    const { store, book, clock, wake } = this.#parts
    this.#assertWritable()
    const record = this.#stored(id)
    if (record.state === 'cancelled' || record.ended.failed === 0) {
      const why = record.state === 'cancelled' ? 'it was cancelled' : 'no word of it failed'
      throw new WordmillError('JOB_STATE', `There is nothing to retry in “${record.name}”: ${why}.`, {
        state: record.state,
      })
    }
    const positions = store.reopenFailed(record.key, clock.now())
    const reopened = this.#stored(id)
    const run = book.run(id)
    if (run === undefined) book.track(reopened)
    else run.reopen(positions, reopened.ended, clock.now())
    wake()
    return book.summary(id) ?? summarize(reopened)
  }

  /**
   * Removes a job that has ended, with its words and answers; answers in the cache stay.
   *
   * @throws WordmillError JOB_NOT_FOUND, or JOB_STATE when it is still running, LIBRARY_UNUSABLE
   */
  remove(id: string): void {
    const { store, book, sweep } = this.#parts
    this.#assertWritable()
    if (book.run(id) !== undefined) {
      throw new WordmillError('JOB_STATE', 'A job that has not ended can’t be removed. Cancel it first.')
    }
    const record = this.#stored(id)
    store.removeJob(record.key, record.total)
    book.forget(id)
    sweep()
  }

  /** Writes what is waiting, so that the store and the memory agree before both are changed. */
  #assertWritable(): void {
    const { committer } = this.#parts
    committer.flushAll()
    if (committer.fault !== undefined) throw new WordmillError('LIBRARY_UNUSABLE', committer.fault.message)
  }

  #stored(id: string): JobRecord {
    const record = this.#parts.store.readJob(id)
    if (record === undefined)
      throw new WordmillError('JOB_NOT_FOUND', `There is no job ${id}. It may have been deleted.`)
    return record
  }

  #live(id: string): JobRun {
    const run = this.#parts.book.run(id)
    if (run !== undefined) return run
    const { name, state } = this.#stored(id)
    throw new WordmillError('JOB_STATE', `“${name}” has already ended: it is ${state}.`, { state })
  }

  #alreadyEnded(id: string, wanted: JobSummary['state']): JobSummary {
    const job = this.#parts.book.summary(id) ?? summarize(this.#stored(id))
    if (job.state === wanted) return job
    throw new WordmillError('JOB_STATE', `“${job.name}” has already ended: it is ${job.state}.`, { state: job.state })
  }

  #tell(run: JobRun, type: JobEventType, data: Record<string, unknown>): void {
    const { clock, committer } = this.#parts
    committer.buffer.addChange(run.change(), { key: run.record.key, type, at: clock.now(), data })
  }

  /** Writes at once; a full disk can't keep a job from being paused or cancelled, the change waits in the buffer. */
  #written(run: JobRun): JobSummary {
    const { committer, clock, book, wake } = this.#parts
    committer.flushAll()
    book.refresh(run)
    wake()
    return book.summary(run.record.id) ?? run.summary(clock.now())
  }
}
