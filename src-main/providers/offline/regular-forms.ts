import { detach } from './inflection-rules.ts'
import type { InflectingCode, Lexicon } from './lexicon.ts'

/** What is known about how a word takes its endings: whether the last consonant is doubled, or whether -o takes -es. */
export type Habit = 'long' | 'short'

/** Spelt by the rules and in use; spelt by the rules, but an irregular form has its place ("eated"); misspelt. */
export type Regularity = 'regular' | 'replaced' | 'misspelt'

const NOUN = 0
const VERB = 1

/** Verbs that stay as they are in the past; the exception lists have nothing to say about them. */
const UNCHANGED_PAST = new Set(
  (
    'bet bid burst cast cost cut hit hurt let put quit read rid set shed shut slit spit split spread thrust upset ' +
    'broadcast forecast beset recast reset input output outbid overcut undercut'
  ).split(' '),
)

const CONSONANT_Y = /(?:[^aeiou]|qu)y$/
const SIBILANT = /(?:s|x|z|ch|sh)$/
/** One vowel and one consonant that can double; the u of "qu" is no vowel. */
const SHORT_ENDING = /(?:^|[^aeiou]|qu)[aeiouy][bdfgklmnprstvz]$/
const ONE_SYLLABLE = /^(?:qu|squ|[^aeiouy])*[aeiouy][^aeiouy]$/
const KEEPS_E = /(?:ee|oe|ye)$/

const lastWordOf = (phrase: string): string =>
  phrase.slice(Math.max(phrase.lastIndexOf(' '), phrase.lastIndexOf('-')) + 1)

/** Whether a consonant may be doubled before -ed, -ing, -er and -est at all. */
export const endsShort = (word: string): boolean => SHORT_ENDING.test(word)

/** Whether the spelling rules alone demand the doubling: "stop", "plan", not "visit", whose stress is not written. */
export const isShortSyllable = (word: string): boolean => endsShort(word) && ONE_SYLLABLE.test(word)

/** Bases a form may regularly come from, of those that are lemmas at all: "planed" from "plane", never from "plan". */
export function regularBases(form: string, code: InflectingCode, lexicon: Lexicon): string[] {
  const attested = lexicon.attestedOf(code, form)
  const bases = detach(form, code).filter(
    (base) => lexicon.hasCode(base, code) && regularity(form, base, code, lexicon) === 'regular',
  )
  // "tinged" is of "tinge": the letters would fit "ting", the sound does not.
  if (code === VERB && form.endsWith('nged')) {
    const silent = bases.filter((base) => base.endsWith('e') && lexicon.hasCode(base, VERB))
    if (silent.length > 0) return silent
  }
  return attested === undefined ? bases : [...new Set([...bases, ...attested])]
}

/** The same without asking for lemmas: "trashcans" → "trashcan", whether there is such a word or not. */
export const regularStems = (form: string, code: InflectingCode, lexicon: Lexicon): string[] =>
  detach(form, code).filter((base) => regularity(form, base, code, lexicon) === 'regular')

/** Judges whether `form` is spelt as regular inflection spells that of `base`, one of `detach(form, code)`. */
export function regularity(form: string, base: string, code: InflectingCode, lexicon: Lexicon): Regularity {
  const word = lastWordOf(base)
  const ending = endingOf(form, code)
  if (ending === '' || word === '') return 'regular'
  const head = base.slice(0, base.length - word.length)
  const isSpelt = formsWith(word, ending, lexicon.habitOf(word)).includes(form.slice(head.length))
  if (!isSpelt && !isOddPlural(form, base, code, lexicon)) return 'misspelt'
  return (ending === 'ed' || ending === 'er' || ending === 'est') && isIrregular(word, code, lexicon)
    ? 'replaced'
    : 'regular'
}

/** "shelves", "firemen" and "schoolchildren"; "caves" is of "cave" and not of "cafe". */
function isOddPlural(form: string, base: string, code: InflectingCode, lexicon: Lexicon): boolean {
  if (code !== NOUN) return false
  if (form.endsWith('ves')) return /fe?$/.test(base) && !lexicon.has(form.slice(0, -1))
  return /(?:men|children)$/.test(form)
}

/** The ending by itself, without what it does to the stem. */
function endingOf(form: string, code: InflectingCode): string {
  if (code <= VERB && form.endsWith('s')) return 's'
  const endings = code === VERB ? ['ed', 'ing'] : code === NOUN ? [] : ['er', 'est']
  return endings.find((ending) => form.endsWith(ending)) ?? (code === NOUN ? 's' : '')
}

