import type { EndedCounts, EndedRequest } from '../engine/ports/job-store.ts'
import type { WritableDatabase } from './database.ts'
import { writeEntries } from './entries-table.ts'
import { requestKey } from './request-key.ts'
import { STATE_CODE } from './result-state.ts'

/** Rows in one statement: twice the speed of one row each; more than ten gain nothing (measured from 1 to 100). */
const GROUP = 10

const TABLE = 'ai_job_requests (id, state, is_cached, attempts, latency, ended_at, code, body, entry)'
const ROW = '(?, ?, ?, ?, ?, ?, ?, ?, ?)'

type Value = string | number | null

/**
 * Appends results, ten rows a statement. A group that meets a position which has ended already changes nothing
 * (SQLite takes back the one statement), and its rows are then written one by one, each ignored if it is there.
 */
export class ResultAppender {
  readonly #group
  readonly #single
  readonly #entries

  constructor(database: WritableDatabase) {
    this.#group = database.prepare<[Value[]]>(`INSERT INTO ${TABLE} VALUES ${Array(GROUP).fill(ROW).join(', ')}`)
    this.#single = database.prepare<[Value[]]>(`INSERT OR IGNORE INTO ${TABLE} VALUES ${ROW}`)
    this.#entries = writeEntries(database)
  }

  /** Returns how many of each kind were new. Call it inside a transaction. */
  append(key: number, results: readonly EndedRequest[], at: number): EndedCounts {
    const added = { entry: 0, 'not-found': 0, failed: 0, cached: 0 }
    const count = ({ state, isCached }: EndedRequest) => {
      added[state] += 1
      if (isCached) added.cached += 1
    }
    for (let first = 0; first < results.length; first += GROUP) {
      const group = results.slice(first, first + GROUP)
      const rows = group.map((result) => this.#row(key, result, at))
      if (this.#appendGroup(rows)) {
        group.forEach(count)
        continue
      }
      for (const [index, row] of rows.entries()) {
        if (this.#single.run(row).changes > 0) count(group[index] as EndedRequest)
      }
    }
    return { answered: added.entry, notFound: added['not-found'], failed: added.failed, cached: added.cached }
  }

  /** False when the group is not a full one or one of its rows is there already; then nothing was written. */
  #appendGroup(rows: readonly Value[][]): boolean {
    if (rows.length < GROUP) return false
    try {
      this.#group.run(rows.flat())
      return true
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') throw error
      return false
    }
  }

  #row(key: number, result: EndedRequest, at: number): Value[] {
    const { position, state, isCached, attempts, latency, code, body, cache } = result
    const entry = cache === undefined ? null : this.#entries.resolve(cache, body, at)
    const own = entry === null ? body : ''
    return [
      requestKey(key, position),
      STATE_CODE[state],
      Number(isCached),
      attempts,
      latency,
      at,
      code ?? null,
      own,
      entry,
    ]
  }
}
