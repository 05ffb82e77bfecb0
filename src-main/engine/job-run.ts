import { type Fault, isFinished, type JobState, type JobSummary, type Priority } from '../../src-preload/model.ts'
import { Budget } from './budget.ts'
import { assertTransition } from './job-transitions.ts'
import { type PendingRequest, PendingWords } from './pending-words.ts'
import type { EndedCounts, JobChange, JobPatch, JobRecord, WordBlock } from './ports/job-store.ts'
import { RateMeter } from './rate-meter.ts'

/** Milliseconds a job is assumed to need before anything is known about its speed. */
const UNKNOWN_NEED = 3_600_000

/** One unfinished job in memory: what is pending, what is in flight, how fast it goes. */
export class JobRun {
  readonly record: JobRecord
  readonly pending: PendingWords
  readonly meter = new RateMeter()
  readonly budget: Budget
  /** Words that the cache was asked for in vain: next to be sent. */
  readonly unanswered: PendingRequest[] = []
  name: string
  priority: Priority
  deadline: number | undefined
  isPinned: boolean
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
  readonly #readBlock: (position: number) => WordBlock

  constructor(record: JobRecord, readBlock: (position: number) => WordBlock) {
    this.record = record
    this.#readBlock = readBlock
    this.pending = new PendingWords(record.total, readBlock)
    this.budget = new Budget(record.budgetMicros, record.costMicros)
    this.name = record.name
    this.priority = record.priority
    this.deadline = record.deadline
    this.isPinned = record.isPinned
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

  /** Whether there is a word to send or to look for in the cache at `now`. */
  hasDue(now: number): boolean {
    return this.unanswered.length > 0 || this.pending.hasDue(now)
  }

  /**
   * Whether the deadline is at risk: less time is left than twice what the job needs at its present speed, or than
   * an hour as long as its speed is not known.
   */
  isUrgent(now: number): boolean {
    if (this.deadline === undefined) return false
    const speed = this.meter.speed(now)
    const needed = speed === undefined || speed === 0 ? UNKNOWN_NEED : (2_000 * this.remaining) / speed
    return this.deadline - now < needed
  }

  /** Whether the job has ended: answers that still come are of no use to it. */
  get isOver(): boolean {
    return isFinished(this.state)
  }

  /** Throws JOB_STATE when the present state does not allow it. */
  transition(to: JobState): void {
    assertTransition(this.state, to)
    this.state = to
  }

  /** The state as it is written. */
  change(): JobChange {
    const { state, startedAt, finishedAt, fault } = this
    return {
      key: this.record.key,
      state,
      ...(startedAt !== undefined && { startedAt }),
      ...(finishedAt !== undefined && { finishedAt }),
      ...(fault !== undefined && { fault }),
    }
  }

  apply(patch: JobPatch): void {
    this.name = patch.name ?? this.name
    this.priority = patch.priority ?? this.priority
    this.isPinned = patch.isPinned ?? this.isPinned
    if ('deadline' in patch) this.deadline = patch.deadline
    if ('budgetMicros' in patch) this.budget.cap = patch.budgetMicros
  }

  /** Takes back words that had failed. */
  reopen(positions: readonly number[], ended: EndedCounts, now: number): void {
    this.ended = ended
    let block: WordBlock | undefined
    this.pending.reopen(positions, now, (position) => {
      if (block === undefined || position < block.first || position >= block.first + block.words.length) {
        block = this.#readBlock(position)
      }
      return block.words[position - block.first] as string
    })
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
        name: this.name,
        priority: this.priority,
        deadline: this.deadline,
        isPinned: this.isPinned,
        budgetMicros: this.budget.cap,
        costMicros: this.budget.spent,
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
    ...(record.budgetMicros !== undefined && { budgetMicros: record.budgetMicros }),
    ...(record.deadline !== undefined && { deadline: record.deadline }),
    isPinned: record.isPinned,
    ...(record.fault !== undefined && { fault: record.fault }),
  }
}
