import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { JobRecord } from '../../src-main/engine/ports/job-store.ts'
import { listBackups } from '../../src-main/store/backups.ts'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { JobReader } from '../../src-main/store/job-reader.ts'
import { Library } from '../../src-main/store/library.ts'
import { MIGRATIONS, migrate } from '../../src-main/store/migrate.ts'
import { recoverLibrary } from '../../src-main/store/recover-library.ts'
import { SqliteJobStore } from '../../src-main/store/sqlite-job-store.ts'
import { listOf, newJob, numbered } from '../support/test-library.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening a library', () => {
  test('creates it, on disk for good after every commit', () => {
    const library = Library.open(join(folder, 'deep', 'down'))
    library.close()
    const database = new Database(join(folder, 'deep', 'down', 'library.sqlite'))
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version)
    database.close()
  })

  test('refuses one that a newer Wordmill wrote, and leaves it as it is', () => {
    Library.open(folder).close()
    const file = join(folder, 'library.sqlite')
    const database = new Database(file)
    database.pragma('user_version = 999')
    database.close()
    expect(() => Library.open(folder)).toThrowError(
      expect.objectContaining({ code: 'LIBRARY_FROM_FUTURE', message: expect.stringContaining('999') }),
    )
    const after = new Database(file)
    expect(after.pragma('user_version', { simple: true })).toBe(999)
    after.close()
  })

  test('says what is wrong with a file that is no database, and keeps it', () => {
    writeFileSync(join(folder, 'library.sqlite'), 'this is not a database, but somebody may want it back'.repeat(100))
    expect(() => Library.open(folder)).toThrowError(
      expect.objectContaining({ code: 'LIBRARY_DAMAGED', message: expect.stringContaining('not a database') }),
    )
    expect(existsSync(join(folder, 'library.sqlite'))).toBe(true)
  })

  test('says what is wrong when the folder is a file', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => Library.open(file)).toThrowError(expect.objectContaining({ code: 'LIBRARY_UNUSABLE' }))
  })
})

