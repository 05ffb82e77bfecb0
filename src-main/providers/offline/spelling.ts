/** Raw parts of the spelling vocabulary as the builder stores them; arrays are parallel. */
export interface VocabularyData {
  /** Lower-case words, sorted by first letter, then by length. */
  readonly words: readonly string[]
  /** 10 (most common) to 99. */
  readonly bands: Uint8Array
}

/** Suggestions of one word at most. */
export const MOST_SUGGESTIONS = 5

const LONGEST_CHECKED = 40
const FAR = 99

/** First letters that sound alike, so that "fone" and "kwick" find "phone" and "quick". */
const SOUND_ALIKE: Readonly<Record<string, string>> = {
  f: 'p',
  p: 'f',
  c: 'ksq',
  k: 'cq',
  s: 'cz',
  q: 'kc',
  z: 'sx',
  x: 'z',
  g: 'j',
  j: 'g',
  n: 'kgp',
  r: 'w',
  w: 'r',
  a: 'eio',
  e: 'aiu',
  i: 'eya',
  o: 'au',
  u: 'oe',
  y: 'i',
  h: 'w',
}

interface Found {
  readonly number: number
  readonly distance: number
  readonly score: number
}

/** Bit set of the letters of a word: bits 0–25 a–z, bit 26 anything else. */
export function letterMask(word: string): number {
  let mask = 0
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : 26)
  }
  return mask
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/**
 * Spelling suggestions. Candidates are words of nearly the same length that begin with the same letter, with one that
 * sounds alike, or with the second letter of the word (swapped beginning); a letter bit set throws out nearly all of
 * them before an edit distance is computed. A one-letter error in the first letter is found by trying all letters.
 * What is not found on purpose: words that are two edits away *and* begin with a quite different letter.
 */
export class Spelling {
  private readonly words: readonly string[]
  private readonly bands: Uint8Array
  private readonly masks: Uint32Array
  /** First word number of each (first letter, length), by key `letter * 64 + length`. */
  private readonly buckets = new Map<number, { start: number; end: number }>()
  private readonly numbers = new Map<string, number>()

  constructor(data: VocabularyData) {
    this.words = data.words
    this.bands = data.bands
    this.masks = new Uint32Array(data.words.length)
    data.words.forEach((word, number) => {
      this.masks[number] = letterMask(word)
      this.numbers.set(word, number)
      const key = bucketKey(word.charCodeAt(0), word.length)
      const bucket = this.buckets.get(key)
      if (bucket === undefined) this.buckets.set(key, { start: number, end: number + 1 })
      else bucket.end = number + 1
    })
  }

  /**
   * Up to five known words within two edits (insert, delete, replace, swap neighbours) of a word, likeliest first:
   * fewer edits, then commoner words, with a preference for errors people really make. Any string is allowed.
   */
  suggest(input: string): string[] {
    const word = input.toLowerCase()
    if (word.length < 2 || word.length > LONGEST_CHECKED || !/\p{L}/u.test(word)) return []
    const found = new Map<number, Found>()
    this.collectFirstLetterErrors(word, found)
    const reach = word.length <= 3 ? 1 : 2
    for (const letter of firstLetters(word)) this.collectBucket(word, letter, reach, found)
    const sorted = [...found.values()].sort((a, b) => a.score - b.score || a.number - b.number)
    return sorted.slice(0, MOST_SUGGESTIONS).map(({ number }) => this.words[number] ?? '')
  }

  /** The words, the commonest first; those as common as each other keep their order. */
  byCommonness(words: readonly string[]): string[] {
    const bandOf = (word: string): number => this.bands[this.numbers.get(word) ?? -1] ?? FAR
    return words.toSorted((a, b) => bandOf(a) - bandOf(b))
  }

  private collectFirstLetterErrors(word: string, found: Map<number, Found>): void {
    const rest = word.slice(1)
    this.tryWord(word, rest, found)
    for (let code = 97; code <= 122; code++) {
      const letter = String.fromCharCode(code)
      this.tryWord(word, letter + rest, found)
      this.tryWord(word, letter + word, found)
    }
  }

