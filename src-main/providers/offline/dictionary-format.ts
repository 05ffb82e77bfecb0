import type { PartOfSpeech } from '../../../src-preload/model.ts'

/**
 * The agreement between the builder that writes `dictionary.sqlite` and the worker that reads it.
 *
 * Tables:
 * - `meta(key, value)`: `format`, `inputs` (hash the freshness check compares), `lemmas`, `version`.
 * - `blob(name, data)`: what the worker keeps in memory, as few big values so that it starts quickly.
 * - `sense_group(id, body)`: the senses of one lemma in one part of speech, ready to be concatenated.
 * - `form(word, us, uk, band)`: what is known about a written form itself: IPA variants joined by `|`, SCOWL band.
 */
export const FORMAT_VERSION = 2

/** A group's part of speech is stored as its index in this list. The first four are WordNet's. */
export const PART_OF_SPEECH_CODES: readonly PartOfSpeech[] = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'pronoun',
  'determiner',
  'preposition',
  'conjunction',
  'interjection',
  'auxiliary',
  'particle',
  'numeral',
]

export const NOUN = 0
export const VERB = 1
export const ADJECTIVE = 2
export const ADVERB = 3

/** The lemma is written with a capital: for lower-case input such a match is a last resort ("he" is not helium). */
export const FLAG_CAPITAL = 1
/** Every sense is one particular person, place or thing. */
export const FLAG_INSTANCE = 2
/** From Wordmill's own table of function words; goes before everything else. */
export const FLAG_OWN = 4

/**
 * Body of a group: a head line, then one line a sense.
 * Head: lemma, tab, tag counts of the senses joined by commas. Sense: JSON members without the braces.
 */
export const encodeGroup = (lemma: string, tags: readonly number[], senses: readonly string[]): string =>
  `${lemma}\t${tags.join(',')}\n${senses.join('\n')}`

export interface DecodedGroup {
  readonly lemma: string
  readonly tags: readonly number[]
  readonly senses: readonly string[]
}

/** Inverse of {@link encodeGroup}. */
export function decodeGroup(body: string): DecodedGroup {
  const lines = body.split('\n')
  const head = lines[0] ?? ''
  const tab = head.indexOf('\t')
  lines.shift()
  return {
    lemma: head.slice(0, tab),
    tags: head
      .slice(tab + 1)
      .split(',')
      .map(Number),
    senses: lines,
  }
}
