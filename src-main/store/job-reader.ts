import type { Entry, JobEvent, JobState, RequestDetail, RequestRow } from '../../src-preload/model.ts'
import type { JobRecord } from '../engine/ports/job-store.ts'
import type { ReadableDatabase } from './database.ts'
import { readEvents } from './events-table.ts'
import { readJobs } from './jobs-table.ts'
import { type ProblemState, readRequests, type StoredRequest } from './requests-table.ts'
import { readWords, type StoredBlock } from './words-table.ts'

/** What screens and exports read, on the reading handle. Every method is an index range, whatever the table's size. */
export class JobReader {
  readonly #jobs
  readonly #words
  readonly #requests
  readonly #events

  constructor(database: ReadableDatabase) {
    this.#jobs = readJobs(database)
    this.#words = readWords(database)
    this.#requests = readRequests(database)
    this.#events = readEvents(database)
  }

  job(id: string): JobRecord | undefined {
    return this.#jobs.byId(id)
  }

  /** Jobs created before `before`, newest first. */
  jobs(states: readonly JobState[], before: number, limit: number): JobRecord[] {
    return this.#jobs.page(states, before, limit)
  }

  events(job: JobRecord, after: number, limit: number): JobEvent[] {
    return this.#events.page(job.key, job.id, after, limit)
  }

  /** The words at positions `offset` up to `offset + limit`, ended or not. */
  rows(job: JobRecord, offset: number, limit: number): RequestRow[] {
    const end = Math.min(offset + limit, job.total)
    const ended = this.#requests.window(job.key, offset, end)
    return [...this.#positions(job, offset, end)].map((at) => toRow(at, ended.get(at.position)))
  }

  /** A page of the words that ended in `state`, in list order. */
  problemRows(job: JobRecord, state: ProblemState, offset: number, limit: number): RequestRow[] {
    let block: StoredBlock | undefined
    return this.#requests.problems(job.key, state, offset, limit).map((stored) => {
      if (block === undefined || stored.position >= block.first + block.words.length) {
        block = this.#words.block(job.key, stored.position)
      }
      return toRow(wordAt(block, stored.position), stored)
    })
  }

  /** Everything about the words at positions `offset` up to `offset + limit`. */
  details(job: JobRecord, offset: number, limit: number): RequestDetail[] {
    const end = Math.min(offset + limit, job.total)
    const ended = this.#requests.window(job.key, offset, end)
    const bodies = this.#requests.bodies(job.key, offset, end)
    return [...this.#positions(job, offset, end)].map((at) => {
      return toDetail(at, ended.get(at.position), bodies.get(at.position))
    })
  }

  *#positions(job: JobRecord, from: number, to: number): Generator<PlacedWord> {
    for (let position = from; position < to; ) {
      const block = this.#words.block(job.key, position)
      const end = Math.min(to, block.first + block.words.length)
      for (; position < end; position += 1) yield wordAt(block, position)
    }
  }
}

interface PlacedWord {
  readonly position: number
  readonly word: string
  readonly line: number
}

function wordAt(block: StoredBlock, position: number): PlacedWord {
  const index = position - block.first
  return { position, word: block.words[index] as string, line: block.lines[index] as number }
}

function toRow(at: PlacedWord, stored: StoredRequest | undefined): RequestRow {
  if (stored === undefined) return { ...at, state: 'pending' }
  const { state, gist, code, isCached, latency } = stored
  return {
    ...at,
    state,
    isCached,
    latency,
    ...(state !== 'failed' && gist !== undefined && { gist }),
    ...(state === 'failed' && { fault: { code: code ?? 'INTERNAL', message: gist ?? '' } }),
  }
}

function toDetail(at: PlacedWord, stored: StoredRequest | undefined, body: string | undefined): RequestDetail {
  const row = toRow(at, stored)
  if (stored === undefined || body === undefined) return row
  const { attempts } = stored
  if (stored.state === 'entry') return { ...row, attempts, entry: JSON.parse(body) as Entry }
  if (stored.state === 'not-found') return { ...row, attempts, suggestions: JSON.parse(body) as string[] }
  return { ...row, attempts }
}
