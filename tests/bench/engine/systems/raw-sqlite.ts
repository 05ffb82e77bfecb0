/** The ceiling: bare better-sqlite3, inserts and updates of 1,000 rows a transaction at FULL, and nothing around. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Measurement, peakMegabytes, readTask, report, Stopwatch, type Task } from './measurement.ts'
import { answerBody, type Payload, payloads } from './payload.ts'

const BATCH = 1_000

const { folder, words, bytes = 0 } = readTask<Task & { readonly bytes?: number }>()
const database = new Database(join(folder, 'raw.sqlite'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`CREATE TABLE jobs (
  id INTEGER PRIMARY KEY, state INTEGER NOT NULL, run_at INTEGER NOT NULL, payload TEXT NOT NULL,
  result TEXT, done_at INTEGER)`)
const insert = database.prepare('INSERT INTO jobs (state, run_at, payload) VALUES (0, ?, ?)')
const select = database.prepare<[number], string>('SELECT payload FROM jobs WHERE id = ?').pluck()
const update = database.prepare('UPDATE jobs SET state = 2, result = ?, done_at = ? WHERE id = ?')

const input = payloads(words)
const insertBatch = database.transaction((from: number, to: number) => {
  for (let index = from; index < to; index += 1) insert.run(Date.now(), JSON.stringify(input[index]))
})
const updateBatch = database.transaction((from: number, to: number) => {
  for (let id = from + 1; id <= to; id += 1) {
    const { word } = JSON.parse(select.get(id) as string) as Payload
    update.run(answerBody(word, bytes), Date.now(), id)
  }
})

const stopwatch = new Stopwatch()
for (let from = 0; from < words; from += BATCH) insertBatch(from, Math.min(words, from + BATCH))
stopwatch.enqueued()
for (let from = 0; from < words; from += BATCH) updateBatch(from, Math.min(words, from + BATCH))
stopwatch.drained()
const times = stopwatch.measure(words)
const done = database.prepare<[], number>('SELECT count(*) FROM jobs WHERE state = 2 AND result IS NOT NULL').pluck()
if (done.get() !== words) throw new Error(`${done.get()} of ${words} are done`)
database.close()
report({ ...times, peakMegabytes: peakMegabytes() } satisfies Measurement)
