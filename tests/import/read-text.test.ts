import { describe, expect, it } from 'vitest'
import { SKIP_REASONS } from '../../src-main/import/clean-word.ts'
import { readList } from '../../src-main/import/read-list.ts'
import { inspect } from '../../src-main/import/staged-list.ts'
import { MAX_WORDS } from '../../src-preload/contract.ts'
import { listInspectionSchema } from '../../src-preload/model.ts'
import { faultOf } from './support/fault-of.ts'

const read = (text: string, name?: string) => readList({ kind: 'text', text, name })

describe('one word a line', () => {
  it('keeps order, first lines and accounts for everything', async () => {
    const list = await read('apple\r\npear\r\n\r\napple\n---\r3D printing\npear')
    expect(list.words).toEqual(['apple', 'pear', '3D printing'])
    expect([...list.lines]).toEqual([1, 2, 6])
    expect(list.report).toEqual({ lines: 7, merged: 2, skipped: 1 })
    expect(list).toMatchObject({ format: 'text', encoding: 'UTF-8', places: 6, blank: 1 })
    expect(list.skippedLines).toEqual([{ line: 5, reason: SKIP_REASONS.noLetter, text: '---' }])
  })

  it('counts a line end at the very end as no line', async () => {
    expect((await read('a\nb\n')).report.lines).toBe(2)
    expect((await read('a\nb')).report.lines).toBe(2)
    expect((await read('a\nb\n\n')).report.lines).toBe(3)
  })

  it('merges exact duplicates only: case and accents make a different word', async () => {
    const list = await read('polish\nPolish\nresume\nrésumé\nre\u0301sume\u0301\nPolish ')
    expect(list.words).toEqual(['polish', 'Polish', 'resume', 'résumé'])
    expect(list.report.merged).toBe(2)
  })

  it('takes HTML and formulas as text', async () => {
    const words = ['<img src=x onerror=alert(1)>', '=1+1', '@SUM(1)', '-2+3', '<b>bold</b>']
    expect((await read(words.join('\n'))).words).toEqual(words)
  })

  it('skips a word of 10,000 characters and shows its start', async () => {
    const list = await read(`apple\n${'x'.repeat(10_000)}\npear`)
    expect(list.words).toEqual(['apple', 'pear'])
    expect([...list.lines]).toEqual([1, 3])
    expect(list.skippedLines).toEqual([{ line: 2, reason: SKIP_REASONS.tooLong, text: `${'x'.repeat(80)}…` }])
  })

  it('keeps a list of phrases with commas together', async () => {
    const lines = ['red, white and blue', 'house', 'to and fro', 'sooner or later']
    expect((await read(lines.join('\n'))).words).toEqual(lines)
  })

  it('does not cut sentences at their commas', async () => {
    const lines = ['Hello, my friend, how are you doing today', 'It was the best of times, it was the worst of times']
    expect((await read(lines.join('\n'))).words).toEqual(lines)
  })
})

describe('separated lists', () => {
  it.each([
    ['comma', 'apple, pear,plum'],
    ['semicolon', 'apple; pear;plum'],
    ['tab', 'apple\tpear\tplum'],
    ['ideographic comma', 'apple、pear、plum'],
    ['one a line with commas', 'apple,\npear,\nplum,\n'],
    ['several lines', 'apple, pear,\nplum, apple'],
    ['quoted', '"apple", "pear", "plum"'],
    ['with empty items', 'apple,, pear, ,plum,'],
  ])('%s', async (_, text) => {
    expect((await read(text)).words).toEqual(['apple', 'pear', 'plum'])
  })

  it('accounts for items, not lines, and tells the line of each', async () => {
    const list = await read('apple, pear, --, apple\nplum, fig, , kiwi')
    expect(list.words).toEqual(['apple', 'pear', 'plum', 'fig', 'kiwi'])
    expect([...list.lines]).toEqual([1, 1, 2, 2, 2])
    expect(list).toMatchObject({ places: 7, blank: 1, report: { lines: 2, merged: 1, skipped: 1 } })
  })

  it('reads a comma list of many words on one line', async () => {
    const words = Array.from({ length: 50_000 }, (_, index) => `word${index}`)
    expect((await read(words.join(', '))).words).toEqual(words)
  })
})

