import { MAX_WORDS } from '../../src-preload/contract.ts'
import { WordmillError } from '../../src-preload/errors.ts'
import type { SkippedLine } from '../../src-preload/model.ts'
import { type CleaningRules, cleanWord } from './clean-word.ts'

/** Most skipped lines kept with their text; the rest is only counted. */
export const MAX_SKIPPED_KEPT = 200
/** Longest text shown for a skipped line, in UTF-16 units. */
const MAX_SKIPPED_TEXT = 80
/** One big Set stops the event loop for tens of milliseconds when it grows; 64 small ones never do. */
const SHARDS = 64

/**
 * Gathers the words of a list in order and accounts for every place a word could stand:
 * `words.length + merged + skipped === places`. Blank places count only in `blank`.
 */
export class WordCollector {
  readonly words: string[] = []
  readonly skippedLines: SkippedLine[] = []
  merged = 0
  skipped = 0
  blank = 0
  readonly #rules: CleaningRules
  readonly #seen = Array.from({ length: SHARDS }, () => new Set<string>())
  #lines = new Uint32Array(1024)

  constructor(rules: CleaningRules) {
    this.#rules = rules
  }

  /** Words, merged and skipped together. */
  get places(): number {
    return this.words.length + this.merged + this.skipped
  }

  /** One-based line of the first occurrence of each word, same order as `words`. */
  lines(): Uint32Array {
    return this.#lines.slice(0, this.words.length)
  }

  /**
   * Takes the text of one place.
   * @param line one-based
   * @param blankReason counts a blank place as skipped for this reason, and not as blank
   * @throws WordmillError LIST_TOO_LONG at the first word beyond `MAX_WORDS`
   */
  add(raw: string, line: number, blankReason?: { reason: string; shown: string }): void {
    const cleaned = cleanWord(raw, this.#rules)
    if (cleaned.kind === 'word') this.#addWord(cleaned.word, line)
    else if (cleaned.kind === 'skipped') this.skip(cleaned.reason, raw, line)
    else if (blankReason) this.skip(blankReason.reason, blankReason.shown, line)
    else this.blank += 1
  }

  /** Counts a place that holds no word and keeps the first ones to show. */
  skip(reason: string, raw: string, line: number): void {
    this.skipped += 1
    if (this.skippedLines.length < MAX_SKIPPED_KEPT) this.skippedLines.push({ line, reason, text: shorten(raw) })
  }

  #addWord(word: string, line: number): void {
    const shard = this.#seen[shardOf(word)]
    if (shard === undefined || shard.has(word)) {
      this.merged += 1
      return
    }
    const position = this.words.length
    if (position >= MAX_WORDS) throw tooLong(line)
    const own = detach(word)
    shard.add(own)
    this.words.push(own)
    this.#setLine(position, line)
  }

  #setLine(position: number, line: number): void {
    if (position >= this.#lines.length) {
      const grown = new Uint32Array(this.#lines.length * 2)
      grown.set(this.#lines)
      this.#lines = grown
    }
    this.#lines[position] = line
  }
}

function shardOf(word: string): number {
  const last = word.length - 1
  const mixed = word.charCodeAt(0) * 31 + word.charCodeAt(last >> 1) * 17 + word.charCodeAt(last) * 7 + word.length
  return mixed % SHARDS
}

/** From 13 characters on, V8 cuts a string as a view that keeps the whole piece of the file in memory. */
function detach(word: string): string {
  return word.length < 13 ? word : Buffer.from(word).toString()
}

/** At most 80 characters of one line, with the full length told when something was cut off. */
function shorten(raw: string): string {
  const text = raw
    .slice(0, MAX_SKIPPED_TEXT * 4)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const characters = [...text]
  if (characters.length <= MAX_SKIPPED_TEXT && raw.length <= MAX_SKIPPED_TEXT * 4) return text
  return `${characters.slice(0, MAX_SKIPPED_TEXT).join('')}…`
}

function tooLong(line: number): WordmillError {
  const limit = MAX_WORDS.toLocaleString('en')
  return new WordmillError(
    'LIST_TOO_LONG',
    `The list has more than ${limit} different words (the limit is reached at line ${line}). Split it and add the parts one by one.`,
    { limit: MAX_WORDS, line },
  )
}
