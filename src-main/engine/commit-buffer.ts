import type { JobRun } from './job-run.ts'
import type {
  CommitBatch,
  EndedCounts,
  EndedRequest,
  JobBatch,
  JobChange,
  JobStore,
  NewEvent,
  UsageDelta,
} from './ports/job-store.ts'

/** Results in one transaction: 1,000 take about 3 ms at `synchronous=FULL`, and more gain nothing. */
export const MAX_BATCH = 1_000

interface Slot {
  results: EndedRequest[]
  usage: UsageDelta
}

const NO_CALLS: UsageDelta = { calls: 0, retries: 0, latency: 0, tokens: 0, costMicros: 0 }

export interface Conclusion {
  readonly changes: readonly JobChange[]
  readonly events: readonly NewEvent[]
}

/**
 * Group commit: collects what ended until it is worth a transaction. Nothing counts as done before `flush` returned.
 * When the store throws, everything stays here and can be flushed again.
 */
export class CommitBuffer {
  readonly #store: JobStore
  readonly #slots = new Map<JobRun, Slot>()
  #changes: JobChange[] = []
  #events: NewEvent[] = []
  #size = 0
  #isUrgent = false

  constructor(store: JobStore) {
    this.#store = store
  }

  /** Results that wait for a commit. */
  get size(): number {
    return this.#size
  }

  /** Whether a result of a high-priority job is waiting: somebody is in a hurry for it. */
  get isUrgent(): boolean {
    return this.#isUrgent
  }

  get isEmpty(): boolean {
    return this.#slots.size === 0 && this.#changes.length === 0 && this.#events.length === 0
  }

  addResult(run: JobRun, result: EndedRequest): void {
    this.#slot(run).results.push(result)
    if (run.priority === 'high') this.#isUrgent = true
    this.#size += 1
  }

  addCall(run: JobRun, call: Omit<UsageDelta, 'calls'>): void {
    const slot = this.#slot(run)
    const { calls, retries, latency, tokens, costMicros } = slot.usage
    slot.usage = {
      calls: calls + 1,
      retries: retries + call.retries,
      latency: latency + call.latency,
      tokens: tokens + call.tokens,
      costMicros: costMicros + call.costMicros,
    }
  }

  addChange(change: JobChange, event?: NewEvent): void {
    this.#changes.push(change)
    if (event !== undefined) this.#events.push(event)
  }

  addEvent(event: NewEvent): void {
    this.#events.push(event)
  }

  /**
   * Writes at most MAX_BATCH results and all changes in one transaction.
   *
   * @param conclude what follows for a job from its counts as they then stand
   * @returns the jobs that had results and their new counts
   */
  flush(at: number, conclude: (run: JobRun, ended: EndedCounts) => Conclusion): ReadonlyMap<JobRun, EndedCounts> {
    const taken = this.#take()
    const runs = new Map([...taken.keys()].map((run) => [run.record.key, run]))
    const jobs = [...taken].map(([run, slot]) => toJobBatch(run, slot))
    const batch: CommitBatch = {
      at,
      jobs,
      conclude: (ended) => {
        const conclusions = [...ended].map(([key, counts]) => conclude(runs.get(key) as JobRun, counts))
        return {
          changes: [...this.#changes, ...conclusions.flatMap(({ changes }) => changes)],
          events: [...this.#events, ...conclusions.flatMap(({ events }) => events)],
        }
      },
    }
    const ended = this.#store.commit(batch)
    this.#forget(taken)
    return new Map([...ended].map(([key, counts]) => [runs.get(key) as JobRun, counts]))
  }

  /** What goes into the next transaction; it stays in the buffer until `#forget`. */
  #take(): Map<JobRun, Slot> {
    const taken = new Map<JobRun, Slot>()
    let room = MAX_BATCH
    for (const [run, slot] of this.#slots) {
      if (room <= 0) break
      taken.set(run, slot.results.length <= room ? slot : { ...slot, results: slot.results.slice(0, room) })
      room -= slot.results.length
    }
    return taken
  }

  #forget(taken: ReadonlyMap<JobRun, Slot>): void {
    this.#changes = []
    this.#events = []
    this.#isUrgent = false
    for (const [run, slot] of taken) {
      this.#size -= slot.results.length
      const kept = (this.#slots.get(run) as Slot).results.slice(slot.results.length)
      if (kept.length === 0) this.#slots.delete(run)
      else this.#slots.set(run, { results: kept, usage: NO_CALLS })
    }
  }

  #slot(run: JobRun): Slot {
    let slot = this.#slots.get(run)
    if (slot === undefined) {
      slot = { results: [], usage: NO_CALLS }
      this.#slots.set(run, slot)
    }
    return slot
  }
}

function toJobBatch(run: JobRun, { results, usage }: Slot): JobBatch {
  return { key: run.record.key, providerId: run.record.provider.id, results, usage }
}
