import { SKIP_REASONS } from './clean-word.ts'
import type { ListFormat, ListReader } from './list-format.ts'
import { type Place, PlaceSplitter } from './place-splitter.ts'
import { WordCollector } from './word-collector.ts'
import { areWordLike } from './word-likeness.ts'

/** How a plain text sets its words apart. */
export interface TextLayout {
  /** Characters that stand between words besides line ends; empty for one word a line. */
  separators: string
  hasDefinitions: boolean
}

const SEPARATORS = ['\t', ';', ',', '，', '；', '、'] as const
/** Share of the lines that must show a habit before the whole list is read by it. */
const MOST = 0.5
const DASH = /\S\s(?:[–—]|-{1,2})\s\S/u

/** Plain text: one word or phrase a line, or a comma, semicolon or tab list. Reads anything. */
export const textFormat: ListFormat = {
  id: 'text',
  readers: (text) => [readerFor(detectTextLayout(text.head))],
}

/**
 * Looks at the start of a text for habits that most of its lines share. "term – definition" needs two lines at least:
 * a single one may be a phrase with a dash.
 */
export function detectTextLayout(head: string): TextLayout {
  const lines = head.split('\n', 1000).filter((line) => line.trim() !== '')
  const withDash = lines.filter((line) => DASH.test(line)).length
  if (withDash >= 2 && withDash >= MOST * lines.length) return { separators: '', hasDefinitions: true }
  return { separators: SEPARATORS.find((separator) => isSeparatorList(lines, separator)) ?? '', hasDefinitions: false }
}

/** Most lines hold the separator, and what stands between is short enough to be words and not parts of a sentence. */
function isSeparatorList(lines: readonly string[], separator: string): boolean {
  const separated = lines.filter((line) => line.includes(separator))
  if (separated.length === 0 || separated.length < MOST * lines.length) return false
  return areWordLike(separated.flatMap((line) => line.split(separator)))
}

function readerFor({ separators, hasDefinitions }: TextLayout): ListReader {
  return async (text, pacer) => {
    const collector = new WordCollector({ hasDefinitions })
    const take = ({ text: raw, line, isCut }: Place): void => {
      if (isCut && !hasDefinitions) collector.skip(SKIP_REASONS.tooLong, raw, line)
      else collector.add(raw, line)
    }
    const splitter = new PlaceSplitter(separators, take)
    for await (const piece of text.pieces()) {
      splitter.feed(piece)
      await pacer.pause()
    }
    splitter.finish()
    return { format: 'text', collector, lines: splitter.lines }
  }
}
