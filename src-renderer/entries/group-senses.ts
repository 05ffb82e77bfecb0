import type { Entry, PartOfSpeech, Sense } from '../../src-preload/model.ts'

export interface NumberedSense {
  /** Counts through the whole entry, as in a printed dictionary. */
  readonly number: number
  readonly sense: Sense
}

export interface SenseGroup {
  readonly partOfSpeech: PartOfSpeech
  /** Only where it is not the entry's own base form. */
  readonly lemma: string | undefined
  readonly senses: readonly NumberedSense[]
}

/** Senses that follow each other and share part of speech and base form, in the entry's order. */
export function groupSenses(entry: Entry): SenseGroup[] {
  const groups: { partOfSpeech: PartOfSpeech; lemma: string | undefined; senses: NumberedSense[] }[] = []
  for (const [index, sense] of entry.senses.entries()) {
    const lemma = sense.lemma === entry.lemma ? undefined : sense.lemma
    const last = groups.at(-1)
    const numbered = { number: index + 1, sense }
    if (last !== undefined && last.partOfSpeech === sense.partOfSpeech && last.lemma === lemma) {
      last.senses.push(numbered)
    } else {
      groups.push({ partOfSpeech: sense.partOfSpeech, lemma, senses: [numbered] })
    }
  }
  return groups
}
