import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportRow } from '../../src-main/export/export-format.ts'
import type { Field } from '../../src-preload/model.ts'
import { anyRow, MOUSE, rowOf } from './support/rows.ts'
import { writtenText } from './support/written-text.ts'

async function recordOf(row: ExportRow, fields?: readonly Field[]): Promise<unknown> {
  const text = await writtenText('jsonl', [row], fields)
  expect(text.endsWith('\n')).toBe(true)
  return JSON.parse(text)
}

describe('a line', () => {
  it('holds the whole entry', async () => {
    expect(await recordOf(rowOf('mice', { entry: MOUSE, line: 7, attempts: 2, isCached: true, gist: 'x' }))).toEqual({
      word: 'mice',
      line: 7,
      state: 'entry',
      ...MOUSE,
    })
  })

  it('holds only what was asked for', async () => {
    expect(await recordOf(rowOf('mice', { entry: MOUSE }), ['definition', 'commonness'])).toEqual({
      word: 'mice',
      line: 1,
      state: 'entry',
      lemma: 'mouse',
      senses: MOUSE.senses.map(({ definition, source }) => ({ definition, source })),
      commonness: MOUSE.commonness,
    })
    expect(await recordOf(rowOf('mice', { entry: MOUSE }), ['pronunciation'])).toEqual({
      word: 'mice',
      line: 1,
      state: 'entry',
      lemma: 'mouse',
      pronunciation: MOUSE.pronunciation,
    })
  })

  it.each<[Partial<ExportRow>, object]>([
    [{ state: 'not-found', suggestions: ['mouse'] }, { suggestions: ['mouse'] }],
    [{ state: 'not-found' }, {}],
    [{ state: 'failed', fault: { code: 'X', message: 'Down.' } }, { error: { code: 'X', message: 'Down.' } }],
    [{ state: 'failed' }, { error: { code: 'INTERNAL', message: expect.any(String) } }],
    [{ state: 'pending' }, {}],
  ])('%j', async (more, rest) => {
    expect(await recordOf(rowOf('mouze', more))).toEqual({ word: 'mouze', line: 1, state: more.state, ...rest })
  })
})

it('writes one line a word whatever it holds, also for readers that know other line ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 8 }), async (rows) => {
      const lines = (await writtenText('jsonl', rows)).split(/[\n\r\u0085\u2028\u2029]/)
      expect(lines.pop()).toBe('')
      const records = lines.map((line) => JSON.parse(line) as ExportRow)
      expect(records.map(({ word, state, line }) => [word, state, line])).toEqual(
        rows.map(({ word, state, line }) => [word, state, line]),
      )
    }),
    { numRuns: 300 },
  )
})