  private tryWord(word: string, candidate: string, found: Map<number, Found>): void {
    const number = this.numbers.get(candidate)
    if (number !== undefined && candidate !== word)
      found.set(number, { number, distance: 1, score: this.score(word, number, 1) })
  }

  private collectBucket(word: string, letter: number, reach: number, found: Map<number, Found>): void {
    const mask = letterMask(word)
    for (let length = Math.max(1, word.length - reach); length <= word.length + reach; length++) {
      const bucket = this.buckets.get(bucketKey(letter, length))
      if (bucket === undefined) continue
      for (let number = bucket.start; number < bucket.end; number++) {
        const other = this.masks[number] ?? 0
        if (countBits(mask & ~other) > reach || countBits(other & ~mask) > reach) continue
        const distance = editDistance(word, this.words[number] ?? '', reach)
        if (distance > reach || distance === 0) continue
        found.set(number, { number, distance, score: this.score(word, number, distance) })
      }
    }
  }

  /** Lower is better. One edit outweighs most of the scale of commonness, not all of it. */
  private score(word: string, number: number, distance: number): number {
    const candidate = this.words[number] ?? ''
    let score = distance * 45 + (this.bands[number] ?? FAR)
    if (onlyLetters(candidate) === onlyLetters(word)) return score - 60
    if (soundOf(candidate) === soundOf(word)) return score - 50
    if (candidate.charCodeAt(0) !== word.charCodeAt(0)) score += 25
    if (sortedLetters(candidate) === sortedLetters(word)) score -= 25
    else if (skeleton(candidate) === skeleton(word)) score -= 20
    return score
  }
}

const bucketKey = (letter: number, length: number): number => letter * 64 + Math.min(length, 63)

function firstLetters(word: string): Set<number> {
  const letters = new Set([word.charCodeAt(0), word.charCodeAt(1)])
  for (const letter of SOUND_ALIKE[word[0] ?? ''] ?? '') letters.add(letter.charCodeAt(0))
  return letters
}

/** Differences in apostrophes, hyphens and spaces alone are the likeliest slips: "dont", "alot". */
const onlyLetters = (word: string): string => word.replace(/[^\p{L}]/gu, '')

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/^kn|^gn|^pn/, 'n'],
  [/^wr/, 'r'],
  [/qu/g, 'kw'],
  [/ck|c(?![eiyh])/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/y/g, 'i'],
  [/e$/, ''],
  [/(.)\1+/g, '$1'],
]

/** A rough key of how a word sounds, so that "fone", "nife" and "kwick" meet "phone", "knife" and "quick". */
const soundOf = (word: string): string => SOUNDS.reduce((sound, [pattern, by]) => sound.replace(pattern, by), word)

const sortedLetters = (word: string): string => [...word].sort().join('')

/** What is left of a word without vowels and doubling, the places where spelling errors are most frequent. */
const skeleton = (word: string): string => word.replace(/(.)\1+/g, '$1').replace(/[aeiouy]/g, '')

const rows: readonly Uint8Array[] = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)]

/**
 * Optimal string alignment distance (Damerau-Levenshtein in which no part is edited twice), given up as soon as it
 * must exceed `limit`; then `limit + 1` is returned. Both words are shorter than 63 units.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let [beforePrevious, previous, current] = rows as [Uint8Array, Uint8Array, Uint8Array]
  for (let j = 0; j <= b.length; j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    current[from - 1] = from === 1 ? i : FAR
    let least = from === 1 ? i : FAR
    for (let j = from; j <= to; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1
      let distance = Math.min((previous[j - 1] ?? FAR) + cost, (current[j - 1] ?? FAR) + 1)
      // Cells outside the band hold leftovers of other words and are not read.
      if (j < i + limit) distance = Math.min(distance, (previous[j] ?? FAR) + 1)
      if (
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      ) {
        distance = Math.min(distance, (beforePrevious[j - 2] ?? FAR) + 1)
      }
      current[j] = distance
      if (distance < least) least = distance
    }
    if (least > limit) return limit + 1
    const recycled = beforePrevious
    beforePrevious = previous
    previous = current
    current = recycled
  }
  return Math.min(previous[b.length] ?? FAR, limit + 1)
}
