import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { dictionaryFile } from '../../support/dictionary.ts'
import { WordmillProcess, wordmill } from '../../support/wordmill-process.ts'

// Each command is a process of its own, and the machine may be busy with the other tests.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let library: string
beforeAll(async () => {
  await dictionaryFile()
}, 120_000)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-test-'))
  library = join(folder, 'library')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function listFile(words: readonly string[], name = 'list.txt'): string {
  const path = join(folder, name)
  writeFileSync(path, words.join('\n'))
  return path
}

/** Words that are all looked up, so that a run takes a while: numbers never meet a cache or a merge. */
const many = (count: number) => Array.from({ length: count }, (_, index) => `mouse${index}`)

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

/** Waits for a state that another process brings about. */
async function eventually<Value>(read: () => Value | undefined): Promise<Value> {
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const value = read()
    if (value !== undefined) return value
    await setTimeout(10)
  }
  throw new Error('it never happened')
}

function answeredInLibrary(): number | undefined {
  return readLibrary('SELECT count(*) FROM ai_job_requests')
}

function jobsInLibrary(): number | undefined {
  return readLibrary('SELECT count(*) FROM ai_batch_jobs')
}

function readLibrary(sql: string): number | undefined {
  try {
    const database = new Database(join(library, 'library.sqlite'), { readonly: true, fileMustExist: true })
    try {
      return database.prepare(sql).pluck().get() as number
    } finally {
      database.close()
    }
  } catch {
    return undefined
  }
}

