import { ADJECTIVE, FLAG_CAPITAL, FLAG_OWN, NOUN, VERB } from './dictionary-format.ts'
import type { InflectingCode, Lexicon } from './lexicon.ts'
import { isAffix, LONGEST_WORD, stripAccents, stripOuterPunctuation, stripPossessive } from './normalise-word.ts'
import { regularBases, regularStems } from './regular-forms.ts'
import { spellingVariants } from './spelling-variants.ts'

/** How a group was reached: as written, by the list of irregular forms, or by a rule of regular inflection. */
export type Via = 'exact' | 'exception' | 'rule'

export interface Candidate {
  readonly group: number
  readonly via: Via
}

/** What a word may stand for: the candidates and the spelling they were found under. */
export interface Lemmatisation {
  readonly candidates: readonly Candidate[]
  /** Spelling that matched: the word itself, or what a fallback made of it ("cafés" → "cafes"). Keeps its case. */
  readonly matched: string
}

const INFLECTING: readonly InflectingCode[] = [0, 1, 2, 3]
const LEADING_WORD = /^(?:to|an?|the) (?=\S)/i
/** What lists of phrases add to a phrasal verb: "look forward to", "take off something". Two words must be left. */
const TRAILING_WORD = /(?<= \S+) (?:to|of|with|for|on|at|sb|sth|someone|somebody|something)\.?$/
const ACUTE_ENDING = /ée?s?$/

/**
 * Finds every lemma a word can be a form of, over all parts of speech: exact match, exception lists, morphy's rules,
 * doubled consonant. Only when all of that fails are other spellings tried, nearest first: without the possessive,
 * without punctuation around, without accents, phrase variants, American spelling.
 *
 * `word` is normalised by `normaliseWord`; any string is allowed. No candidates means the word is unknown.
 */
export function lemmatise(word: string, lexicon: Lexicon): Lemmatisation {
  if (word === '' || word.length > LONGEST_WORD) return { candidates: [], matched: word }
  const direct = formsAsWritten(word, lexicon)
  if (direct.length > 0) return { candidates: direct, matched: word }
  return lemmatiseOtherSpelling(word, lexicon)
}

function lemmatiseOtherSpelling(word: string, lexicon: Lexicon): Lemmatisation {
  if (isAffix(word)) return { candidates: [], matched: word }
  const trimmed = stripOuterPunctuation(word)
  const owner = stripPossessive(trimmed)
  for (const spelling of new Set([stripPossessive(word), trimmed, owner])) {
    const candidates = formsAsWritten(spelling, lexicon)
    if (candidates.length > 0) return { candidates, matched: spelling }
  }
  const plain = stripAccents(owner)
  if (plain !== owner) {
    const candidates = formsOfUnaccented(owner.toLowerCase(), plain.toLowerCase(), lexicon)
    if (candidates.length > 0) return { candidates, matched: plain }
  }
  for (const variant of otherSpellings(plain.toLowerCase(), lexicon)) {
    const candidates = formsOf(variant, lexicon)
    if (candidates.length > 0) return { candidates, matched: variant }
  }
  return { candidates: [], matched: word }
}

/** A capitalised word that is a name is no inflection: "Mars" is not what mars, "James" not what jams. */
function formsAsWritten(spelling: string, lexicon: Lexicon): Candidate[] {
  const form = spelling.toLowerCase()
  const candidates = formsOf(form, lexicon)
  if (form === spelling || spelling.charAt(0) === form.charAt(0)) return candidates
  const isName = candidates.some(
    ({ group, via }) => via === 'exact' && ((lexicon.flags[group] ?? 0) & FLAG_CAPITAL) !== 0,
  )
  return isName ? candidates.filter(({ via }) => via !== 'rule') : candidates
}

