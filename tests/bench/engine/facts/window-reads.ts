/**
 * How long it takes to open a job and read a window of its rows when the table is huge. The library is built with SQL,
 * with entries as the product stores them; then 1,000 random windows are read the way a screen does, first with the
 * file pushed out of the page cache, then warm.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Library } from '../../../../src-main/store/library.ts'
import { requestKey } from '../../../../src-main/store/request-key.ts'
import type { Entry } from '../../../../src-preload/model.ts'
import { peakMegabytes, readTask, report, type Task } from '../systems/measurement.ts'
import { wordAt } from '../systems/payload.ts'
import { type Spread, spreadOf } from './spread.ts'

export interface WindowReads {
  readonly rows: number
  readonly fileMegabytes: number
  readonly cold: Spread
  readonly warm: Spread
  readonly isColdForced: boolean
  readonly peakMegabytes: number
}

interface WindowTask extends Task {
  readonly jobs: number
  readonly bytes: number
}

const BLOCK = 1_000
const WINDOW = 200
const WINDOWS = 1_000

/** An entry with one sense, filled up with examples to `bytes` characters. */
function entryBody(bytes: number): string {
  const definition = 'a word that stands for all the other words of a long list'
  const entry: Entry = {
    lemma: 'word',
    senses: [{ partOfSpeech: 'noun', definition, examples: [], synonyms: [], antonyms: [], source: 'wordnet' }],
    pronunciation: [],
  }
  const missing = Math.max(0, bytes - JSON.stringify(entry).length - 2)
  entry.senses[0]?.examples.push('x'.repeat(missing))
  return JSON.stringify(entry)
}

function build(folder: string, jobs: number, words: number, bytes: number): void {
  Library.open(folder).close()
  const database = new Database(join(folder, 'library.sqlite'))
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  const insertJob = database.prepare(
    `INSERT INTO ai_batch_jobs (key, id, profile, name, state, priority, provider_id, provider_name, fields, chunk_size,
      max_attempts, total, answered, list, created_at, started_at, finished_at)
    VALUES (?, ?, 1, 'bench', 'completed', 'normal', 'instant', 'Instant', '["definition"]', 5, 3, ?, ?, ?, 1, 1, 2)`,
  )
  const insertBlock = database.prepare('INSERT INTO ai_job_words (id, words, lines) VALUES (?, ?, ?)')
  const insertRows = database.prepare(
    `WITH RECURSIVE positions (id) AS (SELECT ? UNION ALL SELECT id + 1 FROM positions LIMIT ?)
    INSERT INTO ai_job_requests (id, state, is_cached, attempts, latency, ended_at, body)
    SELECT id, 1, 0, 1, 300, 1, ? FROM positions`,
  )
  const report = JSON.stringify({ lines: words, merged: 0, skipped: 0 })
  const body = entryBody(bytes)
  for (let key = 1; key <= jobs; key += 1) {
    database.transaction(() => {
      insertJob.run(key, `job-${key}`, words, words, report)
      for (let first = 0; first < words; first += BLOCK) {
        const positions = Array.from({ length: Math.min(BLOCK, words - first) }, (_, index) => first + index)
        const lines = Buffer.from(Uint32Array.from(positions, (position) => position + 1).buffer)
        insertBlock.run(requestKey(key, first), positions.map(wordAt).join('\n'), lines)
      }
      insertRows.run(requestKey(key, 0), words, body)
    })()
  }
  database.pragma('journal_mode = WAL')
  database.close()
}

function readWindows(library: Library, jobs: number, words: number): Spread {
  const times: number[] = []
  for (let count = 0; count < WINDOWS; count += 1) {
    const id = `job-${1 + Math.floor(Math.random() * jobs)}`
    const offset = Math.floor(Math.random() * (words - WINDOW))
    const startedAt = performance.now()
    const job = library.reader.job(id)
    const rows = job === undefined ? [] : library.reader.rows(job, offset, WINDOW)
    times.push(performance.now() - startedAt)
    const last = rows.at(-1)
    if (rows.length !== WINDOW || last?.word !== wordAt(offset + WINDOW - 1) || last.gist === undefined) {
      throw new Error(`window at ${offset} of ${id} is wrong: ${JSON.stringify(last)}`)
    }
  }
  return spreadOf(times)
}

/** Pushes a file out of the page cache, where `dd` knows how. */
function forget(file: string): boolean {
  return spawnSync('sync').status === 0 && spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0']).status === 0
}

const { folder, words, jobs, bytes } = readTask<WindowTask>()
build(folder, jobs, words, bytes)
const file = join(folder, 'library.sqlite')
const isColdForced = forget(file)
const library = Library.open(folder)
const cold = readWindows(library, jobs, words)
const warm = readWindows(library, jobs, words)
library.close()
const inspector = new Database(file, { readonly: true })
const rows = inspector.prepare<[], number>('SELECT count(*) FROM ai_job_requests').pluck().get() ?? 0
const pages = inspector.pragma('page_count', { simple: true }) as number
const pageSize = inspector.pragma('page_size', { simple: true }) as number
inspector.close()
report({
  rows,
  fileMegabytes: (pages * pageSize) / 1024 / 1024,
  cold,
  warm,
  isColdForced,
  peakMegabytes: peakMegabytes(),
} satisfies WindowReads)
