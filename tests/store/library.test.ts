import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { Library } from '../../src-main/store/library.ts'
import { MIGRATIONS, migrate } from '../../src-main/store/migrate.ts'

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
      expect.objectContaining({ code: 'LIBRARY_UNUSABLE', message: expect.stringContaining('not a database') }),
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
    const copy = new Database(join(folder, 'library.sqlite.v1.backup'))
    expect(copy.prepare('SELECT * FROM a').all()).toEqual([{ x: 42 }])
    copy.close()
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
