import { detach } from '../inflection-rules.ts'
import { Lexicon, type LexiconData } from '../lexicon.ts'
import { stripAccents } from '../normalise-word.ts'
import { endsShort, regularBases, regularity } from '../regular-forms.ts'

const NOUN = 0
const VERB = 1
const ADJECTIVE = 2
const CODES = [NOUN, VERB, ADJECTIVE, 3] as const

/**
 * Adds to a lexicon what SCOWL's word lists and the exception lists tell about spelling: the habits of lemmas, and the
 * forms in use that no rule allows. Every word of `attested` is taken to be spelt right.
 */
export function withHabits(data: LexiconData, attested: ReadonlyMap<string, unknown>): LexiconData {
  const habits = composeHabits(new Lexicon(data), data.keys, attested)
  const withThem = { ...data, habits }
  return { ...withThem, attested: composeAttested(new Lexicon(withThem), attested) }
}

/** Lines `lemma TAB long` or `short`, for lemmas of which only one of two possible spellings is in use. */
function composeHabits(lexicon: Lexicon, keys: readonly string[], attested: ReadonlyMap<string, unknown>): string {
  const lines: string[] = []
  for (const key of keys) {
    if (key.includes(' ')) continue
    const [long, short] = spellingsOf(key, lexicon).map((forms) =>
      forms.some(
        ({ form, code }) =>
          attested.has(form) || lexicon.has(form) || (lexicon.exceptionsOf(code, form)?.includes(key) ?? false),
      ),
    )
    // Beyond the Atlantic -l is doubled where here it is not.
    if (long && !short) lines.push(`${key}\tlong`)
    else if (short && !long && !key.endsWith('l')) lines.push(`${key}\tshort`)
  }
  return lines.join('\n')
}

interface Spelling {
  readonly form: string
  readonly code: 0 | 1 | 2
}

/** Possible forms with and without doubling, or with and without e. */
function spellingsOf(key: string, lexicon: Lexicon): [Spelling[], Spelling[]] {
  const isVerb = lexicon.hasCode(key, VERB)
  const endings: [string, 0 | 1 | 2][] = isVerb
    ? [
        ['ed', VERB],
        ['ing', VERB],
      ]
    : []
  if (lexicon.hasCode(key, ADJECTIVE)) endings.push(['est', ADJECTIVE])
  const formsOf = (stem: string): Spelling[] => endings.map(([ending, code]) => ({ form: stem + ending, code }))
  if (/[^aeiou]o$/.test(key)) {
    const code = isVerb ? VERB : NOUN
    return [[{ form: `${key}es`, code }], [{ form: `${key}s`, code }]]
  }
  if (/[aeiou]c$/.test(key)) return [formsOf(`${key}k`), formsOf(key)]
  if (!endsShort(key)) return [[], []]
  // "planed" says nothing about "plan" as long as there is a "plane".
  const isAmbiguous = lexicon.has(`${key}e`)
  return [formsOf(key + key.slice(-1)), isAmbiguous ? [] : formsOf(key)]
}

/** Forms whose lemma only the lists vouch for: "dreamed" beside "dreamt", "laybys", "shyer". */
function composeAttested(lexicon: Lexicon, attested: ReadonlyMap<string, unknown>): string {
  const lines: string[] = []
  // "flambéed" is looked up without its accent in the end.
  for (const word of new Set([...attested.keys()].map(stripAccents))) {
    const isKnown = lexicon.has(word) || CODES.some((code) => regularBases(word, code, lexicon).length > 0)
    for (const code of CODES) {
      if (lexicon.exceptionsOf(code, word) !== undefined || regularBases(word, code, lexicon).length > 0) continue
      const judged = detach(word, code)
        .filter((base) => lexicon.hasCode(base, code))
        .map((base) => ({ base, judgement: regularity(word, base, code, lexicon) }))
      const replaced = judged.filter(({ judgement }) => judgement === 'replaced')
      const odd =
        isKnown || code >= ADJECTIVE
          ? []
          : judged.filter(({ base }) => isPlainlyOf(word, base) && !isOfTwin(word, base, lexicon))
      const bases = (replaced.length > 0 ? replaced : odd).map(({ base }) => base)
      if (bases.length > 0) lines.push([word, code, ...bases].join('\t'))
    }
  }
  return lines.sort().join('\n')
}

/** "shoppes" is not of "shop", nor are "franchisees" of "franchise". */
const isPlainlyOf = (word: string, base: string): boolean =>
  !word.endsWith('s') || word === `${base}s` || (base.endsWith('s') && word === `${base}ses`)

/** "caped" is of the noun "cape", which has no such form by rule, and certainly not of "cap". */
const isOfTwin = (word: string, base: string, lexicon: Lexicon): boolean =>
  word.startsWith(`${base}e`) && lexicon.has(`${base}e`)
