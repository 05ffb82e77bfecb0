import type { JobEvent, JobEventType } from '../../src-preload/model.ts'
import type { NewEvent } from '../engine/ports/job-store.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'

export const EVENT_QUERIES = {
  page: 'SELECT id, type, at, data FROM ai_job_events WHERE job = ? AND id > ? ORDER BY id LIMIT ?',
} as const

export function readEvents(database: ReadableDatabase) {
  const page = database.prepare<[number, number, number], { id: number; type: JobEventType; at: number; data: string }>(
    EVENT_QUERIES.page,
  )
  return {
    /** Events of a job after the event `after`, oldest first. */
    page(key: number, jobId: string, after: number, limit: number): JobEvent[] {
      return page
        .all(key, after, limit)
        .map((row) => ({ ...row, jobId, data: JSON.parse(row.data) as JobEvent['data'] }))
    },
  }
}

export function writeEvents(database: WritableDatabase) {
  const insert = database.prepare('INSERT INTO ai_job_events (job, type, at, data) VALUES (?, ?, ?, ?)')
  const remove = database.prepare('DELETE FROM ai_job_events WHERE job = ?')
  return {
    remove(key: number): void {
      remove.run(key)
    },
    append(event: NewEvent): void {
      insert.run(event.key, event.type, event.at, JSON.stringify(event.data))
    },
  }
}
