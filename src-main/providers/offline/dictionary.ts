import Database from 'better-sqlite3'
import { composeEntry, type FormFacts, type RankedGroup } from './compose-entry.ts'
import { FLAG_OWN, FORMAT_VERSION, PART_OF_SPEECH_CODES } from './dictionary-format.ts'
import { orderVariants } from './homographs.ts'
import { formsOf, lemmatise } from './lemmatiser.ts'
import { Lexicon } from './lexicon.ts'
import { normaliseWord, stripAccents } from './normalise-word.ts'
import { rankCandidates } from './rank-candidates.ts'
import { corrections } from './regular-forms.ts'
import { MOST_SUGGESTIONS, Spelling } from './spelling.ts'
import { spellingVariants } from './spelling-variants.ts'

/** An entry as JSON text, or suggestions for a word that is not known. */
export type Answer = { readonly body: string } | { readonly suggestions: readonly string[] }

export interface DictionaryInfo {
  /** Number of distinct lemmas. */
  readonly lemmas: number
  /** Names the data and the builder; changes whenever answers may change. */
  readonly version: string
}

/** Bytes of the file SQLite may map; more than the file ever has. */
const MAP_BYTES = 256 * 1024 * 1024

/** Reads what a built dictionary says about itself. Throws when the file is missing, damaged or of another format. */
export function readDictionaryInfo(file: string): DictionaryInfo {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return infoOf(database)
  } finally {
    database.close()
  }
}

function infoOf(database: Database.Database): DictionaryInfo {
  const meta = new Map(database.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all())
  if (meta.get('format') !== String(FORMAT_VERSION)) {
    throw new Error(`dictionary has format ${meta.get('format')}, this program reads ${FORMAT_VERSION}`)
  }
  return { lemmas: Number(meta.get('lemmas')), version: meta.get('version') ?? '' }
}

/** The built dictionary, opened read-only in the calling thread. Synchronous; used inside the worker threads. */
export class Dictionary {
  readonly info: DictionaryInfo
  readonly lexicon: Lexicon
  private readonly database: Database.Database
  private readonly groupStatement: Database.Statement<[number], string>
  private readonly formStatement: Database.Statement<[string], [string | null, string | null, number | null]>
  private spelling: Spelling | undefined

  /** Opens a file written by the builder. Throws what SQLite throws when it is missing or damaged. */
  constructor(file: string) {
    this.database = new Database(file, { readonly: true, fileMustExist: true })
    this.database.pragma(`mmap_size = ${MAP_BYTES}`)
    this.info = infoOf(this.database)
    this.groupStatement = this.database.prepare<[number], string>('SELECT body FROM sense_group WHERE id = ?').pluck()
    this.formStatement = this.database
      .prepare<[string], [string | null, string | null, number | null]>('SELECT us, uk, band FROM form WHERE word = ?')
      .raw()
    this.lexicon = new Lexicon({
      keys: this.text('lexicon.keys').split('\n'),
      starts: new Uint32Array(this.bytes('lexicon.starts')),
      partsOfSpeech: new Uint8Array(this.bytes('lexicon.partsOfSpeech')),
      flags: new Uint8Array(this.bytes('lexicon.flags')),
      tags: new Uint32Array(this.bytes('lexicon.tags')),
      exceptions: this.text('lexicon.exceptions'),
      attested: this.text('lexicon.attested'),
      habits: this.text('lexicon.habits'),
    })
  }

  /** Answers one word. Any string is allowed, and none throws. */
  lookUp(input: string): Answer {
    const word = normaliseWord(input)
    const lemmatisation = lemmatise(word, this.lexicon)
    if (lemmatisation.candidates.length === 0) return { suggestions: this.suggest(word) }
    const bodies = new Map<number, string>()
    const bodyOf = (group: number): string => {
      const known = bodies.get(group)
      if (known !== undefined) return known
      const body = this.groupStatement.get(group) ?? ''
      bodies.set(group, body)
      return body
    }
    const displayOf = (group: number): string => bodyOf(group).slice(0, bodyOf(group).indexOf('\t'))
    const ranked = rankCandidates(lemmatisation, this.lexicon, displayOf)
    const groups = ranked.map((group) => this.rankedGroup(group, bodyOf(group)))
    return {
      body: composeEntry(groups, (lemma, partOfSpeech) =>
        this.factsOf(word, lemmatisation.matched, lemma, partOfSpeech),
      ),
    }
  }

