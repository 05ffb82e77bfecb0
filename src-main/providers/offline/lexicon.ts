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
}

/** Everything about lemmas that is needed to find and rank them, in memory: no SQL is run to lemmatise. */
export class Lexicon {
  readonly partsOfSpeech: Uint8Array
  readonly flags: Uint8Array
  readonly tags: Uint32Array
  private readonly starts: Uint32Array
  private readonly keyNumbers = new Map<string, number>()
  private readonly exceptions: readonly Map<string, readonly string[]>[] = [new Map(), new Map(), new Map(), new Map()]

  constructor(data: LexiconData) {
    this.partsOfSpeech = data.partsOfSpeech
    this.flags = data.flags
    this.tags = data.tags
    this.starts = data.starts
    for (const [number, key] of data.keys.entries()) this.keyNumbers.set(key, number)
    for (const line of data.exceptions.split('\n')) {
      const [form, code, ...lemmas] = line.split('\t')
      if (form !== undefined && code !== undefined) this.exceptions[Number(code)]?.set(form, lemmas)
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
}
