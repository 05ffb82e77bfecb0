import type { ListInspection } from '../../src-preload/model.ts'
import type { ListText } from './list-text.ts'
import type { Pacer } from './pacer.ts'
import type { StagedList } from './staged-list.ts'
import type { WordCollector } from './word-collector.ts'

/** What a format may use besides the text itself. */
export interface FormatHints {
  /** Lower-case and without the dot, empty for a paste; a hint only, the content decides. */
  readonly extension: string
  /** Zero-based column a person chose. */
  readonly column: number | undefined
}

/** What one reading of a list found. */
export interface ParsedList {
  readonly format: ListInspection['format']
  readonly collector: WordCollector
  /** Lines of the source, blank ones too. */
  readonly lines: number
  readonly table?: StagedList['table']
}

/** One way to read a text. */
export type ListReader = (text: ListText, pacer: Pacer) => Promise<ParsedList>

/** A format lists can come in. */
export interface ListFormat {
  readonly id: ListInspection['format']
  /** The ways to read this text as this format, best first; none when the text does not look like it. */
  readers(text: ListText, hints: FormatHints): readonly ListReader[]
}

/** Thrown by a reader that finds out half-way that the text is something else; the next reader has its turn. */
export class NotThisFormat extends Error {}
