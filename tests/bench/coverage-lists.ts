import { readSharedBand } from '../../src-main/providers/offline/build/read-bands.ts'
import { drawSample } from './sampling.ts'

/**
 * Lists to measure coverage with. They come from SCOWL alone: whether WordNet knows a word plays no part in whether
 * it is on a list.
 */

/** Lower-case words, accents allowed; leaves out names, abbreviations with capitals, and possessives. */
const PLAIN_WORD = /^\p{Ll}+$/u

const COMMON = [10, 20, 35] as const
const UP_TO_MIDDLE = [10, 20, 35, 40, 50] as const

const wordsOf = (bands: readonly (10 | 20 | 35 | 40 | 50 | 55 | 60 | 70)[]): string[] =>
  [...new Set(bands.flatMap((band) => readSharedBand(band)))].filter((word) => PLAIN_WORD.test(word)).sort()

/** `count` words drawn from the common SCOWL sizes 10, 20 and 35, function words and inflected forms included. */
export const commonWords = (count: number): string[] => drawSample(wordsOf(COMMON), count)

/** Every word of the two most common SCOWL sizes. */
export const everydayWords = (): string[] => wordsOf([10, 20])

/**
 * `count` inflected forms drawn from SCOWL sizes 10 to 50: words in -s, -ed, -ing, -er or -est of which a base, got by
 * taking the ending off and undoing e, y and doubling, is in SCOWL too.
 */
export function inflectedForms(count: number): string[] {
  const words = wordsOf(UP_TO_MIDDLE)
  const known = new Set(words)
  return drawSample(
    words.filter((word) => basesOf(word).some((base) => known.has(base))),
    count,
  )
}

function basesOf(word: string): string[] {
  const match = /^(\p{Ll}{2,}?)(s|es|ies|ed|ied|ing|er|ier|est|iest)$/u.exec(word)
  if (match === null) return []
  const bases: string[] = []
  for (const ending of ['s', 'es', 'ed', 'ing', 'er', 'est', 'ies', 'ied', 'ier', 'iest']) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue
    const stem = word.slice(0, -ending.length)
    if (ending.startsWith('i') && ending !== 'ing') bases.push(`${stem}y`)
    else if (ending === 's') bases.push(stem)
    else bases.push(stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'))
  }
  return bases
}