/** The right spellings of a word with -s, -ed, -ing, -er or -est, likeliest first. */
export function formsWith(word: string, ending: string, habit: Habit | undefined): string[] {
  if (ending === 's') return formsInS(word, habit)
  if (CONSONANT_Y.test(word) && ending !== 'ing') {
    const changed = `${word.slice(0, -1)}i${ending}`
    // "shyer" and "drier": words of one syllable have the choice.
    return /^[^aeiou]+y$/.test(word) && ending !== 'ed' ? [changed, word + ending] : [changed]
  }
  if (word.endsWith('e')) return formsOfSilentE(word, ending)
  if (/[aeiou]c$/.test(word)) return habit === 'long' ? [`${word}k${ending}`] : [word + ending, `${word}k${ending}`]
  const doubled = word + word.slice(-1) + ending
  if (!endsShort(word)) return /[aeiou]l$/.test(word) ? [word + ending, doubled] : [word + ending]
  if (habit === 'long' || (habit === undefined && isShortSyllable(word))) return [doubled]
  return habit === 'short' ? [word + ending] : [word + ending, doubled]
}

function formsOfSilentE(word: string, ending: string): string[] {
  if (ending !== 'ing') return [word.slice(0, -1) + ending]
  if (word.endsWith('ie')) return [`${word.slice(0, -2)}ying`]
  return KEEPS_E.test(word) ? [`${word}ing`] : [`${word.slice(0, -1)}ing`]
}

function formsInS(word: string, habit: Habit | undefined): string[] {
  if (/^(?:fly|lay|stand|stander|passer|pass)-?by$/.test(word)) return [`${word}s`]
  if (CONSONANT_Y.test(word)) return [`${word.slice(0, -1)}ies`]
  if (/[^aeiou][aeiou][sz]$/.test(word)) return [`${word}es`, `${word}${word.slice(-1)}es`]
  if (SIBILANT.test(word)) return [`${word}es`]
  if (!word.endsWith('o')) return [`${word}s`]
  if (habit === undefined) return [`${word}s`, `${word}es`]
  return habit === 'long' ? [`${word}es`] : [`${word}s`]
}

/** Whether the list of irregular forms has a past ("ate") or a comparative ("better") that replaces the regular one. */
const isIrregular = (word: string, code: InflectingCode, lexicon: Lexicon): boolean =>
  irregularForms(word, code, lexicon).length > 0

/** Forms that stand where others have -ed, -er or -est; for a verb, the past before the participle. */
export function irregularForms(word: string, code: InflectingCode, lexicon: Lexicon): string[] {
  if (code === NOUN) return []
  if (code === VERB && UNCHANGED_PAST.has(word)) return [word]
  const stem = word.slice(0, -1)
  const regular = code === VERB ? /ed$|ing$|s$|'/ : /er$|est$/
  // Adverbs such as "good" and "bad" are compared like the adjectives, and only those are listed.
  const listed = [...lexicon.irregularFormsOf(code, word), ...(code === 3 ? lexicon.irregularFormsOf(2, word) : [])]
  const forms = listed.filter((form) => !(form.startsWith(stem) && regular.test(form)))
  const past = code === VERB ? forms.filter((form) => !/ing$|(?<!s)s$|'/.test(form)) : forms
  return past.toSorted((a, b) => participleScore(a) - participleScore(b))
}

/** "gone", "eaten" and "sung" go after "went", "ate" and "sang". */
const participleScore = (form: string): number => Number(/ne?$|^[^aeiou]*u[^aeiou]+$|^(?:be|over)?come$/.test(form))

/**
 * What a misspelt inflection should have been: "occured" → "occurred", "goed" → "went", "happyer" → "happier".
 * Not sorted by likelihood; empty when the word has no ending of inflection or no such base.
 */
export function corrections(form: string, lexicon: Lexicon): string[] {
  const right: string[] = []
  for (const code of [VERB, 2, NOUN] as const) {
    const ending = endingOf(form, code)
    if (ending === '' || !form.endsWith(ending)) continue
    const bases = new Set(detach(form, code))
    // "studing" lacks the y of "study"; "happyest" and "tryed" have it still.
    if (ending === 'ing') bases.add(`${form.slice(0, -3)}y`)
    if (ending === 's' && form.endsWith('es')) bases.add(form.slice(0, -2))
    for (const base of bases) {
      if (!lexicon.hasCode(base, code)) continue
      const irregular = ending === 's' || ending === 'ing' ? [] : irregularForms(base, code, lexicon)
      right.push(
        ...(irregular.length > 0
          ? matching(irregular, ending, code)
          : formsWith(base, ending, lexicon.habitOf(base)).slice(0, 1)),
      )
    }
  }
  return [...new Set(right)].filter((candidate) => candidate !== form)
}

/** Of "better" and "best", the one of the degree that was meant. */
function matching(forms: readonly string[], ending: string, code: InflectingCode): readonly string[] {
  if (code === VERB) return forms
  const same = forms.filter((form) => form.endsWith('st') === (ending === 'est'))
  return same.length > 0 ? same : forms
}
