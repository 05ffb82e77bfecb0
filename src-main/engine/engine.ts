import { randomUUID } from 'node:crypto'
import { WordmillError } from '../../src-preload/errors.ts'
import type { Field, JobSummary, Priority, ProgressMessage, QueueStats, Settings } from '../../src-preload/model.ts'
import { admit } from './admission.ts'
import { Budget } from './budget.ts'
import type { Conclusion } from './commit-buffer.ts'
import { Committer } from './committer.ts'
import { Dispatcher } from './dispatcher.ts'
import { Janitor } from './janitor.ts'
import { JobBook } from './job-book.ts'
import { conclude } from './job-conclusion.ts'
import { JobControls } from './job-controls.ts'
import { countEnded, type JobRun, summarize } from './job-run.ts'
import { Lane } from './lane.ts'
import type { Clock } from './ports/clock.ts'
import type { EndedCounts, JobStore, WordList } from './ports/job-store.ts'
import type { Provider } from './ports/provider.ts'
import { ProgressFeed } from './progress-feed.ts'
import { RateMeter } from './rate-meter.ts'
import { DEFAULT_SETTINGS, type EngineSettings } from './settings.ts'

export interface Submission {
  readonly name: string
  readonly list: WordList
  readonly fields: readonly Field[]
  readonly priority: Priority
  readonly providerId: string
  /** Epoch milliseconds by which the job should be finished. */
  readonly deadline?: number | undefined
  /** Most the job may cost, in micro-dollars. */
  readonly budgetMicros?: number | undefined
  /** Asks even for words that the cache knows. */
  readonly isFresh?: boolean | undefined
}

export interface EngineParts {
  readonly store: JobStore
  readonly providers: readonly Provider[]
  readonly clock: Clock
  readonly settings?: Partial<EngineSettings>
}

/** Milliseconds aborted calls get to notice at `stop`. */
const ABORT_GRACE = 500

/**
 * The batch engine: accepts jobs, runs them within their limits, and tells what happens. It owns the memory of all
 * unfinished jobs; the store owns the truth about what is done. Single owner: one engine per library.
 */
export class Engine {
  /** What a person can do to a job. */
  readonly controls: JobControls
  readonly #store: JobStore
  readonly #clock: Clock
  readonly #lanes: ReadonlyMap<string, Lane>
  readonly #book: JobBook
  readonly #committer: Committer
  readonly #dispatcher: Dispatcher
  readonly #feed: ProgressFeed
  readonly #janitor: Janitor
  readonly #meter = new RateMeter()
  #settings: EngineSettings
  #month: { readonly start: number; readonly budget: Budget } | undefined
  #isTurnDue = false
  #isStopping = false
  #isHeld = false
  #cancelWake: (() => void) | undefined

