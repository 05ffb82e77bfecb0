import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EndedRequest, JobRecord } from '../../src-main/engine/ports/job-store.ts'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { ENTRY_QUERIES } from '../../src-main/store/entries-table.ts'
import { EVENT_QUERIES } from '../../src-main/store/events-table.ts'
import { JobReader } from '../../src-main/store/job-reader.ts'
import { JOB_QUERIES } from '../../src-main/store/jobs-table.ts'
import { METRIC_QUERIES } from '../../src-main/store/metrics-table.ts'
import { REMOVAL_QUERIES } from '../../src-main/store/removals-table.ts'
import { REQUEST_QUERIES } from '../../src-main/store/requests-table.ts'
import { SqliteJobStore } from '../../src-main/store/sqlite-job-store.ts'
import { WORD_QUERIES } from '../../src-main/store/words-table.ts'
import { listOf, newJob, numbered, openMemoryLibrary } from '../support/test-library.ts'

let database: WritableDatabase
let store: SqliteJobStore
let reader: JobReader
beforeEach(() => {
  database = openMemoryLibrary()
  store = new SqliteJobStore(database)
  reader = new JobReader(database)
})
afterEach(() => database.close())

const ended = (position: number, state: EndedRequest['state'] = 'entry'): EndedRequest => ({
  position,
  state,
  body:
    state === 'entry' ? JSON.stringify({ lemma: 'x', senses: [{ definition: `meaning ${position}` }] }) : '["near"]',
  code: undefined,
  attempts: 1,
  latency: 3,
  isCached: false,
  cache: undefined,
})

function commit(job: JobRecord, results: EndedRequest[]) {
  return store.commit({
    at: 5_000,
    jobs: [
      {
        key: job.key,
        providerId: 'offline',
        results,
        usage: { calls: 1, retries: 0, latency: 3, tokens: 0, costMicros: 0 },
      },
    ],
    conclude: () => ({ changes: [], events: [] }),
  })
}

describe('words', () => {
  test('any window gives the words in list order with their lines, across blocks', async () => {
    const words = numbered(2_500)
    const job = await store.createJob(newJob('a'), listOf(words))
    await store.createJob(newJob('b'), listOf(['other']))
    const rows = reader.rows(job, 990, 20)
    expect(rows.map((row) => row.word)).toEqual(words.slice(990, 1_010))
    expect(rows.map((row) => row.line)).toEqual(words.slice(990, 1_010).map((_, index) => 991 + index))
    expect(reader.rows(job, 2_495, 100).map((row) => row.word)).toEqual(words.slice(2_495))
    expect(reader.rows(job, 9_000, 10)).toEqual([])
  })

  test('of a submission that was cut short are gone at the next start, and its key is free', async () => {
    const kept = await store.createJob(newJob('kept'), listOf(numbered(10)))
    database.exec(`INSERT INTO ai_job_words SELECT (${kept.key + 1} * 16777216), words, lines FROM ai_job_words`)
    const next = new SqliteJobStore(database)
    expect(database.prepare('SELECT count(*) FROM ai_job_words').pluck().get()).toBe(1)
    const job = await next.createJob(newJob('next'), listOf(['fresh']))
    expect(reader.rows(job, 0, 10).map((row) => row.word)).toEqual(['fresh'])
  })
})

