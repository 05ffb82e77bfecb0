import type { CacheReference } from '../engine/ports/job-store.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'

export const ENTRY_QUERIES = {
  cached: `SELECT entries.word, entries.id FROM json_each(?) AS asked
    CROSS JOIN entries ON entries.question = (SELECT id FROM questions WHERE key = ?) AND entries.word = asked.value`,
} as const

/** The cache: one answer for every question and word, shared by all jobs. */
export function readEntries(database: ReadableDatabase) {
  const cached = database.prepare<[string, string], { word: string; id: number }>(ENTRY_QUERIES.cached)
  return {
    cached(question: string, words: readonly string[]): Map<string, number> {
      return new Map(cached.all(JSON.stringify(words), question).map(({ word, id }) => [word, id]))
    },
  }
}

export function writeEntries(database: WritableDatabase) {
  const question = database
    .prepare<[string], number>(
      'INSERT INTO questions (key) VALUES (?) ON CONFLICT DO UPDATE SET key = key RETURNING id',
    )
    .pluck()
  const insert = database
    .prepare<[number, string, string, number], number>(
      `INSERT INTO entries (question, word, body, created_at) VALUES (?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET body = excluded.body, created_at = excluded.created_at RETURNING id`,
    )
    .pluck()
  return {
    /**
     * Gives the number of the cached entry a result refers to; a new answer replaces an older one to the same question.
     * Good for one transaction: it remembers the numbers of questions, which a rollback would make wrong.
     */
    resolver(at: number): (cache: CacheReference, body: string) => number {
      const questions = new Map<string, number>()
      return (cache, body) => {
        if (cache.kind === 'stored') return cache.entry
        const known = questions.get(cache.question) ?? (question.get(cache.question) as number)
        questions.set(cache.question, known)
        return insert.get(known, cache.word, body, at) as number
      }
    },
  }
}
