import type { Entry, Field, Sense } from '../../src-preload/model.ts'
import type { ExportFormatWriter, ExportRow } from './export-format.ts'
import { writeRows } from './write-rows.ts'

/**
 * JSON Lines (jsonlines.org), UTF-8 without a byte-order mark, one object a word:
 * `{word, line, state: "entry"|"not-found"|"failed"|"pending", lemma, senses: [{partOfSpeech, definition, examples,
 * synonyms, antonyms, source}], pronunciation, commonness, suggestions?, error?: {code, message}}`.
 *
 * `lemma` to `commonness` stand in lines with the state "entry" and only as far as they were asked for; a sense has
 * its own `lemma` where the word has several base forms. "pending" are the words a cancelled job did not come to.
 */
export const jsonlFormat: ExportFormatWriter = {
  id: 'jsonl',
  fileExtension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  write: writeRows({ head: () => '', row: (row, fields) => `${toLine(toRecord(row, fields))}\n` }),
}

const SENSE_FIELDS = ['definition', 'partOfSpeech', 'examples', 'synonyms', 'antonyms'] as const

function toRecord(row: ExportRow, fields: readonly Field[]): Record<string, unknown> {
  const { word, line, state, entry, suggestions, fault } = row
  return {
    word,
    line,
    state,
    ...(state === 'entry' && entry && answer(entry, fields)),
    ...(state === 'not-found' && suggestions && { suggestions }),
    ...(state === 'failed' && {
      error: { code: fault?.code ?? 'INTERNAL', message: fault?.message ?? 'Unknown error.' },
    }),
  }
}

function answer(
  { lemma, senses, pronunciation, commonness }: Entry,
  fields: readonly Field[],
): Record<string, unknown> {
  const isAnySenseField = SENSE_FIELDS.some((field) => fields.includes(field))
  return {
    lemma,
    ...(isAnySenseField && { senses: senses.map((sense) => chosenParts(sense, fields)) }),
    ...(fields.includes('pronunciation') && { pronunciation }),
    ...(fields.includes('commonness') && commonness && { commonness }),
  }
}

function chosenParts(sense: Sense, fields: readonly Field[]): Record<string, unknown> {
  const has = (field: Field): boolean => fields.includes(field)
  return {
    ...(sense.lemma !== undefined && { lemma: sense.lemma }),
    ...(has('partOfSpeech') && { partOfSpeech: sense.partOfSpeech }),
    ...(has('definition') && { definition: sense.definition }),
    ...(has('examples') && { examples: sense.examples }),
    ...(has('synonyms') && { synonyms: sense.synonyms }),
    ...(has('antonyms') && { antonyms: sense.antonyms }),
    source: sense.source,
  }
}

/** These three end a line for some readers (Python's `splitlines`), although JSON allows them in a string. */
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/g

function toLine(record: Record<string, unknown>): string {
  return JSON.stringify(record).replace(OTHER_LINE_ENDS, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
