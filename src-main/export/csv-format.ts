import type { Entry, Field, Sense } from '../../src-preload/model.ts'
import type { ExportFormatWriter, ExportRow } from './export-format.ts'
import { writeRows } from './write-rows.ts'

/**
 * CSV for Excel, Numbers and LibreOffice: UTF-8 with byte-order mark, CRLF, RFC 4180 quotes. One row a word, in list
 * order, whatever became of it. Cells that a spreadsheet would run as a formula start with an apostrophe.
 *
 * All senses of a word share its row: with one sense the cells hold it plainly, with more every part is numbered
 * ("1. a small animal; 2. a pointing device"), and the numbers match across the columns. A part of speech that all
 * senses share stands once. Columns of fields that were not asked for are left out.
 */
export const csvFormat: ExportFormatWriter = {
  id: 'csv',
  fileExtension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  write: writeRows({
    head: (fields) => `\ufeff${csvLine(columnsFor(fields).map(({ title }) => title))}`,
    row: (row, fields) => csvLine(columnsFor(fields).map(({ cell }) => guardFormula(cell(row)))),
  }),
}

interface Column {
  readonly title: string
  /** The column is written when this was asked for; undefined is always written. */
  readonly field?: Field
  cell(row: ExportRow): string
}

const COLUMNS: readonly Column[] = [
  { title: 'word', cell: ({ word }) => word },
  { title: 'lemma', cell: (row) => entryOf(row)?.lemma ?? '' },
  { title: 'part of speech', field: 'partOfSpeech', cell: (row) => partsOfSpeech(sensesOf(row)) },
  { title: 'definition', field: 'definition', cell: (row) => numbered(sensesOf(row), definitionOf) },
  {
    title: 'examples',
    field: 'examples',
    cell: (row) => numbered(sensesOf(row), ({ examples }) => examples.join(' / ')),
  },
  {
    title: 'synonyms',
    field: 'synonyms',
    cell: (row) => numbered(sensesOf(row), ({ synonyms }) => synonyms.join(', ')),
  },
  {
    title: 'antonyms',
    field: 'antonyms',
    cell: (row) => numbered(sensesOf(row), ({ antonyms }) => antonyms.join(', ')),
  },
  { title: 'pronunciation (US)', field: 'pronunciation', cell: (row) => ipaOf(row, 'US') },
  { title: 'pronunciation (UK)', field: 'pronunciation', cell: (row) => ipaOf(row, 'UK') },
  { title: 'commonness', field: 'commonness', cell: (row) => stars(entryOf(row)) },
  { title: 'state', cell: ({ state }) => state },
  { title: 'note', cell: noteOf },
  { title: 'source', cell: (row) => sourcesOf(row) },
  { title: 'line', cell: ({ line }) => String(line) },
]

const columnsByFields = new WeakMap<readonly Field[], readonly Column[]>()

function columnsFor(fields: readonly Field[]): readonly Column[] {
  const known = columnsByFields.get(fields)
  if (known) return known
  const columns = COLUMNS.filter(({ field }) => field === undefined || fields.includes(field))
  columnsByFields.set(fields, columns)
  return columns
}

function entryOf({ state, entry }: ExportRow): Entry | undefined {
  return state === 'entry' ? entry : undefined
}

function sensesOf(row: ExportRow): readonly Sense[] {
  return entryOf(row)?.senses ?? []
}

function numbered(senses: readonly Sense[], part: (sense: Sense) => string): string {
  const parts = senses.map(part)
  if (parts.length <= 1) return parts[0] ?? ''
  return parts.flatMap((text, index) => (text === '' ? [] : [`${index + 1}. ${text}`])).join('; ')
}

function partsOfSpeech(senses: readonly Sense[]): string {
  const [only, ...others] = new Set(senses.map(({ partOfSpeech }) => partOfSpeech))
  return others.length === 0 ? (only ?? '') : numbered(senses, ({ partOfSpeech }) => partOfSpeech)
}

/** "leaves" belongs to "leaf" and to "leave"; such a sense says which. */
function definitionOf({ lemma, definition }: Sense): string {
  return lemma === undefined ? definition : `(${lemma}) ${definition}`
}

function ipaOf(row: ExportRow, region: 'US' | 'UK'): string {
  const spoken = entryOf(row)?.pronunciation.filter((pronunciation) => pronunciation.region === region) ?? []
  return spoken.map(({ ipa }) => `/${ipa}/`).join(', ')
}

function stars(entry: Entry | undefined): string {
  return entry?.commonness ? String(entry.commonness.stars) : ''
}

function noteOf({ state, suggestions, fault }: ExportRow): string {
  if (state === 'pending') return 'not looked up'
  if (state === 'failed') return fault?.message ?? 'failed'
  if (state === 'entry') return ''
  return suggestions?.length ? `not found; did you mean ${suggestions.join(', ')}?` : 'not found'
}

function sourcesOf(row: ExportRow): string {
  const entry = entryOf(row)
  if (!entry) return ''
  const sources = [...entry.senses, ...entry.pronunciation, ...(entry.commonness ? [entry.commonness] : [])]
  return [...new Set(sources.map(({ source }) => source))].join(', ')
}

/** What spreadsheets take for the start of a formula (OWASP, "CSV Injection"), and the full-width forms of it. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/u

/** Makes a spreadsheet show a cell as text instead of running it. */
export function guardFormula(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell
}

/** Quoted also for semicolon and tab, which are the delimiter where Excel is not set to English. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/u

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}
