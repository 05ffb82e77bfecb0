import type { EndedRequest } from '../engine/ports/job-store.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'
import { positionOf, requestKey } from './request-key.ts'
import { ResultAppender } from './result-appender.ts'
import { type EndedState, STATE_CODE } from './result-state.ts'

/** The states that have an index of their own. */
export type ProblemState = Exclude<EndedState, 'entry'>

const STATE_NAME: Readonly<Record<number, EndedState>> = { 1: 'entry', 2: 'not-found', 3: 'failed' }

interface RequestRowColumns {
  id: number
  state: number
  is_cached: number
  attempts: number
  latency: number
  code: string | null
  gist: string | null
}

/** A request that ended, as the store keeps it; `gist` is the first definition, suggestion or message. */
export interface StoredRequest {
  readonly position: number
  readonly state: EndedState
  readonly isCached: boolean
  readonly attempts: number
  readonly latency: number
  readonly code: string | undefined
  readonly gist: string | undefined
}

/** The entry's own text, or that of the cached entry it refers to. */
const BODY = 'coalesce((SELECT entries.body FROM entries WHERE entries.id = entry), body)'
const GIST = `CASE state WHEN 1 THEN ${BODY} ->> '$.senses[0].definition' WHEN 2 THEN body ->> '$[0]' ELSE body END AS gist`
const COLUMNS = `id, state, is_cached, attempts, latency, code, ${GIST}`

export const REQUEST_QUERIES = {
  window: `SELECT ${COLUMNS} FROM ai_job_requests WHERE id >= ? AND id < ?`,
  problems: `SELECT ${COLUMNS} FROM ai_job_requests
    WHERE state <> 1 AND state = ? AND id >= ? AND id < ? ORDER BY id LIMIT ? OFFSET ?`,
  failed: 'SELECT id FROM ai_job_requests WHERE state <> 1 AND state = 3 AND id >= ? AND id < ? ORDER BY id',
  ended: 'SELECT id FROM ai_job_requests WHERE id >= ? AND id < ?',
  bodies: `SELECT id, ${BODY} AS body FROM ai_job_requests WHERE id >= ? AND id < ?`,
} as const

export function readRequests(database: ReadableDatabase) {
  const window = database.prepare<[number, number], RequestRowColumns>(REQUEST_QUERIES.window)
  const problems = database.prepare<[number, number, number, number, number], RequestRowColumns>(
    REQUEST_QUERIES.problems,
  )
  const ended = database.prepare<[number, number], number>(REQUEST_QUERIES.ended).pluck()
  const bodies = database.prepare<[number, number], { id: number; body: string }>(REQUEST_QUERIES.bodies)
  return {
    /** Requests that ended among the positions from `from` up to `to`, by position. */
    window(key: number, from: number, to: number): Map<number, StoredRequest> {
      const rows = window.all(requestKey(key, from), requestKey(key, to)).map(toStored)
      return new Map(rows.map((row) => [row.position, row]))
    },
    /** A page of the requests that ended in `state`, by position. */
    problems(key: number, state: ProblemState, offset: number, limit: number): StoredRequest[] {
      return problems.all(STATE_CODE[state], requestKey(key, 0), requestKey(key + 1, 0), limit, offset).map(toStored)
    },
    /** Positions from `from` up to `to` that have ended. */
    ended(key: number, from: number, to: number): Set<number> {
      return new Set(ended.all(requestKey(key, from), requestKey(key, to)).map(positionOf))
    },
    /** Bodies as stored (see `EndedRequest.body`), by position. */
    bodies(key: number, from: number, to: number): Map<number, string> {
      const rows = bodies.all(requestKey(key, from), requestKey(key, to))
      return new Map(rows.map((row) => [positionOf(row.id), row.body]))
    },
  }
}

export function writeRequests(database: WritableDatabase) {
  const appender = new ResultAppender(database)
  const failed = database.prepare<[number, number], number>(REQUEST_QUERIES.failed).pluck()
  const removeFailed = database.prepare(
    'DELETE FROM ai_job_requests WHERE state <> 1 AND state = 3 AND id >= ? AND id < ?',
  )
  const removeRange = database.prepare('DELETE FROM ai_job_requests WHERE id >= ? AND id < ?')
  return {
    /** Takes the failed requests of a job back to pending and returns their positions in list order. */
    reopenFailed(key: number): number[] {
      const range = [requestKey(key, 0), requestKey(key + 1, 0)] as const
      const positions = failed.all(...range).map(positionOf)
      removeFailed.run(...range)
      return positions
    },
    removeRange(key: number, from: number, to: number): void {
      removeRange.run(requestKey(key, from), requestKey(key, to))
    },
    /** Appends results and returns how many of each were new: a position that has ended is left as it is. */
    append: (key: number, results: readonly EndedRequest[], at: number) => appender.append(key, results, at),
  }
}

function toStored(row: RequestRowColumns): StoredRequest {
  return {
    position: positionOf(row.id),
    state: STATE_NAME[row.state] as EndedState,
    isCached: row.is_cached === 1,
    attempts: row.attempts,
    latency: row.latency,
    code: row.code ?? undefined,
    gist: row.gist ?? undefined,
  }
}
