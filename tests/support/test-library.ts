import Database from 'better-sqlite3'
import type { NewJob, WordList } from '../../src-main/engine/ports/job-store.ts'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { migrate } from '../../src-main/store/migrate.ts'

/** A migrated library in memory: the real schema and statements without a file. */
export function openMemoryLibrary(): WritableDatabase {
  const database = new Database(':memory:') as WritableDatabase
  migrate(database)
  return database
}

export function listOf(words: readonly string[]): WordList {
  const lines = Uint32Array.from(words, (_, index) => index + 1)
  return { words, lines, report: { lines: words.length, merged: 0, skipped: 0 } }
}

export function numbered(count: number, prefix = 'word'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`)
}

/** A job with only its id to tell it from others. */
export function newJob(id: string): NewJob {
  return {
    id,
    name: id,
    priority: 'normal',
    provider: { id: 'offline', name: 'Offline dictionary' },
    fields: ['definition'],
    chunkSize: 5,
    maxAttempts: 3,
    deadline: undefined,
    budgetMicros: undefined,
    isFresh: false,
    createdAt: 1_000,
  }
}
