import type { Field } from '../../src-preload/model.ts'

/** What a person calls each thing that can be asked about a word. */
export const FIELD_LABELS: Readonly<Record<Field, string>> = {
  definition: 'Definition',
  partOfSpeech: 'Part of speech',
  examples: 'Examples',
  synonyms: 'Synonyms',
  antonyms: 'Antonyms',
  pronunciation: 'Pronunciation',
  commonness: 'Commonness',
}
