import type { ReadableDatabase, WritableDatabase } from './database.ts'

export const REMOVAL_QUERIES = {
  next: 'SELECT job, total FROM removals ORDER BY job LIMIT 1',
} as const

/** Jobs that are gone for the person and whose words and results are still being removed. */
export function readRemovals(database: ReadableDatabase) {
  const next = database.prepare<[], { job: number; total: number }>(REMOVAL_QUERIES.next)
  return { next: () => next.get() }
}

export function writeRemovals(database: WritableDatabase) {
  const add = database.prepare('INSERT INTO removals (job, total) VALUES (?, ?)')
  const shrink = database.prepare('UPDATE removals SET total = ? WHERE job = ?')
  const finish = database.prepare('DELETE FROM removals WHERE job = ?')
  return {
    add: (key: number, total: number) => void add.run(key, total),
    /** All positions from `total` on are removed. */
    shrink: (key: number, total: number) => void shrink.run(total, key),
    finish: (key: number) => void finish.run(key),
  }
}
