import type { Fault, Field, JobState, ListReport, Priority } from '../../src-preload/model.ts'
import type { EndedCounts, JobChange, JobPatch, JobRecord, NewJob } from '../engine/ports/job-store.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'

interface JobRow {
  key: number
  id: string
  name: string
  state: JobState
  priority: Priority
  provider_id: string
  provider_name: string
  fields: string
  chunk_size: number
  max_attempts: number
  total: number
  answered: number
  not_found: number
  failed: number
  cached: number
  cost_micros: number
  deadline: number | null
  budget_micros: number | null
  is_pinned: number
  is_fresh: number
  list: string
  created_at: number
  started_at: number | null
  finished_at: number | null
  fault_code: string | null
  fault_message: string | null
}

/** The person whose jobs these are; the first profile exists from the start. */
const DEFAULT_PROFILE = 1

export const JOB_QUERIES = {
  byId: 'SELECT * FROM ai_batch_jobs WHERE id = ?',
  unfinished: 'SELECT * FROM ai_batch_jobs WHERE finished_at IS NULL ORDER BY key',
  finished: 'SELECT * FROM ai_batch_jobs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC LIMIT ?',
  page: `SELECT * FROM ai_batch_jobs WHERE created_at < ? AND state IN (SELECT value FROM json_each(?))
    ORDER BY created_at DESC LIMIT ?`,
  expired: 'SELECT * FROM ai_batch_jobs WHERE finished_at IS NOT NULL AND finished_at < ? AND is_pinned = 0 LIMIT ?',
} as const

/** Reading statements of `ai_batch_jobs`. */
export function readJobs(database: ReadableDatabase) {
  const byId = database.prepare<[string], JobRow>(JOB_QUERIES.byId)
  const unfinished = database.prepare<[], JobRow>(JOB_QUERIES.unfinished)
  const finished = database.prepare<[number], JobRow>(JOB_QUERIES.finished)
  const page = database.prepare<[number, string, number], JobRow>(JOB_QUERIES.page)
  const expired = database.prepare<[number, number], JobRow>(JOB_QUERIES.expired)
  return {
    /** Jobs that ended before `before` and are not pinned. */
    expired: (before: number, limit: number) => expired.all(before, limit).map(toRecord),
    byId(id: string): JobRecord | undefined {
      const row = byId.get(id)
      return row === undefined ? undefined : toRecord(row)
    },
    unfinished: () => unfinished.all().map(toRecord),
    finished: (limit: number) => finished.all(limit).map(toRecord),
    /** Newest first, created before `before`. */
    page: (states: readonly JobState[], before: number, limit: number) =>
      page.all(before, JSON.stringify(states), limit).map(toRecord),
  }
}

/** Writing statements of `ai_batch_jobs`. */
export function writeJobs(database: WritableDatabase) {
  const insert = database.prepare(
    `INSERT INTO ai_batch_jobs (key, id, profile, name, state, priority, provider_id, provider_name, fields,
      chunk_size, max_attempts, deadline, budget_micros, is_fresh, total, list, created_at)
    VALUES (?, ?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const addCounts = database.prepare<[number, number, number, number, number, number], EndedRow>(
    `UPDATE ai_batch_jobs SET answered = answered + ?, not_found = not_found + ?, failed = failed + ?,
      cached = cached + ?, cost_micros = cost_micros + ? WHERE key = ? RETURNING answered, not_found, failed, cached`,
  )
  const change = database.prepare(
    `UPDATE ai_batch_jobs SET state = ?, started_at = coalesce(started_at, ?), finished_at = ?, fault_code = ?,
      fault_message = ? WHERE key = ?`,
  )
  const update = database.prepare(
    `UPDATE ai_batch_jobs SET name = coalesce(?, name), priority = coalesce(?, priority),
      is_pinned = coalesce(?, is_pinned), deadline = iif(?, ?, deadline), budget_micros = iif(?, ?, budget_micros)
    WHERE key = ?`,
  )
  const reopen = database.prepare(
    `UPDATE ai_batch_jobs SET failed = failed - ?, finished_at = NULL, fault_code = NULL, fault_message = NULL,
      state = iif(state IN ('completed', 'failed'), 'queued', state) WHERE key = ?`,
  )
  const remove = database.prepare('DELETE FROM ai_batch_jobs WHERE key = ?')
  const lastKey = database.prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'ai_batch_jobs'`).pluck()
  return {
    /** The largest key ever given to a job, 0 for none. */
    lastKey: () => lastKey.get() ?? 0,
    insert(key: number, job: NewJob, total: number, list: ListReport): void {
      insert.run(
        key,
        job.id,
        DEFAULT_PROFILE,
        job.name,
        job.priority,
        job.provider.id,
        job.provider.name,
        JSON.stringify(job.fields),
        job.chunkSize,
        job.maxAttempts,
        job.deadline ?? null,
        job.budgetMicros ?? null,
        job.isFresh ? 1 : 0,
        total,
        JSON.stringify(list),
        job.createdAt,
      )
    },
    /** Adds to a job's counts and cost and returns the counts as they then are. */
    addCounts(key: number, added: EndedCounts, costMicros: number): EndedCounts {
      const row = addCounts.get(added.answered, added.notFound, added.failed, added.cached, costMicros, key)
      if (row === undefined) throw new Error(`job ${key} has results but no row`)
      return { answered: row.answered, notFound: row.not_found, failed: row.failed, cached: row.cached }
    },
    update(key: number, patch: JobPatch): void {
      const { name, priority, isPinned, deadline, budgetMicros } = patch
      const pinned = isPinned === undefined ? null : Number(isPinned)
      const hasDeadline = 'deadline' in patch ? 1 : 0
      const hasBudget = 'budgetMicros' in patch ? 1 : 0
      update.run(
        name ?? null,
        priority ?? null,
        pinned,
        hasDeadline,
        deadline ?? null,
        hasBudget,
        budgetMicros ?? null,
        key,
      )
    },
    /** Takes back `failed` failures; a job that had ended is queued again. */
    reopen(key: number, failed: number): void {
      reopen.run(failed, key)
    },
    remove(key: number): void {
      remove.run(key)
    },
    change(to: JobChange): void {
      const { fault } = to
      change.run(
        to.state,
        to.startedAt ?? null,
        to.finishedAt ?? null,
        fault?.code ?? null,
        fault?.message ?? null,
        to.key,
      )
    },
  }
}

type EndedRow = Pick<JobRow, 'answered' | 'not_found' | 'failed' | 'cached'>

function toRecord(row: JobRow): JobRecord {
  const fault: Fault | undefined =
    row.fault_code === null ? undefined : { code: row.fault_code, message: row.fault_message ?? '' }
  return {
    key: row.key,
    id: row.id,
    name: row.name,
    state: row.state,
    priority: row.priority,
    provider: { id: row.provider_id, name: row.provider_name },
    fields: JSON.parse(row.fields) as Field[],
    chunkSize: row.chunk_size,
    maxAttempts: row.max_attempts,
    total: row.total,
    ended: { answered: row.answered, notFound: row.not_found, failed: row.failed, cached: row.cached },
    costMicros: row.cost_micros,
    deadline: row.deadline ?? undefined,
    budgetMicros: row.budget_micros ?? undefined,
    isPinned: row.is_pinned === 1,
    isFresh: row.is_fresh === 1,
    list: JSON.parse(row.list) as ListReport,
    createdAt: row.created_at,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    fault,
  }
}
