import { MAX_WORD_LENGTH } from '../../src-preload/contract.ts'

/** Why a place holds no word that can be looked up. The values are what a person reads beside the line. */
export const SKIP_REASONS = {
  tooLong: `longer than ${MAX_WORD_LENGTH} characters`,
  noLetter: 'no letter or digit',
  onlyNumbering: 'a number without a word',
  damaged: 'characters that could not be read',
  hugeRow: 'a row of more than a million characters',
} as const

/** How the places of a list are written; both come from the look of the whole list, never from one line. */
export interface CleaningRules {
  /** Most lines read "term – definition": what follows the first spaced dash is dropped. */
  hasDefinitions: boolean
}

/** What one place became: a word, nothing but white space, or a reason why it is no word. */
export type Cleaned = { kind: 'word'; word: string } | { kind: 'blank' } | { kind: 'skipped'; reason: string }

const PLAIN_WORD = /^[A-Za-z]+$/
const ONLY_ASCII = /^[\x20-\x7e]*$/
const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
/** Joiners spell words in Persian or Hindi; after a Latin, Greek or Cyrillic letter they are left-overs of a copy. */
const STRAY_JOINER = /(?<=^|[\s\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d]+/gu
const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const SPACE_AND_CONTROL = /[\s\p{Cc}]+/gu
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const DEFINITION_DASH = /\s(?:[–—]|-{1,2})\s/u

/** Signs nobody writes a word with, so no space is needed after them. */
const BULLET = /^(?:[•‣◦▪▫●○■□◆◇★☆☐☑☒✓✔✗✘➤►▶→➢∙⁃]\s*|[-*+–—·>]\s+|\[[ xX]\]\s+)/u
/** "1." "2)" "3、" "(4)" "[5]" "６．"; digits and "st" are no numbering, so "3D printing" and "1st" stay. */
const NUMBERING = /^(?:\d{1,6}(?:[.．)）:]+(?!\d)|、)|[([（［]\d{1,6}[)\]）］])\s*/u
const ONLY_NUMBERING = /^(?:\d{1,6}[.．)）:、]+|[([（［]\d{1,6}[)\]）］])$/u

const OPENING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '„': '“',
  '‘': '’',
  '‚': '‘',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '`': '`',
  '*': '*',
  _: '_',
  '(': ')',
  '[': ']',
  '{': '}',
}
/** Half a pair, left over from a cut line; after a digit it may mean inches. */
const LONE_QUOTE = /^["“„](?=[^"”“]+$)|(?<=^[^"“„”]*\p{L})["”]$/u
const LEADING_MARKS = /^(?:[\s,;:…¿¡、，；：]|\.{2,})+/u
const TRAILING_MARKS = /[\s,;:…!?、，；：！？。]+$/u
/** Abbreviations whose full stop belongs to them although there is only one. */
const ABBREVIATION = /(?:^|\s)(?:etc|mr|mrs|ms|dr|prof|st|vs|jr|sr|inc|ltd|corp|approx|esp)\.$/iu

/**
 * Turns the text of one place (a line, a cell, an item of a comma list) into the word that is looked up.
 *
 * NFC, one kind of space, no invisible characters, no numbering, bullets or wrapping quotes. Letters are never
 * lost and case and accents stay ("polish" is not "Polish"). HTML and formulas are text like any other.
 *
 * @param raw any text; lone surrogates and U+FFFD make it `damaged`
 */
export function cleanWord(raw: string, rules: CleaningRules): Cleaned {
  if (raw.length <= MAX_WORD_LENGTH && PLAIN_WORD.test(raw)) return { kind: 'word', word: raw }
  const text = tidyCharacters(raw)
  if (text === '') return { kind: 'blank' }
  if (!LETTER_OR_DIGIT.test(text)) return { kind: 'skipped', reason: SKIP_REASONS.noLetter }
  const term = withoutDefinition(withoutListMarks(text), rules)
  if (ONLY_NUMBERING.test(term)) return { kind: 'skipped', reason: SKIP_REASONS.onlyNumbering }
  if (term.includes('\ufffd')) return { kind: 'skipped', reason: SKIP_REASONS.damaged }
  // Trimming looks at a text many times over; a hostile line of brackets must not make that slow.
  const word = term.length > 2 * MAX_WORD_LENGTH ? term : withoutWrapping(term)
  if (ONLY_NUMBERING.test(word)) return { kind: 'skipped', reason: SKIP_REASONS.onlyNumbering }
  if (word.length > MAX_WORD_LENGTH) return { kind: 'skipped', reason: SKIP_REASONS.tooLong }
  return { kind: 'word', word }
}

function tidyCharacters(raw: string): string {
  if (ONLY_ASCII.test(raw)) return raw.replace(/ {2,}/g, ' ').trim()
  return raw
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(SPACE_AND_CONTROL, ' ')
    .trim()
    .normalize('NFC')
}

/** Strips bullets and numbers in any order and number ("• 1. word"), but never the last thing on the line. */
function withoutListMarks(text: string): string {
  let rest = text
  for (;;) {
    const next = strippedOf(NUMBERING, strippedOf(BULLET, rest))
    if (next === rest) return rest
    rest = next
  }
}

function strippedOf(mark: RegExp, text: string): string {
  const next = text.replace(mark, '')
  return LETTER_OR_DIGIT.test(next) ? next : text
}

function withoutDefinition(text: string, { hasDefinitions }: CleaningRules): string {
  if (!hasDefinitions) return text
  const dash = text.search(DEFINITION_DASH)
  const term = dash < 0 ? text : text.slice(0, dash)
  return LETTER_OR_DIGIT.test(term) ? term : text
}

/** A quoted line may be numbered inside its quotes, so both come off in turn until nothing changes. */
function withoutWrapping(text: string): string {
  let rest = text
  for (;;) {
    const next = withoutListMarks(trimMarks(rest))
    if (next === rest) return rest
    rest = next
  }
}

/** Takes off punctuation that stands around a word and is no part of it, until nothing more comes off. */
function trimMarks(text: string): string {
  let rest = text
  for (;;) {
    const next = withoutFullStop(
      withoutPair(rest.replace(LEADING_MARKS, '').replace(TRAILING_MARKS, '').replace(LONE_QUOTE, '')),
    )
    if (next === rest) return rest
    rest = next
  }
}

/** Only a pair that wraps the whole text goes: “word” → word, but "(of) course" and "rock 'n' roll" stay. */
function withoutPair(text: string): string {
  const closing = OPENING[text.charAt(0)]
  if (closing === undefined || text.length < 3 || !text.endsWith(closing)) return text
  const inner = text.slice(1, -1)
  return inner.includes(closing) || inner.includes(text.charAt(0)) ? unwrapTwice(text) : inner
}

/** Markdown's **strong** and __strong__. */
function unwrapTwice(text: string): string {
  const strong = /^(\*\*|__)([^*_]+)\1$/u.exec(text)
  return strong?.[2] ?? text
}

/** The one full stop of a sentence goes; those of "U.S.", "e.g." and "etc." belong to the word. */
function withoutFullStop(text: string): string {
  if (!text.endsWith('.') || ABBREVIATION.test(text)) return text
  const token = text.slice(text.lastIndexOf(' ') + 1)
  const isAbbreviation = /\p{L}\.\p{L}/u.test(token) || /^\p{Lu}\.$/u.test(token)
  return isAbbreviation ? text : text.replace(/\.+$/u, '')
}
