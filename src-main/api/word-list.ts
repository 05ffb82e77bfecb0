import { WordmillError } from '../../src-preload/errors.ts'
import type { ListReport } from '../../src-preload/model.ts'
import type { WordList } from '../engine/ports/job-store.ts'
import { Pacer } from '../import/pacer.ts'
import { WordCollector } from '../import/word-collector.ts'

/**
 * The words of a script or of the terminal as a list, cleaned and merged as a file's are.
 *
 * @param lines one-based line of each word; 1, 2, 3 … when left out
 * @param report what became of the lines the words were read from, if the sender read them from somewhere
 * @throws WordmillError LIST_EMPTY when no word is left, BAD_REQUEST when `lines` has another length than `words`
 */
export async function toWordList(
  words: readonly string[],
  lines?: readonly number[],
  report?: ListReport,
): Promise<WordList> {
  if (lines !== undefined && lines.length !== words.length) {
    throw new WordmillError('BAD_REQUEST', `There are ${words.length} words but ${lines.length} line numbers.`)
  }
  const pacer = new Pacer()
  const collector = new WordCollector({ hasDefinitions: false })
  for (const [index, word] of words.entries()) {
    collector.add(word, lines?.[index] ?? index + 1)
    if (index % 1_000 === 0) await pacer.pause()
  }
  if (collector.words.length === 0)
    throw new WordmillError('LIST_EMPTY', 'None of these is a word that can be looked up.')
  const { merged, skipped } = collector
  const isAlreadyRead = report !== undefined && merged === 0 && skipped === 0
  return {
    words: collector.words,
    lines: collector.lines(),
    report: isAlreadyRead ? report : { lines: words.length, merged, skipped: skipped + collector.blank },
  }
}
