import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanWord } from '../../src-main/import/clean-word.ts'
import { readList } from '../../src-main/import/read-list.ts'
import type { StagedList } from '../../src-main/import/staged-list.ts'
import { encodeAs, FILE_ENCODINGS } from './support/encode-as.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const folder = temporaryFolder()

async function readBytes(bytes: Uint8Array, name: string): Promise<StagedList> {
  await writeFile(folder.path(name), bytes)
  return await readList({ kind: 'file', path: folder.path(name) })
}

const WESTERN = 'abcdefghijklmnopqrstuvwxyzABCXYZéèüößñçœ'
const letters = fc.string({ unit: fc.constantFrom(...WESTERN), minLength: 1, maxLength: 12 })
/** Words and phrases with the marks that belong to words. */
const word = fc
  .array(letters, { minLength: 1, maxLength: 3 })
  .chain((parts) => fc.constantFrom(' ', '-', "'", ' & ').map((joint) => parts.join(joint)))
/** A list as it is after reading: what the words are, and none twice. */
const list = fc.uniqueArray(word, { minLength: 1, maxLength: 60 }).filter((words) => words.every(isClean))

function isClean(text: string): boolean {
  const cleaned = cleanWord(text, { hasDefinitions: false })
  return cleaned.kind === 'word' && cleaned.word === text
}

const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const encoding = fc.constantFrom(...FILE_ENCODINGS)

describe('a list that is written comes back as it was', () => {
  it('as text in every encoding', async () => {
    await fc.assert(
      fc.asyncProperty(list, lineEnd, encoding, fc.boolean(), async (words, end, encodedAs, isEnded) => {
        const text = words.join(end) + (isEnded ? end : '')
        const read = await readBytes(encodeAs(text, encodedAs), 'list.txt')
        expect(read.words).toEqual(words)
        expect([...read.lines]).toEqual(words.map((_, index) => index + 1))
        expect(read.report).toMatchObject({ lines: words.length, merged: 0, skipped: 0 })
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('as text with bullets or numbers, blank lines and repeats', async () => {
    const marks = fc.constantFrom(
      (_: number) => '',
      (index: number) => `${index + 1}. `,
      () => '• ',
      () => '- ',
    )
    await fc.assert(
      fc.asyncProperty(list, marks, fc.nat({ max: 3 }), async (words, mark, repeats) => {
        const lines = [...words, '', ...words.slice(0, repeats)].map((text, index) =>
          text === '' ? ' ' : mark(index) + text,
        )
        const read = await readBytes(Buffer.from(lines.join('\n')), 'list.txt')
        expect(read.words).toEqual(words)
        const merged = Math.min(repeats, words.length)
        expect(read).toMatchObject({ blank: 1, places: words.length + merged, report: { merged, skipped: 0 } })
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('as CSV with every delimiter in every encoding', async () => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|')
    const definition = fc.string({ unit: fc.constantFrom(...`${WESTERN} ,;\t|"\n.`), maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(
        list,
        delimiter,
        lineEnd,
        encoding,
        fc.array(definition, { minLength: 1 }),
        async (words, separator, end, encodedAs, definitions) => {
          const rows = words.map((text, index) => [String(index), text, definitions[index % definitions.length] ?? ''])
          const text = [['nr', 'word', 'definition'], ...rows]
            .map((cells) => cells.map(quoted).join(separator))
            .join(end)
          const read = await readBytes(encodeAs(text, encodedAs), 'list.csv')
          expect(read.words).toEqual(words)
          expect(read.table).toEqual({ columns: ['nr', 'word', 'definition'], column: 1, hasHeader: true })
          expect(read).toMatchObject({ format: 'csv', places: words.length, report: { merged: 0, skipped: 0 } })
        },
      ),
      { numRuns: 300 },
    )
  }, 60_000)
})

/** Quotes only where it must be, as spreadsheets do. */
function quoted(cell: string): string {
  return /[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