describe('results', () => {
  test('count once, however often they are written', async () => {
    const job = await store.createJob(newJob('a'), listOf(numbered(5)))
    commit(job, [ended(0), ended(1, 'not-found')])
    const counts = commit(job, [ended(0), ended(1), ended(2, 'failed')])
    expect(counts.get(job.key)).toEqual({ answered: 1, notFound: 1, failed: 1, cached: 0 })
    expect(reader.rows(job, 0, 5).map((row) => row.state)).toEqual([
      'entry',
      'not-found',
      'failed',
      'pending',
      'pending',
    ])
    const metrics = database
      .prepare('SELECT sum(answered) AS answered, sum(not_found) AS notFound, sum(failed) AS failed FROM ai_metrics')
      .get()
    expect(metrics).toEqual({ answered: 1, notFound: 1, failed: 1 })
  })

  test('count once also when most of a large batch is new', async () => {
    const job = await store.createJob(newJob('a'), listOf(numbered(100)))
    commit(job, [ended(7), ended(13, 'failed'), ended(55)])
    const counts = commit(
      job,
      Array.from({ length: 95 }, (_, index) => ended(index, index % 2 === 0 ? 'entry' : 'not-found')),
    )
    // 7 and 55 were entries, 13 failed; of the 95 even positions are entries, odd ones not found.
    expect(counts.get(job.key)).toEqual({ answered: 48 + 2, notFound: 47 - 3, failed: 1, cached: 0 })
    expect(database.prepare('SELECT count(*) FROM ai_job_requests').pluck().get()).toBe(95)
    expect(reader.rows(job, 13, 1)[0]?.state).toBe('failed')
  })

  test('of one job never show in another', async () => {
    const first = await store.createJob(newJob('a'), listOf(numbered(3)))
    const second = await store.createJob(newJob('b'), listOf(numbered(3)))
    commit(first, [ended(2)])
    expect(reader.rows(second, 0, 3).every((row) => row.state === 'pending')).toBe(true)
    expect(store.readBlock(second.key, 0).ended.size).toBe(0)
    expect(store.readBlock(first.key, 0).ended).toEqual(new Set([2]))
  })

  test('are all or nothing: a conclusion that throws rolls everything back', async () => {
    const job = await store.createJob(newJob('a'), listOf(numbered(3)))
    expect(() =>
      store.commit({
        at: 1,
        jobs: [
          {
            key: job.key,
            providerId: 'offline',
            results: [ended(0)],
            usage: { calls: 1, retries: 0, latency: 1, tokens: 0, costMicros: 0 },
          },
        ],
        conclude: () => {
          throw new Error('bug')
        },
      }),
    ).toThrow('bug')
    expect(reader.job('a')?.ended.answered).toBe(0)
    expect(reader.rows(job, 0, 1)[0]?.state).toBe('pending')
    expect(database.prepare('SELECT count(*) FROM ai_metrics').pluck().get()).toBe(0)
  })

  test('that need a look are paged by state, in list order', async () => {
    const job = await store.createJob(newJob('a'), listOf(numbered(3_000)))
    commit(
      job,
      Array.from({ length: 3_000 }, (_, index) => ended(index, index % 3 === 0 ? 'not-found' : 'entry')),
    )
    const page = reader.problemRows(job, 'not-found', 400, 3)
    expect(page.map((row) => [row.position, row.word, row.gist])).toEqual(
      [1_200, 1_203, 1_206].map((at) => [at, `word${at}`, 'near']),
    )
    expect(reader.problemRows(job, 'failed', 0, 10)).toEqual([])
  })
})

describe('the plan of every hot statement is one index search', () => {
  const all: [name: string, sql: string][] = [
    JOB_QUERIES,
    REQUEST_QUERIES,
    EVENT_QUERIES,
    WORD_QUERIES,
    ENTRY_QUERIES,
    METRIC_QUERIES,
    REMOVAL_QUERIES,
  ].flatMap((queries) => Object.entries(queries) as [string, string][])
  test.each(all)('%s', (_name, sql) => {
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array(sql.split('?').length - 1).fill(1)) as {
      detail: string
    }[]
    const details = plan
      .map((row) => row.detail)
      .filter((detail) => !/json_each|VIRTUAL TABLE|LIST SUBQUERY|SCALAR SUBQUERY|CREATE BLOOM/.test(detail))
    expect(details).not.toEqual([])
    for (const detail of details) {
      // A scan of the partial index of unfinished or finished jobs reads nothing but those jobs.
      expect(detail).toMatch(
        /SEARCH .* USING|SCAN ai_batch_jobs USING INDEX ai_batch_jobs_(unfinished|finished)|SCAN removals/,
      )
      expect(detail).not.toMatch(/TEMP B-TREE/)
    }
  })

  test('and the check sees a plan that scans', () => {
    const [row] = database.prepare('EXPLAIN QUERY PLAN SELECT * FROM ai_job_requests WHERE code = ?').all('x') as {
      detail: string
    }[]
    expect(row?.detail).toMatch(/^SCAN/)
  })
})
