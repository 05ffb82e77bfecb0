import { randomUUID } from 'node:crypto'
import { WordmillError } from '../../src-preload/errors.ts'
import {
  type Field,
  isFinished,
  type JobSummary,
  type Priority,
  type ProgressMessage,
  type QueueStats,
} from '../../src-preload/model.ts'
import { admit } from './admission.ts'
import { type BackoffPolicy, DEFAULT_BACKOFF } from './backoff.ts'
import type { Conclusion } from './commit-buffer.ts'
import { Committer } from './committer.ts'
import { Dispatcher } from './dispatcher.ts'
import { conclude } from './job-conclusion.ts'
import { countEnded, JobRun, summarize } from './job-run.ts'
import { Lane } from './lane.ts'
import type { Clock } from './ports/clock.ts'
import type { EndedCounts, JobStore, WordList } from './ports/job-store.ts'
import type { Provider } from './ports/provider.ts'
import { ProgressFeed } from './progress-feed.ts'
import { RateMeter } from './rate-meter.ts'

export interface EngineSettings {
  /** Jobs that run at the same time, 1 to 32. */
  readonly maxActiveJobs: number
  /** Tries a word gets, 1 to 10. */
  readonly maxAttempts: number
  /** Milliseconds of waiting that lift a job by one priority. */
  readonly agingInterval: number
  /** Milliseconds a result waits for company before it is written, 5 to 50. */
  readonly commitDelay: number
  /** Milliseconds that calls in flight get to finish at `stop`. */
  readonly stopGrace: number
  readonly backoff: BackoffPolicy
}

export const DEFAULT_SETTINGS: EngineSettings = {
  maxActiveJobs: 3,
  maxAttempts: 3,
  agingInterval: 10 * 60_000,
  commitDelay: 10,
  stopGrace: 5_000,
  backoff: DEFAULT_BACKOFF,
}

export interface Submission {
  readonly name: string
  readonly list: WordList
  readonly fields: readonly Field[]
  readonly priority: Priority
  readonly providerId: string
}

export interface EngineParts {
  readonly store: JobStore
  readonly providers: readonly Provider[]
  readonly clock: Clock
  readonly settings?: Partial<EngineSettings>
}

/** Finished jobs that stay in the progress stream. */
const MAX_RECENT = 50
/** Milliseconds aborted calls get to notice at `stop`. */
const ABORT_GRACE = 500

/**
 * The batch engine: accepts jobs, runs them within their limits, and tells what happens. It owns the memory of all
 * unfinished jobs; the store owns the truth about what is done. Single owner: one engine per library.
 */
export class Engine {
  readonly #store: JobStore
  readonly #clock: Clock
  readonly #settings: EngineSettings
  readonly #lanes: ReadonlyMap<string, Lane>
  readonly #committer: Committer
  readonly #dispatcher: Dispatcher
  readonly #feed: ProgressFeed
  readonly #meter = new RateMeter()
  readonly #runs = new Map<string, JobRun>()
  /** Oldest first. */
  readonly #recent = new Map<string, JobSummary>()
  #isTurnDue = false
  #isStopping = false
  #isHeld = false
  #cancelWake: (() => void) | undefined

