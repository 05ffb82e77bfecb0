import type { Coalescer } from './coalescer.ts'
import { type CommitBuffer, MAX_BATCH } from './commit-buffer.ts'
import type { JobRun } from './job-run.ts'
import type { Lane } from './lane.ts'
import type { PendingRequest } from './pending-words.ts'
import type { JobStore } from './ports/job-store.ts'

/** Results that may wait for the disk before nothing more is begun. */
export const MAX_UNCOMMITTED = 4 * MAX_BATCH
/** Words that the cache is asked for at once: one statement. */
const PROBE = 500

/** Makes the chunks that are sent: words that neither the cache knows nor somebody else is asking for already. */
export class ChunkMaker {
  readonly #store: JobStore
  readonly #buffer: CommitBuffer
  readonly #coalescer: Coalescer

  constructor(store: JobStore, buffer: CommitBuffer, coalescer: Coalescer) {
    this.#store = store
    this.#buffer = buffer
    this.#coalescer = coalescer
  }

  /** The next words of `run` to send, at most a chunk; empty when all that was due could be answered otherwise. */
  next(lane: Lane, run: JobRun, now: number): PendingRequest[] {
    const size = Math.min(run.record.chunkSize, lane.provider.chunk.max)
    const question = questionOf(lane, run)
    if (question === undefined) {
      // What was made ready before the question was lost is sent first; for most providers there is never any.
      const ready = run.unanswered.splice(0, size)
      return ready.length > 0 ? ready : run.pending.take(size, now)
    }
    const chunk: PendingRequest[] = []
    while (chunk.length < size && this.#buffer.size < MAX_UNCOMMITTED) {
      if (run.unanswered.length === 0) this.fill(lane, run, now)
      const request = run.unanswered.shift()
      if (request === undefined) break
      if (this.#coalescer.claim(question, run, request)) chunk.push(request)
    }
    return chunk
  }

  /** Answers from the cache what it knows, until there is a chunk of words it does not know or nothing is due. */
  fill(lane: Lane, run: JobRun, now: number): void {
    const question = questionOf(lane, run)
    if (question === undefined) return
    while (run.unanswered.length < run.record.chunkSize && this.#buffer.size < MAX_UNCOMMITTED) {
      const requests = run.pending.take(PROBE, now)
      if (requests.length === 0) return
      this.#probe(question, run, requests)
    }
  }

  /** Gives back words that were to be sent and are not; they go first next time. */
  putBack(lane: Lane, run: JobRun, requests: readonly PendingRequest[], now: number): void {
    const question = questionOf(lane, run)
    run.unanswered.unshift(...requests)
    if (question === undefined) return
    for (const { word } of requests) {
      for (const waiter of this.#coalescer.release(question, word)) waiter.run.pending.giveBack(waiter.request, now)
    }
  }

  #probe(question: string, run: JobRun, requests: readonly PendingRequest[]): void {
    if (run.record.isFresh) {
      run.unanswered.push(...requests)
      return
    }
    const cached = this.#store.readCached(
      question,
      requests.map(({ word }) => word),
    )
    for (const request of requests) {
      const entry = cached.get(request.word)
      if (entry === undefined) {
        run.unanswered.push(request)
        continue
      }
      this.#buffer.addResult(run, {
        position: request.position,
        state: 'entry',
        body: '',
        code: undefined,
        attempts: 0,
        latency: 0,
        isCached: true,
        cache: { kind: 'stored', entry },
      })
    }
  }
}

/** What the cache knows a job's question as, or undefined when the provider's answers are not cached. */
export function questionOf(lane: Lane, run: JobRun): string | undefined {
  return lane.provider.cacheKey?.({ fields: run.record.fields })
}
