/** Longest input, in UTF-16 units, that is looked up at all; the longest WordNet lemma has 71. */
export const LONGEST_WORD = 100

const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07]/g
const HYPHENS = /[\u2010\u2011\u2012\u2212\ufe63\uff0d]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const SPACES = /[\s_]+/g
const PLAIN = /^[A-Za-z'-]+$/

/**
 * Brings a word into the one spelling the dictionary is keyed by: NFC, straight apostrophe, plain hyphen, single
 * spaces, nothing invisible. Keeps upper and lower case.
 */
export function normaliseWord(word: string): string {
  if (PLAIN.test(word)) return word
  return word
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(SPACES, ' ')
    .trim()
}

/** The word without its possessive ending: "dog's" and "dogs'" → "dog" and "dogs"; other words unchanged. */
export function stripPossessive(word: string): string {
  if (/[^\s]'s$/i.test(word)) return word.slice(0, -2)
  return /[^\s']s'$/i.test(word) ? word.slice(0, -1) : word
}

const OUTER_PUNCTUATION = /^[\s.,;:!?"'“”„«»…()[\]*•·–—-]+|[\s.,;:!?"'“”„«»…()[\]*•·–—-]+$/g

/**
 * The word without punctuation of running text around it, as reading devices save it ("impeccable;"). Signs of markup
 * and formulas stay: "<b>" is not the letter b. So does a lone leading apostrophe.
 */
export function stripOuterPunctuation(word: string): string {
  const inner = word.replace(OUTER_PUNCTUATION, '')
  if (inner.length < 2 || inner === word) return inner
  const at = word.indexOf(inner)
  // "'tis" is no "tis", but "'mice'" is quoted.
  return word.charAt(at - 1) === "'" && !word.slice(at + inner.length).includes("'") ? `'${inner}` : inner
}

/** Whether a word is written as a prefix or suffix: "un-" is not the United Nations. */
export const isAffix = (word: string): boolean => /^-\p{L}+$|^\p{L}+-$/u.test(word)

/** The word without accents ("naïve" → "naive"); letters with no base letter, such as ø, stay. */
export function stripAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}