  constructor({ store, providers, clock, settings }: EngineParts) {
    this.#store = store
    this.#clock = clock
    this.#settings = { ...DEFAULT_SETTINGS, ...settings }
    this.#lanes = new Map(providers.map((provider) => [provider.id, new Lane(provider)]))
    this.#feed = new ProgressFeed(
      {
        jobs: () => this.jobs(),
        job: (id) => this.#book.summary(id),
        stats: () => this.stats(),
        isActive: () => this.#meter.recent(clock.now()).some((words) => words > 0),
      },
      clock,
    )
    this.#book = new JobBook(store, clock, (id) => this.#feed.touch(id))
    this.#committer = new Committer(store, clock, this.#settings.commitDelay, {
      conclude: (run, ended, at) => this.#conclude(run, ended, at),
      onCommitted: (run, ended, at) => this.#applyCommitted(run, ended, at),
      onAttempted: () => this.#wake(),
    })
    const wake = () => this.#wake()
    const laneOf = (run: JobRun) => this.#laneOf(run)
    const sweep = () => this.#janitor.start()
    this.controls = new JobControls({ store, clock, book: this.#book, committer: this.#committer, laneOf, wake, sweep })
    this.#dispatcher = new Dispatcher({
      store,
      clock,
      buffer: this.#committer.buffer,
      backoff: this.#settings.backoff,
      hooks: {
        onSettled: (run) => {
          this.#feed.touch(run.record.id)
          this.#wake()
        },
        onBudgetReached: (run, which) => this.#stopAtBudget(run, which),
        monthBudget: () => this.#monthBudget(),
      },
    })
    this.#janitor = new Janitor(
      store,
      clock,
      () => this.#settings.retentionDays,
      (id) => this.#book.forget(id),
    )
  }

  /**
   * Takes up the jobs that an earlier process left unfinished. Call once.
   *
   * @param mode `hold` keeps them and new ones waiting: for a visit that only reads or cancels
   */
  start(mode: 'run' | 'hold' = 'run'): void {
    this.#isHeld = mode === 'hold'
    this.#book.load()
    if (this.#isHeld) return
    for (const run of this.#book.runs) {
      if (this.#lanes.has(run.record.provider.id)) continue
      run.fault = { code: 'PROVIDER_UNKNOWN', message: `${run.record.provider.name} is not set up any more.` }
    }
    this.#janitor.start()
    this.#wake()
  }

  get settings(): EngineSettings {
    return this.#settings
  }

  /** Takes new settings over; they count from the next decision on. */
  configure(settings: Settings): void {
    this.#settings = { ...this.#settings, ...settings }
    if (this.#month !== undefined) this.#month.budget.cap = settings.monthlyCapMicros ?? undefined
    this.#feed.touchStats()
    this.#janitor.start()
    this.#wake()
  }

  /**
   * Stores a job; it starts when a slot is free.
   *
   * @throws WordmillError PROVIDER_UNKNOWN, LIST_TOO_LONG, SHUTTING_DOWN
   */
  async submit(submission: Submission): Promise<JobSummary> {
    const { list, providerId, name, fields, priority, deadline, budgetMicros, isFresh } = submission
    const provider = this.#lanes.get(providerId)?.provider
    const { maxWords, maxRetries, chunkSize } = this.#settings
    if (this.#isStopping)
      throw new WordmillError('SHUTTING_DOWN', 'Wordmill is closing. Start it again to run this list.')
    if (provider === undefined) throw new WordmillError('PROVIDER_UNKNOWN', `There is no provider "${providerId}".`)
    if (list.words.length > maxWords) {
      const message = `The list has ${list.words.length} words; a job may hold ${maxWords}. Split it, or raise the limit in the settings.`
      throw new WordmillError('LIST_TOO_LONG', message, { maxWords })
    }
    const record = await this.#store.createJob(
      {
        id: randomUUID(),
        name,
        priority,
        provider: { id: provider.id, name: provider.name },
        fields,
        chunkSize: Math.min(chunkSize ?? provider.chunk.default, provider.chunk.max),
        maxAttempts: maxRetries + 1,
        deadline,
        budgetMicros,
        isFresh: isFresh ?? false,
        createdAt: this.#clock.now(),
      },
      list,
    )
    const run = this.#book.track(record)
    this.#wake()
    return run.summary(this.#clock.now())
  }

  /** @throws WordmillError JOB_NOT_FOUND */
  job(id: string): JobSummary {
    const known = this.#book.summary(id)
    if (known !== undefined) return known
    const record = this.#store.readJob(id)
    if (record === undefined)
      throw new WordmillError('JOB_NOT_FOUND', `There is no job ${id}. It may have been deleted.`)
    return summarize(record)
  }

  /** Live jobs and the latest finished ones, in the order they were submitted. */
  jobs(): JobSummary[] {
    return this.#book.summaries()
  }

  stats(): QueueStats {
    const now = this.#clock.now()
    const runs = [...this.#book.runs]
    const recent = this.#meter.recent(now)
    const runningJobs = runs.filter((run) => run.state === 'running').length
    const { fault } = this.#committer
    return {
      runningJobs,
      waitingJobs: runs.length - runningJobs,
      slots: this.#settings.maxActiveJobs,
      pendingWords: runs.reduce((sum, run) => sum + run.remaining, 0),
      wordsPerMinute: recent.reduce((sum, words) => sum + words, 0),
      recent,
      costTodayMicros: this.#store.readCostSince(now),
      isPaused: this.#settings.isPaused,
      ...(fault !== undefined && { fault }),
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
    this.#janitor.stop()
    this.#cancelWake?.()
    const idle = this.#dispatcher.idle()
    await this.#raceTimer(idle, this.#settings.stopGrace)
    for (const run of this.#book.runs) run.abortCalls()
    await this.#raceTimer(idle, ABORT_GRACE)
    this.#feed.close()
    this.#committer.flushAll()
    this.#committer.cancel()
    const { fault } = this.#committer
    if (fault !== undefined) throw new WordmillError('LIBRARY_UNUSABLE', fault.message)
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
    const mayWork = !this.#isStopping && !this.#isHeld && !this.#settings.isPaused && committer.fault === undefined
    if (mayWork) this.#work()
    if (committer.isBatchFull && committer.fault === undefined) this.#wake()
    else committer.flushLater()
  }

  #work(): void {
    this.#admit()
    const times = [...this.#lanes.values()].map((lane) => this.#dispatcher.dispatch(lane))
    this.#cancelWake?.()
    this.#cancelWake = undefined
    const earliest = Math.min(...times.filter((at) => at !== undefined))
    if (!Number.isFinite(earliest)) return
    this.#cancelWake = this.#clock.setTimer(Math.max(1, earliest - this.#clock.now()), () => this.#wake())
  }

  #admit(): void {
    const now = this.#clock.now()
    const { maxActiveJobs, agingInterval } = this.#settings
    const { start, preempt } = admit(this.#book.runs, now, { slots: maxActiveJobs, agingInterval })
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
    this.#committer.buffer.addChange(run.change(), { key: run.record.key, type, at, data: {} })
    this.#feed.touch(run.record.id)
  }

  /** Undefined only for jobs that never run: without a provider, or in an engine that holds. */
  #laneOf(run: JobRun): Lane | undefined {
    return this.#lanes.get(run.record.provider.id)
  }

  #stopAtBudget(run: JobRun, which: 'job' | 'month'): void {
    const fault =
      which === 'job'
        ? { code: 'BUDGET_REACHED', message: 'The budget of this job is used up. Raise it to go on.' }
        : {
            code: 'MONTH_BUDGET_REACHED',
            message: 'The budget of this month is used up. Raise it in the settings to go on.',
          }
    this.controls.pauseRun(run, fault)
    this.#feed.touch(run.record.id)
  }

  /** The budget of the calendar month it is now, on the person's calendar. */
  #monthBudget(): Budget {
    const date = new Date(this.#clock.now())
    const start = new Date(date.getFullYear(), date.getMonth(), 1).getTime()
    if (this.#month?.start !== start) {
      const budget = new Budget(this.#settings.monthlyCapMicros ?? undefined, this.#store.readCostSince(start))
      this.#month = { start, budget }
    }
    return this.#month.budget
  }

  #conclude(run: JobRun, ended: EndedCounts, at: number): Conclusion {
    if (run.isOver) return { changes: [], events: [] }
    return conclude(run.record, run.ended, ended, at)
  }

  #applyCommitted(run: JobRun, ended: EndedCounts, now: number): void {
    const words = countEnded(ended) - countEnded(run.ended)
    const [change] = this.#conclude(run, ended, now).changes
    run.ended = ended
    run.meter.add(words, now)
    this.#meter.add(words, now)
    if (change === undefined) {
      this.#book.refresh(run)
      return
    }
    run.transition(change.state)
    run.finishedAt = now
    run.fault = change.fault
    this.#laneOf(run)?.leave(run)
    this.#book.retire(run)
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
