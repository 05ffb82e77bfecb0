import type { Options } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { chooseColumn } from './choose-column.ts'
import type { ListText } from './list-text.ts'
import { detectTextLayout } from './text-format.ts'
import { areWordLike } from './word-likeness.ts'

/** How a table is written. */
export interface TableLayout {
  delimiter: string
  /** Quotation marks hold cells together; false when they are only characters. */
  isQuoted: boolean
}

const DELIMITERS = ['\t', ';', ',', '|'] as const
const TABLE_EXTENSIONS = ['csv', 'tsv', 'tab']
/** Rows the guesses look at. */
const SAMPLE_ROWS = 200
/** Longest row in bytes. Beyond it a quotation mark was misread, or it is no row anybody needs. */
export const MAX_ROW_BYTES = 4 * 1024 * 1024

/** The options of csv-parse for a layout; line ends are `\n` already. */
export function tableOptions({ delimiter, isQuoted }: TableLayout): Options {
  return {
    delimiter,
    record_delimiter: '\n',
    quote: isQuoted ? '"' : null,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
  }
}

/** The first rows that are not blank; `isBroken` when the text cannot be read by this layout. */
export function readSample(text: Pick<ListText, 'head' | 'isHeadWhole'>, layout: TableLayout): Sample {
  const rows: string[][] = []
  const on_record = (cells: string[]): null => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push(cells)
    return null
  }
  try {
    parse(text.head, { ...tableOptions(layout), on_record, to: SAMPLE_ROWS })
    return { rows, isBroken: false }
  } catch {
    // The head may end inside a quoted cell; the rows before it are good.
    return { rows, isBroken: text.isHeadWhole || rows.length === 0 }
  }
}

interface Sample {
  rows: string[][]
  isBroken: boolean
}

interface Candidate extends TableLayout {
  rows: string[][]
  /** Cells of most rows. */
  width: number
  /** Share of the rows with that many cells. */
  share: number
}

/**
 * Decides whether a text is a table. The extension counts: in a .csv file two words and a comma are two columns, in a
 * paste they are two words unless the rest looks like a table as well.
 *
 * @returns undefined for plain text
 */
export function detectTable(text: ListText, extension: string): TableLayout | undefined {
  const isNamedTable = TABLE_EXTENSIONS.includes(extension)
  const best = bestCandidate(text, isNamedTable ? 0.5 : 0.8)
  if (best && (isNamedTable || looksLikeTable(best, text.head)))
    return { delimiter: best.delimiter, isQuoted: best.isQuoted }
  if (!isNamedTable || detectTextLayout(text.head).separators !== '') return undefined
  const delimiter = rarest(text.head)
  return { delimiter, isQuoted: !readSample(text, { delimiter, isQuoted: true }).isBroken }
}

function bestCandidate(text: ListText, leastShare: number): Candidate | undefined {
  const candidates = DELIMITERS.filter((delimiter) => text.head.includes(delimiter)).map((delimiter) =>
    weigh(text, delimiter),
  )
  const fitting = candidates.filter(({ rows, width, share, delimiter }) => {
    // Ragged rows below a header with column names still make a table.
    if ((rows[0]?.length ?? 0) >= 2 && chooseColumn(rows).hasHeader) return true
    return rows.length >= 2 && width >= 2 && share >= (delimiter === '\t' ? 0.5 : leastShare)
  })
  return fitting.sort((a, b) => b.share - a.share || b.width - a.width)[0]
}

function weigh(text: ListText, delimiter: string): Candidate {
  const quoted = readSample(text, { delimiter, isQuoted: true })
  const isQuoted = !quoted.isBroken
  const { rows } = isQuoted ? quoted : readSample(text, { delimiter, isQuoted })
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 0, count = 0] = [...widths].sort(([, a], [, b]) => b - a)[0] ?? []
  return { delimiter, isQuoted, rows, width, share: count / Math.max(1, rows.length) }
}

/** For text without a table's extension. A list that is taken for a table would lose words, so doubt means no. */
function looksLikeTable({ delimiter, rows, width }: Candidate, head: string): boolean {
  if (delimiter === '\t' || delimiter === '|' || chooseColumn(rows).hasHeader) return true
  const isSpaced = head.split(`${delimiter} `).length * 2 > head.split(delimiter).length
  if (areWordLike(rows.flat())) return width === 2 && !isSpaced
  // "Hello, my friend" is a sentence, "abandon; to leave behind" a term and its meaning.
  return delimiter === ';' || !isSpaced
}

/** The delimiter of a table with one column: one that stands in no word, else the one that stands in the fewest. */
function rarest(head: string): string {
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.min(...counts))] ?? ','
}
