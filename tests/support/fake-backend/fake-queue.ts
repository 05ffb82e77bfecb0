import { ORPCError } from '@orpc/server'
import type { UpdateInput } from '../../../src-preload/contract.ts'
import { ERROR_STATUS, type ErrorCode } from '../../../src-preload/errors.ts'
import {
  type Fault,
  type JobSummary,
  type QueueStats,
  type Settings,
  type SettingsPatch,
  settingsSchema,
} from '../../../src-preload/model.ts'
import { FakeJob, type FakeJobPlan } from './fake-job.ts'

const RANK = { high: 0, normal: 1, low: 2 }

export interface FakeQueueOptions {
  readonly jobs: readonly FakeJobPlan[]
  /** All work is paused from the start. */
  readonly isPaused?: boolean
  /** Why no work can be done at all. */
  readonly fault?: Fault
}

/** The jobs of a fake Wordmill and what a person can do to them; tells whoever listens that something changed. */
export class FakeQueue {
  readonly fault: Fault | undefined
  settings: Settings
  revision = 1
  readonly #jobs: Map<string, FakeJob>
  readonly #listeners = new Set<() => void>()
  #submitted = 0

  constructor({ jobs, isPaused = false, fault }: FakeQueueOptions) {
    this.#jobs = new Map(jobs.map((plan, index) => [`job-${index}`, new FakeJob(`job-${index}`, plan, Date.now())]))
    this.settings = settingsSchema.parse({ isPaused })
    this.fault = fault
  }

  job(jobId: string): FakeJob {
    return this.#jobs.get(jobId) ?? refuse('JOB_NOT_FOUND', 'There is no such job.')
  }

  summaries(): JobSummary[] {
    return [...this.#jobs.values()].map((job) => job.summary())
  }

  submit(plan: FakeJobPlan): JobSummary {
    this.#submitted += 1
    const job = new FakeJob(`new-${this.#submitted}`, plan, Date.now())
    this.#jobs.set(job.id, job)
    return this.#changed(job)
  }

  pause(jobId: string): JobSummary {
    const job = this.#live(jobId)
    job.state = 'paused'
    return this.#changed(job)
  }

  resume(jobId: string): JobSummary {
    const job = this.#live(jobId)
    if (job.state === 'paused') job.state = 'queued'
    job.fault = undefined
    return this.#changed(job)
  }

  cancel(jobId: string): JobSummary {
    const job = this.#live(jobId)
    job.finish('cancelled', Date.now())
    return this.#changed(job)
  }

  update({ jobId, name, priority, isPinned }: UpdateInput): JobSummary {
    const job = this.job(jobId)
    job.name = name ?? job.name
    job.priority = priority ?? job.priority
    job.isPinned = isPinned ?? job.isPinned
    return this.#changed(job)
  }

  retryFailed(jobId: string): JobSummary {
    const job = this.job(jobId)
    if (job.state === 'cancelled' || job.summary().counts.failed === 0) {
      refuse('JOB_STATE', `There is nothing to retry in “${job.name}”.`)
    }
    if (job.isFinished) job.state = 'queued'
    job.retryFailed()
    return this.#changed(job)
  }

  remove(jobId: string): void {
    if (!this.job(jobId).isFinished) refuse('JOB_STATE', 'A job that has not ended can’t be removed. Cancel it first.')
    this.#jobs.delete(jobId)
    this.publish()
  }

  configure(patch: SettingsPatch): Settings {
    this.settings = settingsSchema.parse({ ...this.settings, ...patch })
    this.publish()
    return this.settings
  }

  /** Moves all running jobs on. */
  advance(seconds: number): void {
    if (this.settings.isPaused || this.fault !== undefined) return
    const running = this.#inState('running')
    for (const job of running) job.advance(seconds, Date.now())
    this.#fillSlots()
    if (running.length > 0) this.publish()
  }

  stats(): QueueStats {
    const running = this.#inState('running')
    const isIdle = running.length === 0 || this.settings.isPaused || this.fault !== undefined
    const recent = Array.from({ length: 60 }, (_, second) =>
      isIdle ? 0 : Math.round(28 + second / 3 + 6 * Math.sin(second / 3)),
    )
    return {
      runningJobs: running.length,
      waitingJobs: this.#inState('queued').length + this.#inState('paused').length,
      slots: this.settings.maxActiveJobs,
      pendingWords: running.reduce((sum, { plan, done }) => sum + plan.total - done, 0),
      wordsPerMinute: recent.reduce((sum, words) => sum + words, 0),
      recent,
      costTodayMicros: 0,
      isPaused: this.settings.isPaused,
      ...(this.fault !== undefined && { fault: this.fault }),
    }
  }

  publish(): void {
    this.revision += 1
    for (const listener of this.#listeners) listener()
  }

  /** Settles with the next change, or when aborted. */
  nextChange(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        this.#listeners.delete(finish)
        resolve()
      }
      this.#listeners.add(finish)
      signal?.addEventListener('abort', finish, { once: true })
    })
  }

  #changed(job: FakeJob): JobSummary {
    this.#fillSlots()
    this.publish()
    return job.summary()
  }

  #fillSlots(): void {
    const { isPaused, maxActiveJobs } = this.settings
    if (isPaused || this.fault !== undefined) return
    const free = Math.max(0, maxActiveJobs - this.#inState('running').length)
    const waiting = this.#inState('queued').filter(({ fault }) => fault === undefined)
    waiting.sort((a, b) => RANK[a.priority] - RANK[b.priority])
    for (const job of waiting.slice(0, free)) job.state = 'running'
  }

  #inState(state: JobSummary['state']): FakeJob[] {
    return [...this.#jobs.values()].filter((job) => job.state === state)
  }

  #live(jobId: string): FakeJob {
    const job = this.job(jobId)
    return job.isFinished ? refuse('JOB_STATE', `“${job.name}” has already ended: it is ${job.state}.`) : job
  }
}

export function refuse(code: ErrorCode, message: string): never {
  throw new ORPCError(code, { status: ERROR_STATUS[code], message })
}
