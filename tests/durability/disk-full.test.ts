import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Engine } from '../../src-main/engine/engine.ts'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { JobReader } from '../../src-main/store/job-reader.ts'
import { migrate } from '../../src-main/store/migrate.ts'
import { SqliteJobStore } from '../../src-main/store/sqlite-job-store.ts'
import { FakeProvider } from '../support/fake-provider.ts'
import { listOf, numbered } from '../support/test-library.ts'
import { VirtualClock } from '../support/virtual-clock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-full-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

// `max_page_count` makes SQLite itself answer SQLITE_FULL in the middle of a transaction, as a full disk does.
test('a full disk stops the work with a message, and it goes on by itself when there is room', async () => {
  const clock = new VirtualClock()
  const database = new Database(join(folder, 'library.sqlite')) as WritableDatabase
  database.pragma('journal_mode = WAL')
  migrate(database)
  const store = new SqliteJobStore(database)
  const body = JSON.stringify({ lemma: 'x', senses: [], pronunciation: [], filler: 'x'.repeat(500) })
  const provider = new FakeProvider(clock, { chunk: 100, answer: () => ({ kind: 'entry', body }) })
  const engine = new Engine({ store, providers: [provider], clock })
  engine.start()
  const words = numbered(20_000)
  const job = await engine.submit({
    name: 'big',
    list: listOf(words),
    fields: ['definition'],
    priority: 'normal',
    providerId: provider.id,
  })
  await clock.advance(500)
  const pages = database.pragma('page_count', { simple: true }) as number
  database.pragma(`max_page_count = ${pages + 50}`)
  await clock.advance(60_000)
  expect(engine.stats().fault).toMatchObject({ code: 'LIBRARY_UNUSABLE', message: expect.stringContaining('full') })
  const stuck = engine.job(job.id).counts.answered
  const asked = provider.asked.length
  await clock.advance(60_000)
  expect([engine.job(job.id).counts.answered, provider.asked.length]).toEqual([stuck, asked])
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')

  database.pragma('max_page_count = 1000000')
  await clock.until(() => engine.job(job.id).state === 'completed')
  expect(engine.stats().fault).toBeUndefined()
  expect(provider.asked).toEqual(words)
  const record = new JobReader(database).job(job.id)
  expect(record?.ended.answered).toBe(20_000)
  database.close()
})