describe('run', () => {
  test('answers a list, in its order, with lines, lemmas and suggestions', async () => {
    const list = listFile(['mice', '', 'better', 'quikly', 'mice', '***', 'took off'])
    const out = join(folder, 'words.jsonl')
    const { status, stderr } = await wordmill(library, ['run', list, '--out', out])
    expect(status).toBe(0)
    expect(stderr).toContain('4 words, 1 duplicates merged, 1 lines skipped')
    expect(stderr).toContain('line 6 skipped')
    const rows = lines(readFileSync(out, 'utf8'))
    expect(rows.map(({ word, line, state, lemma }) => [word, line, state, lemma])).toEqual([
      ['mice', 1, 'entry', 'mouse'],
      ['better', 3, 'entry', 'good'],
      ['quikly', 4, 'not-found', undefined],
      ['took off', 7, 'entry', 'take off'],
    ])
    expect(rows[0]).toMatchObject({
      commonness: { source: 'scowl' },
      senses: expect.arrayContaining([expect.objectContaining({ partOfSpeech: 'noun', source: 'wordnet' })]),
    })
    expect(rows[2]).toMatchObject({ suggestions: expect.arrayContaining(['quickly']) })
  })

  test('takes the list from standard input and writes JSON Lines to standard output', async () => {
    const { status, stdout } = await wordmill(
      library,
      ['run', '-', '--out', '-', '--fields', 'definition,partOfSpeech'],
      'house\ntree\n',
    )
    expect(status).toBe(0)
    const rows = lines(stdout)
    expect(rows.map((row) => row.word)).toEqual(['house', 'tree'])
    expect(rows[0]).not.toHaveProperty('pronunciation')
  })

  test('writes CSV that a spreadsheet can not be harmed by', async () => {
    const out = join(folder, 'words.csv')
    const { status } = await wordmill(library, ['run', '-', '--out', out], '=cmd()\nhouse\n')
    expect(status).toBe(0)
    const text = readFileSync(out, 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain("'=cmd()")
    expect(text.split('\r\n')).toHaveLength(4)
  })

  test('--json ends with the job as one object', async () => {
    const { stdout } = await wordmill(
      library,
      ['run', '-', '--json', '--name', 'My list', '--priority', 'high'],
      'house\n',
    )
    expect(lines(stdout)).toMatchObject([
      { name: 'My list', state: 'completed', priority: 'high', counts: { total: 1, answered: 1 } },
    ])
  })
})

describe('bad usage and bad lists end with status 2 and a sentence', () => {
  test.each([
    [['run'], 'needs a LIST'],
    [['fly'], '"fly" is not a command'],
    [['run', 'x.txt', '--fields', 'colour'], '"colour" is not a field'],
    [['run', 'x.txt', '--priority', 'urgent'], 'low, normal, high'],
    [['run', 'x.txt', '--out', 'words.pdf'], '.jsonl or .csv'],
    [['run', 'x.txt', '--port', '1'], '--port is not an option of wordmill run'],
    [['run', 'x.txt', '--colour'], '--colour'],
    [['jobs', 'extra'], 'does not understand "extra"'],
    [['run', '/nowhere/list.txt'], 'list.txt'],
    [['run', 'x.txt', '--library', ''], '--library is empty'],
    [['run', 'x.txt', '--out', '/nowhere/words.csv'], 'that folder is not there'],
    [['show', ''], 'needs a JOB'],
    [['show', 'deadbeef'], 'There is no job deadbeef'],
  ])('%j', async (args, sentence) => {
    const { status, stderr, stdout } = await wordmill(library, args)
    expect(stderr).toContain(sentence)
    expect(stderr).not.toContain('    at ')
    expect([status, stdout]).toEqual([2, ''])
  })

  test('two things on one standard output', async () => {
    const { status, stdout } = await wordmill(library, ['run', 'x.txt', '--out', '-', '--json'])
    expect(status).toBe(2)
    expect(lines(stdout)).toMatchObject([{ error: { code: 'USAGE', message: expect.stringContaining('choose one') } }])
  })

  test('an empty list, with --json as data', async () => {
    const { status, stdout } = await wordmill(library, ['run', '-', '--json'], ' \n \n')
    expect(status).toBe(2)
    expect(lines(stdout)).toMatchObject([{ error: { code: 'LIST_EMPTY' } }])
  })

  test('a library that is a file', async () => {
    const { status, stderr } = await wordmill(listFile(['x']), ['jobs'])
    expect(status).toBe(1)
    expect(stderr).toContain('Choose another folder')
  })
})

describe('jobs, show and cancel', () => {
  test('work on what earlier runs left', async () => {
    expect((await wordmill(library, ['jobs'])).stdout).toContain('No jobs yet')
    await wordmill(library, ['run', '-', '--name', 'Animals'], 'mice\nquikly\n')
    const [job] = JSON.parse((await wordmill(library, ['jobs', '--json'])).stdout) as { id: string }[]
    const shown = await wordmill(library, ['show', job?.id.slice(0, 8) ?? ''])
    expect(shown.stdout).toMatch(/Animals[\s\S]*mice → mouse: [\s\S]*quikly: not found, did you mean quickly/)
    expect(lines((await wordmill(library, ['show', job?.id ?? '', '--out', '-'])).stdout)).toHaveLength(2)
    const cancelled = await wordmill(library, ['cancel', job?.id ?? ''])
    expect([cancelled.status, cancelled.stderr]).toEqual([1, expect.stringContaining('already ended')])
  })
})

describe('while a job runs', () => {
  test('Ctrl-C cancels it, keeps what was answered and says how to go on', async () => {
    await using run = new WordmillProcess(library, ['run', listFile(many(200_000)), '--json'])
    await eventually(() => (answeredInLibrary() ?? 0) > 1_000 || undefined)
    run.kill('SIGINT')
    const { status, stdout } = await run.finished
    expect(status).toBe(130)
    const [job] = lines(stdout) as unknown as [
      { id: string; state: string; counts: { notFound: number; answered: number } },
    ]
    expect(job.state).toBe('cancelled')
    expect(job.counts.answered + job.counts.notFound).toBe(answeredInLibrary())
  })

  test('another terminal joins its engine: it lists, submits and cancels there', async () => {
    await using run = new WordmillProcess(library, ['run', listFile(many(200_000)), '--json', '--name', 'Long'])
    await eventually(() => (answeredInLibrary() ?? 0) > 0 || undefined)
    const [long] = JSON.parse((await wordmill(library, ['jobs', '--json'])).stdout) as { id: string; state: string }[]
    expect(long).toMatchObject({ name: 'Long', state: 'running' })
    const second = await wordmill(library, ['run', '-', '--priority', 'high', '--out', '-'], 'mice\n')
    expect(lines(second.stdout)).toMatchObject([{ word: 'mice', lemma: 'mouse' }])
    const cancelled = await wordmill(library, ['cancel', long?.id ?? '', '--json'])
    expect(lines(cancelled.stdout)).toMatchObject([{ state: 'cancelled' }])
    expect((await run.finished).status).toBe(1)
  })

  test('when the process that does the work ends, the one that joined takes over', async () => {
    await using owner = new WordmillProcess(library, ['run', listFile(many(60_000), 'first.txt'), '--json'])
    await eventually(() => (answeredInLibrary() ?? 0) > 0 || undefined)
    const words = many(60_500).map((word) => `${word}x`)
    await using joined = new WordmillProcess(library, ['run', listFile(words, 'second.txt'), '--json'])
    await eventually(() => jobsInLibrary() === 2 || undefined)
    owner.kill('SIGKILL')
    await owner.finished
    const { status, stdout, stderr } = await joined.finished
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(0)
    expect(lines(stdout)).toMatchObject([{ state: 'completed', counts: { total: 60_500 } }])
  })

  test('SIGKILL loses nothing that was answered, and watch brings the job to its end without asking twice', async () => {
    const words = many(30_000)
    await using run = new WordmillProcess(library, ['run', listFile(words), '--json'])
    await eventually(() => (answeredInLibrary() ?? 0) > 2_000 || undefined)
    run.kill('SIGKILL')
    await run.finished
    const before = answeredInLibrary() as number
    expect(before).toBeLessThan(words.length)
    const [job] = JSON.parse((await wordmill(library, ['jobs', '--json'])).stdout) as {
      id: string
      counts: { notFound: number; answered: number }
    }[]
    expect((job?.counts.notFound ?? 0) + (job?.counts.answered ?? 0)).toBe(before)
    const watched = await wordmill(library, ['watch', job?.id ?? '', '--json'])
    expect(watched.status).toBe(0)
    expect(answeredInLibrary()).toBe(words.length)
    const database = new Database(join(library, 'library.sqlite'), { readonly: true })
    const asked = database.prepare('SELECT sum(answered + not_found + failed) FROM ai_metrics').pluck().get()
    database.close()
    expect(asked).toBe(words.length)
  })
})