  constructor({ store, providers, clock, settings }: EngineParts) {
    this.#store = store
    this.#clock = clock
    this.#settings = { ...DEFAULT_SETTINGS, ...settings }
    this.#lanes = new Map(providers.map((provider) => [provider.id, new Lane(provider)]))
    this.#committer = new Committer(store, clock, this.#settings.commitDelay, {
      conclude: (run, ended, at) => this.#conclude(run, ended, at),
      onCommitted: (run, ended, at) => this.#applyCommitted(run, ended, at),
      onAttempted: () => this.#wake(),
    })
    this.#dispatcher = new Dispatcher(this.#committer.buffer, clock, this.#settings.backoff, {
      onSettled: (run) => {
        this.#feed.touch(run.record.id)
        this.#wake()
      },
    })
    this.#feed = new ProgressFeed(
      {
        jobs: () => this.jobs(),
        job: (id) => this.#runs.get(id)?.summary(clock.now()) ?? this.#recent.get(id),
        stats: () => this.stats(),
        isActive: () => this.#meter.recent(clock.now()).some((words) => words > 0),
      },
      clock,
    )
  }

  /**
   * Takes up the jobs that an earlier process left unfinished. Call once.
   *
   * @param mode `hold` keeps them and new ones waiting: for a visit that only reads or cancels
   */
  start(mode: 'run' | 'hold' = 'run'): void {
    this.#isHeld = mode === 'hold'
    for (const record of this.#store.readFinishedJobs(MAX_RECENT).reverse()) {
      this.#recent.set(record.id, summarize(record))
    }
    for (const record of this.#store.readUnfinishedJobs()) this.#track(record)
    this.#wake()
  }

  /**
   * Stores a job; it starts when a slot is free.
   *
   * @throws WordmillError PROVIDER_UNKNOWN, SHUTTING_DOWN
   */
  async submit(submission: Submission): Promise<JobSummary> {
    const lane = this.#lanes.get(submission.providerId)
    if (this.#isStopping)
      throw new WordmillError('SHUTTING_DOWN', 'Wordmill is closing. Start it again to run this list.')
    if (lane === undefined)
      throw new WordmillError('PROVIDER_UNKNOWN', `There is no provider "${submission.providerId}".`)
    const { provider } = lane
    const record = await this.#store.createJob(
      {
        id: randomUUID(),
        name: submission.name,
        priority: submission.priority,
        provider: { id: provider.id, name: provider.name },
        fields: submission.fields,
        chunkSize: provider.chunk.default,
        maxAttempts: this.#settings.maxAttempts,
        createdAt: this.#clock.now(),
      },
      submission.list,
    )
    const run = this.#track(record)
    this.#feed.touch(record.id)
    this.#wake()
    return run.summary(this.#clock.now())
  }

  /**
   * Cancels a job; entries that are finished stay. Cancelling a cancelled job changes nothing.
   *
   * @throws WordmillError JOB_NOT_FOUND, or JOB_STATE when the job has ended otherwise
   */
  cancel(id: string): JobSummary {
    // What came back before the click counts: it was paid for, and it may even have finished the job.
    this.#committer.flushAll()
    const run = this.#runs.get(id)
    if (run === undefined) return this.#alreadyCancelled(id)
    const now = this.#clock.now()
    run.transition('cancelled')
    run.finishedAt = now
    run.abortCalls()
    const { key } = run.record
    this.#committer.buffer.addChange(
      { key, state: 'cancelled', finishedAt: now },
      { key, type: 'job:cancelled', at: now, data: {} },
    )
    this.#retire(run)
    // A full disk can't keep a job running: the change waits in the buffer for the disk.
    this.#committer.flushAll()
    this.#wake()
    return run.summary(now)
  }

  /** @throws WordmillError JOB_NOT_FOUND */
  job(id: string): JobSummary {
    const known = this.#runs.get(id)?.summary(this.#clock.now()) ?? this.#recent.get(id)
    if (known !== undefined) return known
    const record = this.#store.readJob(id)
    if (record === undefined) throw new WordmillError('JOB_NOT_FOUND', `There is no job ${id}.`)
    return summarize(record)
  }

  /** Live jobs and the latest finished ones, in the order they were submitted. */
  jobs(): JobSummary[] {
    const now = this.#clock.now()
    return [...this.#recent.values(), ...[...this.#runs.values()].map((run) => run.summary(now))]
  }

  stats(): QueueStats {
    const now = this.#clock.now()
    const runs = [...this.#runs.values()]
    const recent = this.#meter.recent(now)
    const runningJobs = runs.filter((run) => run.state === 'running').length
    return {
      runningJobs,
      waitingJobs: runs.length - runningJobs,
      slots: this.#settings.maxActiveJobs,
      pendingWords: runs.reduce((sum, run) => sum + run.remaining, 0),
      wordsPerMinute: recent.reduce((sum, words) => sum + words, 0),
      recent,
      costTodayMicros: 0,
    }
  }

  /** The progress stream; ends when `signal` is aborted or the engine stops. */
  watch(signal?: AbortSignal): AsyncGenerator<ProgressMessage, void> {
    return this.#feed.watch(signal)
  }

  /**
   * Takes no more work, gives calls in flight `stopGrace`, aborts the rest, writes what came back. Unfinished jobs
   * stay as they are and go on at the next start. Takes at most `stopGrace` + 0.5 s.
   *
   * @throws WordmillError LIBRARY_UNUSABLE when the last results can't be written; they are asked again next time
   */
  async stop(): Promise<void> {
    this.#isStopping = true
    this.#cancelWake?.()
    const idle = this.#dispatcher.idle()
    await this.#raceTimer(idle, this.#settings.stopGrace)
    for (const run of this.#runs.values()) run.abortCalls()
    await this.#raceTimer(idle, ABORT_GRACE)
    this.#feed.close()
    this.#committer.flushAll()
    this.#committer.cancel()
    const { fault } = this.#committer
    if (fault !== undefined) throw new WordmillError('LIBRARY_UNUSABLE', fault.message)
  }

  #track(record: Parameters<typeof summarize>[0]): JobRun {
    const run = new JobRun(record, (position) => this.#store.readBlock(record.key, position))
    // Whoever ran before a restart competes again, with its age; `startedAt` tells that it is resumed.
    if (run.state === 'running') run.state = 'queued'
    if (!this.#isHeld && !this.#lanes.has(record.provider.id)) {
      run.fault = { code: 'PROVIDER_UNKNOWN', message: `${record.provider.name} is not set up any more.` }
    }
    this.#runs.set(record.id, run)
    return run
  }

  #alreadyCancelled(id: string): JobSummary {
    const job = this.job(id)
    if (job.state === 'cancelled') return job
    throw new WordmillError('JOB_STATE', `“${job.name}” has already ended: it is ${job.state}.`, { state: job.state })
  }

  /** Asks for a turn of the engine; any number of calls before it make one turn. */
  #wake(): void {
    if (this.#isTurnDue) return
    this.#isTurnDue = true
    this.#clock.defer(() => this.#turn())
  }

  #turn(): void {
    this.#isTurnDue = false
    const committer = this.#committer
    if (committer.isBatchFull) committer.flush()
    if (!this.#isStopping && !this.#isHeld && committer.fault === undefined) {
      this.#admit()
      for (const lane of this.#lanes.values()) this.#dispatcher.dispatch(lane)
      this.#wakeLater()
    }
    if (committer.isBatchFull && committer.fault === undefined) this.#wake()
    else committer.flushLater()
  }

  #wakeLater(): void {
    this.#cancelWake?.()
    this.#cancelWake = undefined
    const now = this.#clock.now()
    const times = [...this.#lanes.values()]
      .map((lane) => lane.nextWakeAt())
      .filter((at) => at !== undefined && at > now)
    if (times.length === 0) return
    const delay = Math.min(...(times as number[])) - now
    this.#cancelWake = this.#clock.setTimer(delay, () => this.#wake())
  }

  #admit(): void {
    const now = this.#clock.now()
    const { start, preempt } = admit(this.#runs.values(), now, {
      slots: this.#settings.maxActiveJobs,
      agingInterval: this.#settings.agingInterval,
    })
    for (const run of preempt) {
      run.transition('queued')
      run.waitingSince = now
      this.#laneOf(run)?.leave(run)
      this.#note(run, 'job:preempted', now)
    }
    for (const run of start) {
      const isResumed = run.startedAt !== undefined
      run.transition('running')
      run.startedAt ??= now
      this.#laneOf(run)?.join(run)
      this.#note(run, isResumed ? 'job:resumed' : 'job:started', now)
    }
  }

  #note(run: JobRun, type: 'job:started' | 'job:resumed' | 'job:preempted', at: number): void {
    const { key } = run.record
    const change = { key, state: run.state, ...(run.startedAt !== undefined && { startedAt: run.startedAt }) }
    this.#committer.buffer.addChange(change, { key, type, at, data: {} })
    this.#feed.touch(run.record.id)
  }

  /** Undefined only for jobs that never run: without a provider, or in an engine that holds. */
  #laneOf(run: JobRun): Lane | undefined {
    return this.#lanes.get(run.record.provider.id)
  }

  #conclude(run: JobRun, ended: EndedCounts, at: number): Conclusion {
    if (isFinished(run.state)) return { changes: [], events: [] }
    return conclude(run.record, run.ended, ended, at)
  }

  #applyCommitted(run: JobRun, ended: EndedCounts, now: number): void {
    const words = countEnded(ended) - countEnded(run.ended)
    run.ended = ended
    run.meter.add(words, now)
    this.#meter.add(words, now)
    const [change] = this.#conclude(run, ended, now).changes
    if (change !== undefined) {
      run.transition(change.state)
      run.finishedAt = now
      run.fault = change.fault
      this.#retire(run)
    } else if (this.#recent.has(run.record.id)) {
      this.#recent.set(run.record.id, run.summary(now))
    }
    this.#feed.touch(run.record.id)
  }

  /** Moves a job that ended from the live ones to the latest finished ones. */
  #retire(run: JobRun): void {
    this.#laneOf(run)?.leave(run)
    this.#runs.delete(run.record.id)
    const summary = run.summary(this.#clock.now())
    // Calls that are still out answer nobody any more.
    this.#recent.set(run.record.id, { ...summary, counts: { ...summary.counts, inFlight: 0 } })
    this.#feed.touch(run.record.id)
    for (const id of this.#recent.keys()) {
      if (this.#recent.size <= MAX_RECENT) break
      this.#recent.delete(id)
      this.#feed.touch(id)
    }
  }

  #raceTimer(promise: Promise<void>, delay: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.setTimer(delay, resolve)
      promise.then(() => {
        cancel()
        resolve()
      })
    })
  }
}
