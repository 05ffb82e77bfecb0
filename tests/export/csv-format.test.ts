import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardFormula } from '../../src-main/export/csv-format.ts'
import type { ExportRow } from '../../src-main/export/export-format.ts'
import { readList } from '../../src-main/import/read-list.ts'
import { anyRow, MOUSE, rowOf, senseOf } from './support/rows.ts'
import { writtenText } from './support/written-text.ts'

/** Reads with an independent parser, strictly: wrong quotes or ragged rows throw. */
function cellsOf(csv: string): string[][] {
  return parse(csv, { bom: true, record_delimiter: '\r\n' })
}

async function recordOf(row: ExportRow): Promise<Record<string, string>> {
  const [header = [], cells = []] = cellsOf(await writtenText('csv', [row]))
  return Object.fromEntries(header.map((title, index) => [title, cells[index] ?? '']))
}

describe('the file', () => {
  it('starts with a byte-order mark, ends lines with CRLF, has one row a word', async () => {
    const csv = await writtenText('csv', [rowOf('mice', { entry: MOUSE }), rowOf('x', { state: 'pending', line: 2 })])
    expect(csv.startsWith('\ufeffword,lemma,part of speech,definition,')).toBe(true)
    expect(csv.endsWith('\r\n')).toBe(true)
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(cellsOf(csv)).toHaveLength(3)
  })

  it('of a job without words is only the header', async () => {
    expect(cellsOf(await writtenText('csv', []))).toHaveLength(1)
  })

  it('has the columns that were asked for', async () => {
    const rows = [rowOf('mice', { entry: MOUSE })]
    const all = cellsOf(await writtenText('csv', rows))[0]
    expect(all?.join(' | ')).toBe(
      'word | lemma | part of speech | definition | examples | synonyms | antonyms | pronunciation (US) | ' +
        'pronunciation (UK) | commonness | state | note | source | line',
    )
    const few = cellsOf(await writtenText('csv', rows, ['synonyms']))
    expect(few[0]).toEqual(['word', 'lemma', 'synonyms', 'state', 'note', 'source', 'line'])
    expect(few[1]).toEqual(['mice', 'mouse', '1. rodent', 'entry', '', 'wordnet, other, cmudict, ipa-dict, scowl', '1'])
  })

  it('can be dropped into Wordmill again', async () => {
    const words = ['mice', '"quoted"', 'rock, paper', 'café']
    const rows = words.map((word, index) => rowOf(word, { entry: MOUSE, line: index + 1 }))
    const list = await readList({ kind: 'text', text: await writtenText('csv', rows) })
    expect(list).toMatchObject({ format: 'csv', words: ['mice', 'quoted', 'rock, paper', 'café'] })
    expect(list.table?.column).toBe(0)
  })
})

describe('a row', () => {
  it('numbers the senses alike in all columns', async () => {
    expect(await recordOf(rowOf('mice', { entry: MOUSE, line: 7 }))).toEqual({
      word: 'mice',
      lemma: 'mouse',
      'part of speech': '1. noun; 2. noun; 3. verb',
      definition: '1. a small animal; 2. a pointing device; 3. to hunt mice',
      examples: '1. The mouse ran. / A mouse!',
      synonyms: '1. rodent',
      antonyms: '2. keyboard',
      'pronunciation (US)': '/maʊs/',
      'pronunciation (UK)': '/maʊs/',
      commonness: '5',
      state: 'entry',
      note: '',
      source: 'wordnet, other, cmudict, ipa-dict, scowl',
      line: '7',
    })
  })

  it('shows one sense plainly, and a part of speech all senses share once', async () => {
    const one = { ...MOUSE, senses: [senseOf('a small animal')] }
    expect(await recordOf(rowOf('mouse', { entry: one }))).toMatchObject({ definition: 'a small animal' })
    const two = {
      ...MOUSE,
      senses: [senseOf('a part of a plant', { lemma: 'leaf' }), senseOf('a permission', { lemma: 'leave' })],
    }
    expect(await recordOf(rowOf('leaves', { entry: two }))).toMatchObject({
      'part of speech': 'noun',
      definition: '1. (leaf) a part of a plant; 2. (leave) a permission',
    })
  })

  it.each<[Partial<ExportRow>, string]>([
    [{ state: 'not-found', suggestions: ['mouse', 'moose'] }, 'not found; did you mean mouse, moose?'],
    [{ state: 'not-found' }, 'not found'],
    [{ state: 'failed', fault: { code: 'X', message: 'The provider is down.' } }, 'The provider is down.'],
    [{ state: 'pending' }, 'not looked up'],
  ])('%j has a note', async (more, note) => {
    expect(await recordOf(rowOf('mouze', more))).toMatchObject({ word: 'mouze', lemma: '', state: more.state, note })
  })
})

describe('cells a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '=HYPERLINK("http://x","y")',
  ])('%j starts with an apostrophe', async (word) => {
    expect((await recordOf(rowOf(word))).word).toBe(`'${word}`)
  })

  it('leaves other cells alone', async () => {
    for (const word of ['a=1', "'tis", 'rock-paper', '1+1', '']) expect(guardFormula(word)).toBe(word)
  })

  it('guards every column', async () => {
    const evil = '=1+1'
    const entry = {
      ...MOUSE,
      lemma: evil,
      senses: [senseOf(evil, { examples: [evil], synonyms: [evil], antonyms: [evil] })],
    }
    const cells = Object.values(await recordOf(rowOf(evil, { entry })))
    expect(cells.filter((cell) => cell === `'${evil}`)).toHaveLength(6)
    expect(await recordOf(rowOf('x', { state: 'failed', fault: { code: 'X', message: evil } }))).toMatchObject({
      note: `'${evil}`,
    })
  })
})

it('survives any text: the parser gives the same cells, and none starts like a formula', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 8 }), async (rows) => {
      const [header, ...records] = cellsOf(await writtenText('csv', rows))
      expect(records.map(([word]) => word)).toEqual(rows.map(({ word }) => guardFormula(word)))
      for (const cells of records) {
        expect(cells).toHaveLength(header?.length ?? 0)
        for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }
    }),
    { numRuns: 500 },
  )
})
