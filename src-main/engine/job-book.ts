import type { JobSummary } from '../../src-preload/model.ts'
import { JobRun, summarize } from './job-run.ts'
import type { Clock } from './ports/clock.ts'
import type { JobRecord, JobStore } from './ports/job-store.ts'

/** Finished jobs that stay in the progress stream. */
const MAX_RECENT = 50

/** The jobs in memory: all unfinished ones, and how the latest finished ones ended. */
export class JobBook {
  readonly #store: JobStore
  readonly #clock: Clock
  readonly #onChange: (id: string) => void
  readonly #runs = new Map<string, JobRun>()
  /** Oldest first. */
  readonly #recent = new Map<string, JobSummary>()

  /** @param onChange a job changed, appeared or is gone */
  constructor(store: JobStore, clock: Clock, onChange: (id: string) => void) {
    this.#store = store
    this.#clock = clock
    this.#onChange = onChange
  }

  /** Reads what an earlier process left. */
  load(): void {
    for (const record of this.#store.readFinishedJobs(MAX_RECENT).reverse())
      this.#recent.set(record.id, summarize(record))
    for (const record of this.#store.readUnfinishedJobs()) this.track(record)
  }

  /** Unfinished jobs, oldest first. */
  get runs(): Iterable<JobRun> {
    return this.#runs.values()
  }

  run(id: string): JobRun | undefined {
    return this.#runs.get(id)
  }

  summary(id: string): JobSummary | undefined {
    return this.#runs.get(id)?.summary(this.#clock.now()) ?? this.#recent.get(id)
  }

  /** Live jobs and the latest finished ones, in the order they were submitted. */
  summaries(): JobSummary[] {
    const now = this.#clock.now()
    return [...this.#recent.values(), ...[...this.#runs.values()].map((run) => run.summary(now))]
  }

  /** Takes up an unfinished job. */
  track(record: JobRecord): JobRun {
    const run = new JobRun(record, (position) => this.#store.readBlock(record.key, position))
    // Whoever ran before a restart competes again, with its age; `startedAt` tells that it is resumed.
    if (run.state === 'running') run.state = 'queued'
    this.#recent.delete(record.id)
    this.#runs.set(record.id, run)
    this.#onChange(record.id)
    return run
  }

  /** Moves a job that ended from the live ones to the latest finished ones. */
  retire(run: JobRun): void {
    this.#runs.delete(run.record.id)
    this.#keep(run)
    this.#onChange(run.record.id)
    for (const id of this.#recent.keys()) {
      if (this.#recent.size <= MAX_RECENT) break
      this.forget(id)
    }
  }

  /** Takes over what changed about a job that has ended. */
  refresh(run: JobRun): void {
    if (this.#recent.has(run.record.id)) this.#keep(run)
    this.#onChange(run.record.id)
  }

  /** Takes over how a finished job now stands in the store. */
  reread(id: string): void {
    const record = this.#store.readJob(id)
    if (record !== undefined && this.#recent.has(id)) this.#recent.set(id, summarize(record))
    this.#onChange(id)
  }

  /** Drops a finished job. */
  forget(id: string): void {
    this.#recent.delete(id)
    this.#onChange(id)
  }

  #keep(run: JobRun): void {
    const summary = run.summary(this.#clock.now())
    // Calls that are still out answer nobody any more.
    this.#recent.set(run.record.id, { ...summary, counts: { ...summary.counts, inFlight: 0 } })
  }
}
