import type { WordList } from '../engine/ports/job-store.ts'
import type { ReadableDatabase, WritableDatabase } from './database.ts'
import { requestKey } from './request-key.ts'

/** Words in one row: a window of a screen touches one or two rows, a million words are a thousand rows. */
export const BLOCK_SIZE = 1_000

export interface StoredBlock {
  /** Position of the first word. */
  readonly first: number
  readonly words: readonly string[]
  /** One-based lines of the list, by index. */
  readonly lines: Uint32Array
}

/** Words can't contain the separator: white space is folded to single spaces when a list is read. */
const SEPARATOR = '\n'

export const WORD_QUERIES = {
  block: 'SELECT words, lines FROM ai_job_words WHERE id = ?',
} as const

export function readWords(database: ReadableDatabase) {
  const select = database.prepare<[number], { words: string; lines: Buffer }>(WORD_QUERIES.block)
  return {
    /** The block of job `key` that holds `position`. */
    block(key: number, position: number): StoredBlock {
      const first = position - (position % BLOCK_SIZE)
      const row = select.get(requestKey(key, first))
      if (row === undefined) throw new Error(`job ${key} has no words at ${position}`)
      // Copied, because a view needs an offset that is a multiple of four.
      const lines = new Uint32Array(Uint8Array.from(row.lines).buffer)
      return { first, words: row.words.split(SEPARATOR), lines }
    },
  }
}

export function writeWords(database: WritableDatabase) {
  const insert = database.prepare('INSERT INTO ai_job_words (id, words, lines) VALUES (?, ?, ?)')
  const removeBlock = database.prepare('DELETE FROM ai_job_words WHERE id = ?')
  const removeAfter = database.prepare('DELETE FROM ai_job_words WHERE id >= ?')
  return {
    insertBlock(key: number, list: WordList, first: number): void {
      const end = Math.min(first + BLOCK_SIZE, list.words.length)
      const words = list.words.slice(first, end).join(SEPARATOR)
      const lines = list.lines.slice(first, end)
      insert.run(requestKey(key, first), words, Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength))
    },
    /** Removes the block whose first word is at `first`. */
    removeBlock(key: number, first: number): void {
      removeBlock.run(requestKey(key, first))
    },
    /** Removes the words of all jobs with a key greater than `key`. */
    removeAfter(key: number): void {
      removeAfter.run(requestKey(key + 1, 0))
    },
  }
}
