import { finished } from 'node:stream/promises'
import { Parser } from 'csv-parse'
import { WordmillError } from '../../src-preload/errors.ts'
import { type ColumnChoice, chooseColumn } from './choose-column.ts'
import { SKIP_REASONS } from './clean-word.ts'
import { detectTable, MAX_ROW_BYTES, readSample, type TableLayout, tableOptions } from './detect-table.ts'
import { type FormatHints, type ListFormat, type ListReader, NotThisFormat } from './list-format.ts'
import { type Place, PlaceSplitter } from './place-splitter.ts'
import { WordCollector } from './word-collector.ts'

/** Most lines one quoted cell may span. A longer one is a stray quotation mark that would swallow the words after it. */
const MAX_RECORD_LINES = 100

/** Tables: CSV in the shapes Excel, Google Sheets, Anki and Quizlet write, with comma, semicolon, tab or bar. */
export const tableFormat: ListFormat = {
  id: 'csv',
  readers: (text, hints) => {
    const layout = detectTable(text, hints.extension)
    if (!layout) return []
    const unquoted = readerFor({ ...layout, isQuoted: false }, hints)
    return layout.isQuoted ? [readerFor(layout, hints), unquoted] : [unquoted]
  },
}

function readerFor(layout: TableLayout, hints: FormatHints): ListReader {
  return async (text, pacer) => {
    const choice = withColumn(chooseColumn(readSample(text, layout).rows), hints.column)
    const collector = new WordCollector({ hasDefinitions: false })
    const rows = new RowTaker(choice, collector)
    const parser = new Parser({
      ...tableOptions(layout),
      on_record: (cells: string[], context) => {
        rows.take(cells, context.lines)
        return null
      },
    })
    // Without a listener an error would end the process; it is looked at after every piece.
    parser.on('error', () => undefined)
    parser.resume()
    let lines = 0
    let last = '\n'
    const pieces = layout.isQuoted ? text.pieces() : withoutHugeLines(text.pieces(), (place) => rows.skip(place))
    for await (const piece of pieces) {
      parser.write(piece)
      lines += countLineEnds(piece)
      last = piece.at(-1) ?? last
      await pacer.pause()
      assertParsed(parser.errored)
    }
    parser.end()
    // The last row may still be to come, and with it the last reason to stop.
    await finished(parser).catch(assertParsed)
    return { format: 'csv', collector, lines: last === '\n' ? lines : lines + 1, table: choice }
  }
}

/** A quarter of what csv-parse takes, because a character can be four bytes. */
const MAX_LINE_LENGTH = MAX_ROW_BYTES / 4

/** Empties the lines that are too long to be a row; where nothing is quoted a line is a row. */
async function* withoutHugeLines(pieces: AsyncIterable<string>, skip: (place: Place) => void): AsyncGenerator<string> {
  let ready = ''
  const take = (place: Place): void => {
    if (place.isCut) skip(place)
    ready += place.isCut ? '\n' : `${place.text}\n`
  }
  const splitter = new PlaceSplitter('', take, MAX_LINE_LENGTH)
  for await (const piece of pieces) {
    ready = ''
    splitter.feed(piece)
    yield ready
  }
  ready = ''
  splitter.finish()
  yield ready
}

/** Takes the word out of every row and accounts for the rows without one. */
class RowTaker {
  readonly #choice: ColumnChoice
  readonly #collector: WordCollector
  #isHeaderDue: boolean
  #lastLine = 0
  readonly #emptied = new Set<number>()

  constructor(choice: ColumnChoice, collector: WordCollector) {
    this.#choice = choice
    this.#collector = collector
    this.#isHeaderDue = choice.hasHeader
  }

  /** @param lastLine one-based line the row ends on */
  take(cells: readonly string[], lastLine: number): void {
    const line = this.#lastLine + 1
    this.#lastLine = lastLine
    if (lastLine - line >= MAX_RECORD_LINES) throw new NotThisFormat('a cell spans too many lines')
    const isBlank = cells.every((cell) => cell.trim() === '')
    if (this.#emptied.delete(line)) return
    if (isBlank) this.#collector.blank += 1
    else if (this.#isHeaderDue) this.#isHeaderDue = false
    else this.#takeWord(cells, line)
  }

  /** A row that was emptied because it is too long; it comes to `take` as a blank one. */
  skip({ line, text }: Place): void {
    this.#emptied.add(line)
    this.#collector.skip(SKIP_REASONS.hugeRow, text, line)
  }

  #takeWord(cells: readonly string[], line: number): void {
    const { column, columns } = this.#choice
    const reason = `no word in column “${columns[column] ?? column + 1}”`
    this.#collector.add(cells[column] ?? '', line, { reason, shown: cells.join(' | ') })
  }
}

function withColumn(choice: ColumnChoice, column: number | undefined): ColumnChoice {
  if (column === undefined) return choice
  if (column < choice.columns.length) return { ...choice, column }
  throw new WordmillError(
    'BAD_REQUEST',
    `There is no column ${column + 1}: the table has ${choice.columns.length}. Choose one of them.`,
    { column, columns: choice.columns.length },
  )
}

/** A list that is too long stays an error; what csv-parse cannot read may still be read another way. */
function assertParsed(error: unknown): void {
  if (!error) return
  if (error instanceof WordmillError) throw error
  throw new NotThisFormat('no table', { cause: error })
}

function countLineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
