import { setImmediate } from 'node:timers/promises'
import type {
  CommitBatch,
  EndedCounts,
  JobRecord,
  JobStore,
  NewJob,
  WordBlock,
  WordList,
} from '../engine/ports/job-store.ts'
import type { WritableDatabase } from './database.ts'
import { writeEvents } from './events-table.ts'
import { readJobs, writeJobs } from './jobs-table.ts'
import { writeMetrics } from './metrics-table.ts'
import { readRequests, writeRequests } from './requests-table.ts'
import { BLOCK_SIZE, readWords, writeWords } from './words-table.ts'

/** Blocks in one transaction of `createJob`: about 4 ms, so that the event loop keeps turning. */
const BLOCKS_PER_TRANSACTION = 10

/** The engine's store on the one writing handle. */
export class SqliteJobStore implements JobStore {
  readonly #database: WritableDatabase
  readonly #jobs
  readonly #words
  readonly #requests
  readonly #events
  readonly #metrics
  #lastKey: number

  constructor(database: WritableDatabase) {
    this.#database = database
    this.#jobs = { ...readJobs(database), ...writeJobs(database) }
    this.#words = { ...readWords(database), ...writeWords(database) }
    this.#requests = { ...readRequests(database), ...writeRequests(database) }
    this.#events = writeEvents(database)
    this.#metrics = writeMetrics(database)
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
        ended.set(key, this.#jobs.addCounts(key, added))
        this.#metrics.add(batch.at, providerId, added, usage)
      }
      const { changes, events } = batch.conclude(ended)
      for (const change of changes) this.#jobs.change(change)
      for (const event of events) this.#events.append(event)
      return ended
    })()
  }
}
