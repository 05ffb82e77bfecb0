import type { Habit } from './regular-forms.ts'

/** The four parts of speech that inflect, by their code in the dictionary format. */
export type InflectingCode = 0 | 1 | 2 | 3

/** The groups of one key: ids from `start` up to, not including, `end`. */
export interface GroupRange {
  readonly start: number
  readonly end: number
}

/** Raw parts of a lexicon as the builder stores them. Arrays are parallel, indexed by group id. */
export interface LexiconData {
  /** Lower-case lemmas; key number i owns the groups starts[i] … starts[i + 1] - 1. */
  readonly keys: readonly string[]
  readonly starts: Uint32Array
  readonly partsOfSpeech: Uint8Array
  readonly flags: Uint8Array
  /** Sum of WordNet's tag counts over the group's senses. */
  readonly tags: Uint32Array
  /** Lines `form TAB code TAB lemma…`, one a form and part of speech. */
  readonly exceptions: string
  /** Lines of the same shape for forms that are in use although the rules of spelling would not make them. */
  readonly attested?: string
  /** Lines `lemma TAB habit`: whether a last consonant is doubled, or -o takes -es, where the letters do not tell. */
  readonly habits?: string
}

type FormMaps = readonly Map<string, readonly string[]>[]

function readForms(text: string): FormMaps {
  const maps: FormMaps = [new Map(), new Map(), new Map(), new Map()]
  for (const line of text.split('\n')) {
    const [form, code, ...lemmas] = line.split('\t')
    if (form !== undefined && code !== undefined) maps[Number(code)]?.set(form, lemmas)
  }
  return maps
}

function readHabits(text: string): Map<string, Habit> {
  const habits = new Map<string, Habit>()
  for (const line of text.split('\n')) {
    const [lemma = '', habit] = line.split('\t')
    if (habit === 'long' || habit === 'short') habits.set(lemma, habit)
  }
  return habits
}

/** Everything about lemmas that is needed to find and rank them, in memory: no SQL is run to lemmatise. */
export class Lexicon {
  readonly partsOfSpeech: Uint8Array
  readonly flags: Uint8Array
  readonly tags: Uint32Array
  private readonly starts: Uint32Array
  private readonly keyNumbers = new Map<string, number>()
  private readonly exceptions: FormMaps
  private readonly attested: FormMaps
  private readonly habits: ReadonlyMap<string, Habit>
  private readonly irregularForms: readonly Map<string, string[]>[] = [new Map(), new Map(), new Map(), new Map()]

  constructor(data: LexiconData) {
    this.partsOfSpeech = data.partsOfSpeech
    this.flags = data.flags
    this.tags = data.tags
    this.starts = data.starts
    for (const [number, key] of data.keys.entries()) this.keyNumbers.set(key, number)
    this.exceptions = readForms(data.exceptions)
    this.attested = readForms(data.attested ?? '')
    this.habits = readHabits(data.habits ?? '')
    for (const [code, forms] of this.exceptions.entries()) {
      for (const [form, lemmas] of forms) {
        for (const lemma of lemmas) {
          const known = this.irregularForms[code]?.get(lemma)
          if (known === undefined) this.irregularForms[code]?.set(lemma, [form])
          else known.push(form)
        }
      }
    }
  }

  /** Number of distinct lower-case lemmas. */
  get size(): number {
    return this.keyNumbers.size
  }

  has(key: string): boolean {
    return this.keyNumbers.has(key)
  }

  /** Group ids of a lower-case lemma, or undefined when it is not one. */
  rangeOf(key: string): GroupRange | undefined {
    const number = this.keyNumbers.get(key)
    if (number === undefined) return undefined
    return { start: this.starts[number] ?? 0, end: this.starts[number + 1] ?? 0 }
  }

  /** Lemmas of an irregular form, or undefined when the exception list does not name it. */
  exceptionsOf(code: InflectingCode, form: string): readonly string[] | undefined {
    return this.exceptions[code]?.get(form)
  }

  /** Whether a lower-case lemma is of this part of speech. */
  hasCode(key: string, code: InflectingCode): boolean {
    const range = this.rangeOf(key)
    return range !== undefined && this.partsOfSpeech.subarray(range.start, range.end).includes(code)
  }

  /** The other way round: irregular forms of a lemma, as far as the exception lists name them. */
  irregularFormsOf(code: InflectingCode, lemma: string): readonly string[] {
    return this.irregularForms[code]?.get(lemma) ?? []
  }

  /** Lemmas of a form that is in use although the rules of spelling would not make it: "dreamed", "laybys". */
  attestedOf(code: InflectingCode, form: string): readonly string[] | undefined {
    return this.attested[code]?.get(form)
  }

  /** How a lemma takes its endings, where its letters leave that open. */
  habitOf(lemma: string): Habit | undefined {
    return this.habits.get(lemma)
  }
}
