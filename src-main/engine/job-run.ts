import type { Fault, JobState, JobSummary, Priority } from '../../src-preload/model.ts'
import { assertTransition } from './job-transitions.ts'
import { PendingWords } from './pending-words.ts'
import type { EndedCounts, JobRecord, WordBlock } from './ports/job-store.ts'
import { RateMeter } from './rate-meter.ts'

/** One unfinished job in memory: what is pending, what is in flight, how fast it goes. */
export class JobRun {
  readonly record: JobRecord
  readonly pending: PendingWords
  readonly meter = new RateMeter()
  priority: Priority
  state: JobState
  ended: EndedCounts
  startedAt: number | undefined
  finishedAt: number | undefined
  fault: Fault | undefined
  /** Words in provider calls right now. */
  inFlight = 0
  /** Virtual time of stride scheduling; see `Lane`. */
  pass = 0
  /** Since when the job has been waiting for a slot, for aging. */
  waitingSince: number
  #abort = new AbortController()

  constructor(record: JobRecord, readBlock: (position: number) => WordBlock) {
    this.record = record
    this.pending = new PendingWords(record.total, readBlock)
    this.priority = record.priority
    this.state = record.state
    this.ended = record.ended
    this.startedAt = record.startedAt
    this.finishedAt = record.finishedAt
    this.fault = record.fault
    this.waitingSince = record.createdAt
  }

  /** Aborted when the job's calls in flight are of no use any more. */
  get signal(): AbortSignal {
    return this.#abort.signal
  }

  get remaining(): number {
    return this.record.total - countEnded(this.ended)
  }

  /** Throws JOB_STATE when the present state does not allow it. */
  transition(to: JobState): void {
    assertTransition(this.state, to)
    this.state = to
  }

  abortCalls(): void {
    this.#abort.abort()
    this.#abort = new AbortController()
  }

  summary(now: number): JobSummary {
    const isRunning = this.state === 'running'
    return summarize(
      {
        ...this.record,
        priority: this.priority,
        state: this.state,
        ended: this.ended,
        startedAt: this.startedAt,
        finishedAt: this.finishedAt,
        fault: this.fault,
      },
      {
        inFlight: this.inFlight,
        wordsPerSecond: isRunning ? this.meter.speed(now) : undefined,
        eta: isRunning ? this.meter.eta(this.remaining, now) : undefined,
      },
    )
  }
}

export function countEnded(ended: EndedCounts): number {
  return ended.answered + ended.notFound + ended.failed
}

/** The job as every client sees it. */
export function summarize(
  record: JobRecord,
  live: { inFlight: number; wordsPerSecond?: number | undefined; eta?: JobSummary['eta'] } = { inFlight: 0 },
): JobSummary {
  const { ended } = record
  return {
    id: record.id,
    name: record.name,
    state: record.state,
    priority: record.priority,
    provider: record.provider,
    fields: [...record.fields],
    counts: { total: record.total, ...ended, inFlight: live.inFlight },
    list: record.list,
    createdAt: record.createdAt,
    ...(record.startedAt !== undefined && { startedAt: record.startedAt }),
    ...(record.finishedAt !== undefined && { finishedAt: record.finishedAt }),
    ...(live.wordsPerSecond !== undefined && { wordsPerSecond: live.wordsPerSecond }),
    ...(live.eta !== undefined && { eta: live.eta }),
    costMicros: record.costMicros,
    ...(record.fault !== undefined && { fault: record.fault }),
  }
}