describe('terms with definitions', () => {
  it.each([
    ['dash', 'serendipity – a happy accident\nmouse - a small animal\nhouse — a building'],
    ['tab', 'serendipity\ta happy accident\nmouse\ta small animal, grey\nhouse\ta building'],
    [
      'semicolon',
      'serendipity; a happy accident that one has\nmouse; a small grey animal of the field\nhouse; a building',
    ],
  ])('%s', async (_, text) => {
    expect((await read(text)).words).toEqual(['serendipity', 'mouse', 'house'])
  })

  it('takes the term of a table without a header even when terms repeat', async () => {
    expect((await read('house\tHaus\ncat\tKatze\ncat\tKater')).words).toEqual(['house', 'cat'])
  })

  it('leaves one phrase with a dash alone', async () => {
    expect((await read('apple\npear\nplum\nCatch - 22')).words).toContain('Catch - 22')
  })
})

describe('name', () => {
  it('is the given one, else the first words', async () => {
    expect((await read('apple', ' Unit 7 ')).name).toBe('Unit 7')
    expect((await read('apple\npear')).name).toBe('apple, pear')
    expect((await read('apple\npear\nplum\nfig')).name).toBe('apple, pear, plum …')
    expect((await read('x'.repeat(150))).name).toHaveLength(61)
  })
})

/** A word of its own for every number: base 26, with letters for the digits. */
function lettersOf(index: number): string {
  return index.toString(26).replace(/\d/g, (digit) => 'zyxwvutsrq'.charAt(Number(digit)))
}

describe('limits', () => {
  it.each(['', '\n', ' \n\t\r\n\u00a0\n', '\ufeff'])('%j is an empty list', async (text) => {
    expect(await faultOf(read(text))).toMatchObject({ code: 'LIST_EMPTY' })
  })

  it('says why a list without words has none', async () => {
    const fault = await faultOf(read('---\n***'))
    expect(fault).toMatchObject({ code: 'LIST_EMPTY', message: expect.stringContaining(SKIP_REASONS.noLetter) })
  })

  it('takes the most words a job may hold and refuses one more', async () => {
    const text = Array.from({ length: MAX_WORDS }, (_, index) => lettersOf(index)).join('\n')
    const list = await read(`${text}\nz\nbz`)
    expect([list.words.length, list.lines.length, list.lines.at(-1)]).toEqual([MAX_WORDS, MAX_WORDS, MAX_WORDS])
    expect(list.report.merged).toBe(2)
    expect(await faultOf(read(`${text}\nMore`))).toMatchObject({ code: 'LIST_TOO_LONG' })
  }, 60_000)

  it('keeps the first skipped lines and counts all', async () => {
    const list = await read(`apple\n${'---\n'.repeat(5000)}`)
    expect(list.report.skipped).toBe(5000)
    expect(list.skippedLines).toHaveLength(200)
  })
})

describe('giving way', () => {
  const long = Array.from({ length: 200_000 }, (_, index) => `word ${index}`).join('\n')

  it('lets the event loop turn while it reads', async () => {
    let turns = 0
    let isDone = false
    const turn = (): void => {
      turns += 1
      if (!isDone) setImmediate(turn)
    }
    setImmediate(turn)
    await read(long)
    isDone = true
    expect(turns).toBeGreaterThan(5)
  })

  it('stops at once when aborted, before and while it reads', async () => {
    const reason = new Error('enough')
    await expect(readList({ kind: 'text', text: long }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    await expect(readList({ kind: 'text', text: 'a' }, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const controller = new AbortController()
    setImmediate(() => controller.abort(reason))
    await expect(readList({ kind: 'text', text: long }, { signal: controller.signal })).rejects.toBe(reason)
  })
})

describe('inspect', () => {
  it('fits the contract', async () => {
    const list = await read('apple, pear\nplum, --', 'Fruit')
    const inspection = { listId: 'x', ...inspect(list) }
    expect(listInspectionSchema.parse(inspection)).toEqual(inspection)
    expect(inspection).toMatchObject({ name: 'Fruit', words: 3, sample: ['apple', 'pear', 'plum'] })
    expect(inspection.columns).toBeUndefined()
  })

  it('shows a table with its columns, and 50 words at most', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `${index},word ${index}`)
    const inspection = { listId: 'x', ...inspect(await read(`no,word\n${rows.join('\n')}`)) }
    expect(listInspectionSchema.parse(inspection)).toEqual(inspection)
    expect(inspection).toMatchObject({ format: 'csv', columns: ['no', 'word'], column: 1, words: 60 })
    expect(inspection.sample).toHaveLength(50)
  })
})
