import { FLAG_CAPITAL, FLAG_OWN } from '../dictionary-format.ts'
import { formsOf } from '../lemmatiser.ts'
import type { Lexicon } from '../lexicon.ts'

export interface Vocabulary {
  readonly words: readonly string[]
  readonly bands: Uint8Array
}

/** Rarest band whose inflected forms are suggested as well; beyond it, base forms are enough. */
const RAREST_INFLECTED = 55
const LONGEST_WORD = 42

const BAND_OWN = 10
const BAND_TAGGED = 60
const BAND_UNTAGGED = 80
const BAND_CAPITAL = 85

/** Words that may be suggested, all of which are answered, with their commonness; sorted as `Spelling` needs them. */
export function composeVocabulary(
  keys: readonly string[],
  bands: ReadonlyMap<string, number>,
  lexicon: Lexicon,
): Vocabulary {
  const rated = new Map<string, number>()
  for (const key of keys) rated.set(key, bands.get(key) ?? bandOfLemma(key, lexicon))
  for (const [word, band] of bands) {
    if (band <= RAREST_INFLECTED && !rated.has(word) && formsOf(word, lexicon).length > 0) rated.set(word, band)
  }
  const words = [...rated.keys()].filter((word) => word.length > 1 && word.length <= LONGEST_WORD)
  words.sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0) || a.length - b.length || (a < b ? -1 : 1))
  return { words, bands: Uint8Array.from(words, (word) => rated.get(word) ?? BAND_UNTAGGED) }
}

function bandOfLemma(key: string, lexicon: Lexicon): number {
  const range = lexicon.rangeOf(key)
  if (range === undefined) return BAND_UNTAGGED
  const flags = lexicon.flags[range.start] ?? 0
  if ((flags & FLAG_OWN) !== 0) return BAND_OWN
  if ((flags & FLAG_CAPITAL) !== 0) return BAND_CAPITAL
  return (lexicon.tags[range.start] ?? 0) > 0 ? BAND_TAGGED : BAND_UNTAGGED
}
