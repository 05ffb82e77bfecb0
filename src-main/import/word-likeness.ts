const LETTER = /\p{L}/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** The text could be a word or a short phrase: it has letters and at most five words in 50 characters. */
export function isWordLike(text: string): boolean {
  return text.length <= 50 && LETTER.test(text) && countWords(text) <= 5
}

/** The texts are, taken together, words and not parts of sentences. Those without a letter or digit do not count. */
export function areWordLike(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => LETTER_OR_DIGIT.test(text))
  if (filled.length === 0) return false
  const wordLike = filled.filter(isWordLike)
  const words = wordLike.reduce((sum, text) => sum + countWords(text), 0)
  return wordLike.length >= 0.8 * filled.length && words <= 2 * wordLike.length
}

/** The text is a number, a date, a percentage or the like. */
export function isNumeric(text: string): boolean {
  return /\d/.test(text) && !LETTER.test(text)
}

function countWords(text: string): number {
  return text.trim().split(/\s+/u).length
}
