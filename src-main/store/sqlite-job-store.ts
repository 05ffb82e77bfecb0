import { setImmediate } from 'node:timers/promises'
import type {
  CommitBatch,
  EndedCounts,
  JobPatch,
  JobRecord,
  JobStore,
  NewJob,
  WordBlock,
  WordList,
} from '../engine/ports/job-store.ts'
import type { WritableDatabase } from './database.ts'
import { readEntries } from './entries-table.ts'
import { writeEvents } from './events-table.ts'
import { readJobs, writeJobs } from './jobs-table.ts'
import { localDay } from './local-day.ts'
import { readMetrics, writeMetrics } from './metrics-table.ts'
import { readRemovals, writeRemovals } from './removals-table.ts'
import { readRequests, writeRequests } from './requests-table.ts'
import { BLOCK_SIZE, readWords, writeWords } from './words-table.ts'

/** Blocks in one transaction of `createJob`: about 4 ms, so that the event loop keeps turning. */
const BLOCKS_PER_TRANSACTION = 10

/** Jobs that one round of the clean-up takes; the next round takes more. */
const MAX_EXPIRED = 100

/** The engine's store on the one writing handle. */
export class SqliteJobStore implements JobStore {
  readonly #database: WritableDatabase
  readonly #jobs
  readonly #words
  readonly #requests
  readonly #events
  readonly #metrics
  readonly #entries
  readonly #removals
  #lastKey: number

  constructor(database: WritableDatabase) {
    this.#database = database
    this.#jobs = { ...readJobs(database), ...writeJobs(database) }
    this.#words = { ...readWords(database), ...writeWords(database) }
    this.#requests = { ...readRequests(database), ...writeRequests(database) }
    this.#events = writeEvents(database)
    this.#metrics = { ...readMetrics(database), ...writeMetrics(database) }
    this.#entries = readEntries(database)
    this.#removals = { ...readRemovals(database), ...writeRemovals(database) }
    this.#lastKey = this.#jobs.lastKey()
    // Words of a submission that a crash cut short: its job was never written, so nobody can miss them.
    this.#words.removeAfter(this.#lastKey)
  }

  async createJob(job: NewJob, list: WordList): Promise<JobRecord> {
    this.#lastKey += 1
    const key = this.#lastKey
    const total = list.words.length
    const insertBlocks = this.#database.transaction((from: number, to: number) => {
      for (let first = from; first < to; first += BLOCK_SIZE) this.#words.insertBlock(key, list, first)
    })
    const step = BLOCK_SIZE * BLOCKS_PER_TRANSACTION
    for (let from = 0; from < total; from += step) {
      insertBlocks(from, Math.min(from + step, total))
      await setImmediate()
    }
    this.#database.transaction(() => {
      this.#jobs.insert(key, job, total, list.report)
      const data = { name: job.name, total, priority: job.priority }
      this.#events.append({ key, type: 'job:created', at: job.createdAt, data })
    })()
    return this.#jobs.byId(job.id) as JobRecord
  }

  readUnfinishedJobs(): JobRecord[] {
    return this.#jobs.unfinished()
  }

  readFinishedJobs(limit: number): JobRecord[] {
    return this.#jobs.finished(limit)
  }

  readJob(id: string): JobRecord | undefined {
    return this.#jobs.byId(id)
  }

  readBlock(key: number, position: number): WordBlock {
    const { first, words } = this.#words.block(key, position)
    return { first, words, ended: this.#requests.ended(key, first, first + words.length) }
  }

  commit(batch: CommitBatch): ReadonlyMap<number, EndedCounts> {
    return this.#database.transaction(() => {
      const ended = new Map<number, EndedCounts>()
      for (const { key, providerId, results, usage } of batch.jobs) {
        const added = this.#requests.append(key, results, batch.at)
        ended.set(key, this.#jobs.addCounts(key, added, usage.costMicros))
        this.#metrics.add(batch.at, providerId, added, usage)
      }
      const { changes, events } = batch.conclude(ended)
      for (const change of changes) this.#jobs.change(change)
      for (const event of events) this.#events.append(event)
      return ended
    })()
  }

  readCached(question: string, words: readonly string[]): ReadonlyMap<string, number> {
    return this.#entries.cached(question, words)
  }

  readCostSince(at: number): number {
    return this.#metrics.costSince(localDay(at))
  }

  updateJob(key: number, patch: JobPatch): void {
    this.#jobs.update(key, patch)
  }

  reopenFailed(key: number, at: number): readonly number[] {
    return this.#database.transaction(() => {
      const positions = this.#requests.reopenFailed(key)
      this.#jobs.reopen(key, positions.length)
      this.#events.append({ key, type: 'job:retry', at, data: { words: positions.length, by: 'person' } })
      return positions
    })()
  }

  removeJob(key: number, total: number): void {
    this.#database.transaction(() => {
      this.#jobs.remove(key)
      this.#events.remove(key)
      this.#removals.add(key, total)
    })()
  }

  removeExpired(before: number): readonly string[] {
    const expired = this.#jobs.expired(before, MAX_EXPIRED)
    for (const job of expired) this.removeJob(job.key, job.total)
    return expired.map((job) => job.id)
  }

  sweep(): boolean {
    const next = this.#removals.next()
    if (next === undefined) return false
    const { job, total } = next
    // From the end, so that what is left is always the positions from 0 up to `total`.
    const from = Math.max(0, total - 1 - ((total - 1) % BLOCK_SIZE))
    this.#database.transaction(() => {
      this.#requests.removeRange(job, from, total)
      this.#words.removeBlock(job, from)
      if (from === 0) this.#removals.finish(job)
      else this.#removals.shrink(job, from)
    })()
    return true
  }
}
