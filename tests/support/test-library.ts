import Database from 'better-sqlite3'
import type { WordList } from '../../src-main/engine/ports/job-store.ts'
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