/** Candidates of exactly this lower-case spelling, each group once, exact matches first. */
export function formsOf(form: string, lexicon: Lexicon): Candidate[] {
  const found = new Map<number, Candidate>()
  addGroups(found, lexicon, form, undefined, 'exact')
  for (const code of INFLECTING) {
    const irregular = lexicon.exceptionsOf(code, form)
    if (irregular?.some((lemma) => lexicon.has(lemma))) {
      for (const lemma of irregular) addGroups(found, lexicon, lemma, code, 'exception')
    } else {
      for (const lemma of regularBases(form, code, lexicon)) addGroups(found, lexicon, lemma, code, 'rule')
    }
  }
  return [...found.values()]
}

/** Adds the groups of a lemma; with a part of speech given, only those, and none of the function words. */
function addGroups(
  found: Map<number, Candidate>,
  lexicon: Lexicon,
  lemma: string,
  code: InflectingCode | undefined,
  via: Via,
): void {
  const range = lexicon.rangeOf(lemma)
  if (range === undefined) return
  for (let group = range.start; group < range.end; group++) {
    if (found.has(group)) continue
    if (code !== undefined && (lexicon.partsOfSpeech[group] !== code || isOwn(lexicon, group))) continue
    found.set(group, { group, via })
  }
}

const isOwn = (lexicon: Lexicon, group: number): boolean => ((lexicon.flags[group] ?? 0) & FLAG_OWN) !== 0

/**
 * A word in -é is a noun or an adjective, never the verb that is spelt alike without the accent: "exposé" is not
 * "to expose". Nouns go first; adjectives answer only where there is no noun ("blasé").
 */
function formsOfUnaccented(accented: string, plain: string, lexicon: Lexicon): Candidate[] {
  const candidates = formsOf(plain, lexicon)
  if (!ACUTE_ENDING.test(accented)) return candidates
  const ofCode = (code: number): Candidate[] =>
    candidates.filter((candidate) => lexicon.partsOfSpeech[candidate.group] === code)
  const nouns = ofCode(NOUN)
  return nouns.length > 0 ? nouns : ofCode(ADJECTIVE)
}

/** Last resorts for a lower-case word: phrase forms, hyphen or space or neither, American spelling. */
function otherSpellings(word: string, lexicon: Lexicon): string[] {
  const spellings: string[] = []
  const bare = word.replace(LEADING_WORD, '')
  if (bare !== word) spellings.push(bare)
  if (/[ -]/.test(bare)) {
    spellings.push(...phraseLemmas(bare, lexicon))
    const shorter = bare.replace(TRAILING_WORD, '')
    if (shorter !== bare) spellings.push(shorter, ...phraseLemmas(shorter, lexicon))
    for (const separator of [' ', '-', '']) spellings.push(bare.replace(/[ -]+/g, separator))
  }
  spellings.push(...spellingVariants(bare))
  if (/^[a-z]+$/.test(bare)) spellings.push(...splitCompounds(bare, lexicon))
  return spellings.filter((spelling) => spelling !== word)
}

/** Phrases whose first word is inflected: "took off" → "take off", "passers-by" → "passer-by". */
function phraseLemmas(phrase: string, lexicon: Lexicon): string[] {
  const match = /^([^ -]+)([ -].+)$/.exec(phrase)
  if (match === null) return []
  const [, first = '', rest = ''] = match
  const lemmas: string[] = []
  for (const code of [VERB, NOUN] as const) {
    for (const base of [...(lexicon.exceptionsOf(code, first) ?? []), ...regularBases(first, code, lexicon)]) {
      if (lexicon.has(base + rest)) lemmas.push(base + rest)
    }
  }
  return lemmas
}

/** Two words that are known only apart or with a hyphen: "trashcans" → "trash can", "coworker" → "co-worker". */
function splitCompounds(word: string, lexicon: Lexicon): string[] {
  const compounds: string[] = []
  for (const base of new Set([word, ...regularStems(word, NOUN, lexicon), ...regularStems(word, VERB, lexicon)])) {
    for (let at = 2; at <= base.length - 2; at++) {
      for (const separator of [' ', '-']) {
        const compound = base.slice(0, at) + separator + base.slice(at)
        if (lexicon.has(compound)) compounds.push(compound)
      }
    }
  }
  return compounds
}