describe('one library, one engine', () => {
  test('a second owner in the same process is refused until the first closes', () => {
    const first = Library.open(folder)
    expect(() => Library.open(folder)).toThrowError(
      expect.objectContaining({ code: 'LIBRARY_IN_USE', message: expect.stringContaining(String(process.pid)) }),
    )
    first.close()
    Library.open(folder).close()
  })

  test('a killed process leaves no lock behind', async () => {
    const module = resolve(import.meta.dirname, '../../src-main/store/library.ts')
    const script = `const { Library } = await import(${JSON.stringify(module)}); globalThis.library = Library.open(${JSON.stringify(folder)}); console.log('open'); setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      await once(child.stdout, 'data')
      expect(() => Library.open(folder)).toThrowError(
        expect.objectContaining({ code: 'LIBRARY_IN_USE', message: expect.stringContaining(String(child.pid)) }),
      )
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    Library.open(folder).close()
  })
})

describe('a damaged library', () => {
  const file = () => join(folder, 'library.sqlite')

  /** A library with a job of many words, written over in the middle. */
  async function damage(): Promise<void> {
    const library = Library.open(folder)
    await library.store.createJob(newJob('kept'), listOf(numbered(20_000)))
    await library.backUp(Date.UTC(2026, 0, 5, 12))
    library.close()
    const handle = openSync(file(), 'r+')
    for (let at = 40_000; at < 120_000; at += 4_096) writeSync(handle, Buffer.alloc(2_000, 0xa5), 0, 2_000, at)
    closeSync(handle)
  }

  test('is refused at start with what is wrong and the backups there are, and is left as it is', async () => {
    await damage()
    const before = readFileSync(file())
    expect(() => Library.open(folder)).toThrowError(
      expect.objectContaining({
        code: 'LIBRARY_DAMAGED',
        message: expect.stringContaining('wordmill recover'),
        data: expect.objectContaining({ backups: [expect.objectContaining({ name: 'library-2026-01-05.sqlite' })] }),
      }),
    )
    expect(readFileSync(file()).equals(before)).toBe(true)
  })

  test('is replaced by its latest backup and kept beside it', async () => {
    await damage()
    const { keptAs, restored } = recoverLibrary(folder, 'latest', Date.UTC(2026, 0, 6))
    expect([restored, existsSync(join(folder, keptAs))]).toEqual(['library-2026-01-05.sqlite', true])
    const library = Library.open(folder)
    const record = library.reader.job('kept')
    expect(record && library.reader.rows(record, 19_990, 10).map((row) => row.word)).toEqual(
      numbered(20_000).slice(19_990),
    )
    library.close()
  })

  test('that is not damaged is not replaced unless that is forced, and what was replaced can be put back', async () => {
    const library = Library.open(folder)
    await library.store.createJob(newJob('first'), listOf(['one']))
    await library.backUp(Date.UTC(2026, 0, 5, 12))
    await library.store.createJob(newJob('second'), listOf(['two']))
    library.close()
    expect(() => recoverLibrary(folder, 'latest', 0)).toThrowError(
      expect.objectContaining({ code: 'BAD_REQUEST', message: expect.stringContaining('--force') }),
    )
    const { keptAs } = recoverLibrary(folder, 'latest', 0, true)
    recoverLibrary(folder, keptAs, 1_000, true)
    const again = Library.open(folder)
    expect(again.store.readJob('second')?.id).toBe('second')
    again.close()
  })

  test('and its folder are for their owner alone', () => {
    const inner = join(folder, 'inner')
    Library.open(inner).close()
    expect(statSync(inner).mode & 0o077).toBe(0)
  })

  test('is replaced by an empty one when asked to; a backup that is damaged too is refused', async () => {
    await damage()
    writeFileSync(join(folder, 'backups', 'library-2026-01-05.sqlite'), 'gone too'.repeat(1_000))
    expect(() => recoverLibrary(folder, 'latest', 0)).toThrowError(expect.objectContaining({ code: 'BAD_REQUEST' }))
    expect(() => recoverLibrary(folder, '../library.sqlite', 0)).toThrowError(
      expect.objectContaining({ code: 'BAD_REQUEST' }),
    )
    recoverLibrary(folder, 'empty', 0)
    const library = Library.open(folder)
    expect(library.store.readUnfinishedJobs()).toEqual([])
    library.close()
  })
})

describe('daily backups', () => {
  test('are made once a day, only when there is something to keep, and the latest three stay', async () => {
    const library = Library.open(folder)
    const day = (date: number) => Date.UTC(2026, 0, date, 12)
    expect(await library.backUp(day(1))).toBeUndefined()
    await library.store.createJob(newJob('a'), listOf(['word']))
    for (const date of [1, 2, 3, 4]) expect(await library.backUp(day(date))).toBe(`library-2026-01-0${date}.sqlite`)
    expect(await library.backUp(day(4))).toBeUndefined()
    expect(
      listBackups(folder)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([2, 3, 4].map((date) => `library-2026-01-0${date}.sqlite`))
    library.close()
  })
})

describe('migrations', () => {
  const step = (version: number, sql: string) => ({ version, sql })
  const openFile = () => new Database(join(folder, 'library.sqlite')) as WritableDatabase

  test('are numbered without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })

  test('run once each, in order, and the file is copied before', () => {
    const database = openFile()
    const first = step(1, 'CREATE TABLE a (x)')
    migrate(database, [first])
    database.exec('INSERT INTO a VALUES (42)')
    migrate(database, [first, step(2, 'ALTER TABLE a ADD COLUMN y')])
    migrate(database, [first, step(2, 'ALTER TABLE a ADD COLUMN y')])
    expect(database.prepare('SELECT * FROM a').all()).toEqual([{ x: 42, y: null }])
    const copy = new Database(join(folder, 'backups', 'before-version-2.sqlite'))
    expect(copy.prepare('SELECT * FROM a').all()).toEqual([{ x: 42 }])
    copy.close()
    database.close()
  })

  test('version 1 to 2 keeps every job, word, result and figure', () => {
    const database = openFile()
    migrate(database, MIGRATIONS.slice(0, 1))
    database.exec(`
      INSERT INTO ai_batch_jobs (key, id, profile, name, state, priority, provider_id, provider_name, fields, chunk_size,
        max_attempts, total, answered, list, created_at)
      VALUES (1, 'old', 1, 'Old list', 'running', 'high', 'offline', 'Offline dictionary', '["definition"]', 5, 3, 2, 1,
        '{"lines":2,"merged":0,"skipped":0}', 1000);
      INSERT INTO ai_job_words VALUES (16777216, 'mice' || char(10) || 'cat', x'0100000002000000');
      INSERT INTO ai_job_requests VALUES (16777216, 1, 0, 1, 5, 2000, NULL, '{"lemma":"mouse","senses":[],"pronunciation":[]}');
      INSERT INTO ai_metrics VALUES ('2026-01-05', 1, 'offline', 1, 0, 0, 0, 1, 0, 5, 0);
    `)
    migrate(database)
    const store = new SqliteJobStore(database)
    const [job] = store.readUnfinishedJobs()
    expect(job).toMatchObject({
      id: 'old',
      ended: { answered: 1 },
      isPinned: false,
      isFresh: false,
      deadline: undefined,
    })
    expect(new JobReader(database).details(job as JobRecord, 0, 2)).toMatchObject([
      { word: 'mice', line: 1, state: 'entry', entry: { lemma: 'mouse' } },
      { word: 'cat', line: 2, state: 'pending' },
    ])
    expect(database.prepare('SELECT answered, tokens FROM ai_metrics').get()).toEqual({ answered: 1, tokens: 0 })
    database.close()
  })

  test('a step that fails changes nothing', () => {
    const database = openFile()
    migrate(database, [step(1, 'CREATE TABLE a (x)')])
    expect(() => migrate(database, [step(1, ''), step(2, 'CREATE TABLE b (x); CREATE TABLE a (x)')])).toThrow(
      'already exists',
    )
    expect(database.pragma('user_version', { simple: true })).toBe(1)
    expect(database.prepare(`SELECT name FROM sqlite_master WHERE name = 'b'`).all()).toEqual([])
    database.close()
  })

  test('the schema is the one this test knows: a change needs a new migration', () => {
    const database = new Database(':memory:') as WritableDatabase
    migrate(database)
    const tables = database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
      .pluck()
      .all() as string[]
    const columns = (table: string) =>
      database.prepare(`SELECT name || ' ' || type FROM pragma_table_info(?)`).pluck().all(table)
    expect(Object.fromEntries(tables.map((table) => [table, columns(table)]))).toMatchSnapshot()
    expect(
      database
        .prepare(`SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`)
        .pluck()
        .all(),
    ).toMatchSnapshot()
    database.close()
  })
})

test('the sqlite3 of another program can read a library while it is open', () => {
  const library = Library.open(folder)
  const script = `const D = require('better-sqlite3'); const d = new D(process.argv[1], { readonly: true }); console.log(d.prepare('SELECT count(*) FROM ai_batch_jobs').pluck().get())`
  const out = execFileSync(process.execPath, ['-e', script, join(folder, 'library.sqlite')], {
    cwd: resolve(import.meta.dirname, '../..'),
    encoding: 'utf8',
  })
  expect(out.trim()).toBe('0')
  library.close()
})