  close(): void {
    this.database.close()
  }

  private rankedGroup(group: number, body: string): RankedGroup {
    return {
      body,
      partOfSpeech: PART_OF_SPEECH_CODES[this.lexicon.partsOfSpeech[group] ?? 0] ?? 'noun',
      isOwn: ((this.lexicon.flags[group] ?? 0) & FLAG_OWN) !== 0,
    }
  }

  /**
   * Facts of the word, of the spelling that matched and of the lemma, as far as they differ and are needed. Only
   * spellings that are said like the word give a pronunciation: "dog's" is not said like "dog".
   */
  private factsOf(word: string, matched: string, lemma: string, partOfSpeech: string): FormFacts[] {
    const facts: FormFacts[] = []
    const written = word.toLowerCase()
    for (const form of new Set([written, matched.toLowerCase(), lemma.toLowerCase()])) {
      const row = this.formStatement.get(form)
      if (row === undefined) continue
      const [us, uk, band] = row
      const isSaidAlike = form === written || (form === matched.toLowerCase() && soundsLike(form, written))
      const known = isSaidAlike
        ? { us: orderVariants(us, form, lemma, partOfSpeech), uk, band }
        : { us: null, uk: null, band }
      facts.push(form !== written && endsInAcute(written) ? withoutOtherWord(known, written) : known)
      if ((us !== null || uk !== null) && band !== null) break
    }
    return facts
  }

  /** The vocabulary is read at the first unknown word: most lists have none, and it takes a while. */
  private suggest(word: string): string[] {
    this.spelling ??= new Spelling({
      words: this.text('spelling.words').split('\n'),
      bands: new Uint8Array(this.bytes('spelling.bands')),
    })
    const spelling = this.spelling
    const form = word.toLowerCase()
    const right = corrections(form, this.lexicon).filter((correction) => formsOf(correction, this.lexicon).length > 0)
    const plain = stripAccents(word)
    const near = plain === word ? spelling.suggest(word) : [...spelling.suggest(plain), ...spelling.suggest(word)]
    return [...new Set([...spelling.byCommonness(right), ...near])].slice(0, MOST_SUGGESTIONS)
  }

  private bytes(name: string): ArrayBuffer {
    const data = this.database.prepare<[string], Buffer>('SELECT data FROM blob WHERE name = ?').pluck().get(name)
    if (data === undefined) throw new Error(`dictionary has no part named ${name}`)
    // A copy of its own: typed arrays need an aligned start, which a pooled buffer does not promise.
    return new Uint8Array(data).buffer
  }

  private text(name: string): string {
    return Buffer.from(this.bytes(name)).toString('utf8')
  }
}

const lettersOf = (word: string): string => stripAccents(word).replace(/[^\p{L}]/gu, '')

/** Whether two spellings differ only in signs, accents or the side of the Atlantic. */
const soundsLike = (form: string, written: string): boolean =>
  lettersOf(form) === lettersOf(written) || spellingVariants(written).includes(form)

const endsInAcute = (word: string): boolean => /ée?s?$/.test(word)

/**
 * The unaccented spelling of a word in -é may be a quite different word ("rosé", "rose"): how common it is says nothing,
 * and only a pronunciation that ends in the right sound can be of the word itself ("cafe", but not "blase").
 */
function withoutOtherWord({ us, uk }: FormFacts, written: string): FormFacts {
  const ending = written.endsWith('s') ? 'eɪz' : 'eɪ'
  const check = (ipa: string | null): string | null => (ipa?.endsWith(ending) ? ipa : null)
  return { us: check(us), uk: check(uk), band: null }
}
