import type { EndedCounts, EndedRequest } from '../engine/ports/job-store.ts'
import type { WritableDatabase } from './database.ts'
import { writeEntries } from './entries-table.ts'
import { requestKey } from './request-key.ts'
import { STATE_CODE } from './result-state.ts'

/** Rows in one statement, largest first: a hundred at a time are twice as fast as one by one. */
const GROUPS = [100, 10] as const

const TABLE = 'ai_job_requests (id, state, is_cached, attempts, latency, ended_at, code, body, entry)'
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?, ?)'

type Value = string | number | null

/**
 * Appends results, many rows a statement. A group that meets a position which has ended already changes nothing (SQLite
 * takes back the one statement), and its rows are then written one by one, each ignored if it is there.
 */
export class ResultAppender {
  readonly #groups
  readonly #single
  readonly #entries

  constructor(database: WritableDatabase) {
    this.#groups = GROUPS.map((size) => ({
      size,
      insert: database.prepare<[Value[]]>(`INSERT INTO ${TABLE} VALUES ${Array(size).fill(ROW).join(', ')}`),
    }))
    this.#single = database.prepare<[Value[]]>(`INSERT OR IGNORE INTO ${TABLE} VALUES ${ROW}`)
    this.#entries = writeEntries(database)
  }

  /** Returns how many of each kind were new. Call it inside a transaction. */
  append(key: number, results: readonly EndedRequest[], at: number): EndedCounts {
    const resolve = this.#entries.resolver(at)
    const added = { entry: 0, 'not-found': 0, failed: 0, cached: 0 }
    const valuesOf = (from: number, to: number): Value[] => {
      const values: Value[] = []
      for (let index = from; index < to; index += 1) {
        const { position, state, isCached, attempts, latency, code, body, cache } = results[index] as EndedRequest
        const entry = cache === undefined ? null : resolve(cache, body)
        const own = entry === null ? body : ''
        values.push(requestKey(key, position), STATE_CODE[state], isCached ? 1 : 0, attempts, latency, at)
        values.push(code ?? null, own, entry)
      }
      return values
    }
    const count = (from: number, to: number) => {
      for (let index = from; index < to; index += 1) {
        const { state, isCached } = results[index] as EndedRequest
        added[state] += 1
        if (isCached) added.cached += 1
      }
    }
    let from = 0
    for (const { size, insert } of this.#groups) {
      for (; from + size <= results.length; from += size) {
        if (insertGroup(insert, valuesOf(from, from + size))) count(from, from + size)
        else this.#appendSingly(from, from + size, valuesOf, count)
      }
    }
    this.#appendSingly(from, results.length, valuesOf, count)
    return { answered: added.entry, notFound: added['not-found'], failed: added.failed, cached: added.cached }
  }

  #appendSingly(
    from: number,
    to: number,
    valuesOf: (from: number, to: number) => Value[],
    count: (from: number, to: number) => void,
  ): void {
    for (let index = from; index < to; index += 1) {
      if (this.#single.run(valuesOf(index, index + 1)).changes > 0) count(index, index + 1)
    }
  }
}

/** False when one of the rows is there already; then nothing was written. */
function insertGroup(insert: { run(values: Value[]): unknown }, values: Value[]): boolean {
  try {
    insert.run(values)
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') throw error
    return false
  }
}
