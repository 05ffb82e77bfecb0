import type { JobSummary, ProgressMessage, QueueStats } from '../../src-preload/model.ts'
import type { Clock } from './ports/clock.ts'

/** Milliseconds between two messages to one reader. */
const MIN_INTERVAL = 100
/** Milliseconds between messages that only carry statistics. */
const STATS_INTERVAL = 1_000

/** What the feed reads when it has something to tell. */
export interface ProgressSource {
  /** Live jobs and the latest finished ones. */
  jobs(): JobSummary[]
  /** One of those jobs, or undefined when it is no longer among them. */
  job(id: string): JobSummary | undefined
  stats(): QueueStats
  /** Whether the statistics change by themselves as time passes. */
  isActive(): boolean
}

interface Reader {
  readonly dirty: Set<string>
  hasNewStats: boolean
  wake: (() => void) | undefined
}

/**
 * The progress stream: a snapshot, then diffs. Every reader has its own set of changed jobs, whose summaries are read
 * when its message is built, so a slow reader gets fewer messages but always the latest truth, and memory is bounded
 * by the number of jobs.
 */
export class ProgressFeed {
  readonly #source: ProgressSource
  readonly #clock: Clock
  readonly #readers = new Set<Reader>()
  #isClosed = false

  constructor(source: ProgressSource, clock: Clock) {
    this.#source = source
    this.#clock = clock
  }

  /** Notes that a job changed, appeared or is gone. */
  touch(id: string): void {
    for (const reader of this.#readers) {
      reader.dirty.add(id)
      reader.wake?.()
    }
  }

  /** Notes that the statistics changed by themselves. */
  touchStats(): void {
    for (const reader of this.#readers) {
      reader.hasNewStats = true
      reader.wake?.()
    }
  }

  /** Ends all streams. */
  close(): void {
    this.#isClosed = true
    for (const reader of this.#readers) reader.wake?.()
  }

  async *watch(signal?: AbortSignal): AsyncGenerator<ProgressMessage, void> {
    const reader: Reader = { dirty: new Set(), hasNewStats: false, wake: undefined }
    this.#readers.add(reader)
    const onAbort = () => reader.wake?.()
    signal?.addEventListener('abort', onAbort, { once: true })
    try {
      let revision = 0
      yield { type: 'snapshot', revision, jobs: this.#source.jobs(), stats: this.#source.stats() }
      while (!this.#isOver(signal)) {
        await this.#somethingToTell(reader, signal)
        if (this.#isOver(signal)) return
        revision += 1
        yield this.#diff(reader, revision)
        await this.#wait(reader, MIN_INTERVAL, () => this.#isOver(signal))
      }
    } finally {
      signal?.removeEventListener('abort', onAbort)
      this.#readers.delete(reader)
    }
  }

  #isOver(signal: AbortSignal | undefined): boolean {
    return this.#isClosed || signal?.aborted === true
  }

  #diff(reader: Reader, revision: number): ProgressMessage {
    const ids = [...reader.dirty]
    reader.dirty.clear()
    reader.hasNewStats = false
    const changed: JobSummary[] = []
    const removed: string[] = []
    for (const id of ids) {
      const job = this.#source.job(id)
      if (job === undefined) removed.push(id)
      else changed.push(job)
    }
    return { type: 'diff', revision, changed, removed, stats: this.#source.stats() }
  }

  async #somethingToTell(reader: Reader, signal: AbortSignal | undefined): Promise<void> {
    let isActive = this.#source.isActive()
    while (reader.dirty.size === 0 && !reader.hasNewStats && !this.#isOver(signal)) {
      const isTimedOut = await this.#wait(reader, isActive ? STATS_INTERVAL : undefined, () => true)
      if (isTimedOut) return
      isActive = this.#source.isActive()
    }
  }

  /** Waits `delay` (or for ever), or until woken while `endsEarly` holds. Resolves to whether the time ran out. */
  #wait(reader: Reader, delay: number | undefined, endsEarly: () => boolean): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (isTimedOut: boolean) => {
        cancel?.()
        reader.wake = undefined
        resolve(isTimedOut)
      }
      const cancel = delay === undefined ? undefined : this.#clock.setTimer(delay, () => finish(true))
      reader.wake = () => {
        if (endsEarly()) finish(false)
      }
    })
  }
}
