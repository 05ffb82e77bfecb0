import type { ListInspection, ListReport, SkippedLine } from '../../src-preload/model.ts'

/** A parsed list that waits to be submitted. */
export interface StagedList {
  /** What the job is called unless the person says otherwise. */
  readonly name: string
  readonly format: ListInspection['format']
  /** `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1252`. */
  readonly encoding: string
  /** Distinct words in the order of their first occurrence. */
  readonly words: readonly string[]
  /** One-based line of each word's first occurrence, same order as `words`. */
  readonly lines: Uint32Array
  /**
   * `words.length + report.merged + report.skipped === places`. A place is a line that is not blank (text), an item
   * between separators that is not blank (separated lists), or a row that is not blank and not the header (tables).
   * `report.lines` counts all lines of the source, blank ones too.
   */
  readonly report: ListReport
  readonly places: number
  /** Lines, items or rows with nothing but white space; never counted as skipped. */
  readonly blank: number
  /** The first 200 skipped places with their reasons. */
  readonly skippedLines: readonly SkippedLine[]
  /** For tables: the names of the columns and the zero-based one the words were taken from. */
  readonly table?: { readonly columns: readonly string[]; readonly column: number; readonly hasHeader: boolean }
}

const SAMPLE_WORDS = 50

/** What the confirm screen shows of a list: everything of a `ListInspection` but the id it is staged under. */
export function inspect(list: StagedList): Omit<ListInspection, 'listId'> {
  return {
    name: list.name,
    format: list.format,
    encoding: list.encoding,
    words: list.words.length,
    report: { ...list.report },
    sample: list.words.slice(0, SAMPLE_WORDS),
    skippedLines: [...list.skippedLines],
    ...(list.table && { columns: [...list.table.columns], column: list.table.column }),
  }
}
