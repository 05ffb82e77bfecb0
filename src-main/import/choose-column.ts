import { isNumeric, isWordLike } from './word-likeness.ts'

/** What a table is about. */
export interface ColumnChoice {
  hasHeader: boolean
  /** The header's cells, or "Column 1", "Column 2" … */
  columns: string[]
  /** Zero-based column the words are taken from. */
  column: number
}

/** Header cells of a word column, best first, in the languages of common exports (Anki, Quizlet, Lute, Lingvist, Excel). */
const WORD_HEADERS = [
  'word',
  'words',
  'term',
  'terms',
  'headword',
  'lemma',
  'vocabulary',
  'vocab',
  'vocabulary word',
  'expression',
  'phrase',
  'target word',
  'entry',
  'front',
  'source',
  'source term',
  'english',
  'en',
  'text',
  'wort',
  'wörter',
  'begriff',
  'begriffe',
  'vokabel',
  'vokabeln',
  'ausdruck',
  'vorderseite',
  'englisch',
  'mot',
  'mots',
  'terme',
  'vocabulaire',
  'expression',
  'anglais',
  'palabra',
  'palabras',
  'término',
  'vocabulario',
  'inglés',
  'parola',
  'parole',
  'termine',
  'vocabolo',
  'inglese',
  'palavra',
  'palavras',
  'termo',
  'inglês',
  'woord',
  'słowo',
  'слово',
  'слова',
  '单词',
  '單詞',
  '词',
  '词汇',
  '単語',
  '英単語',
  '단어',
]
/** Header cells of the columns beside it; they show that there is a header but hold no words to look up. */
const OTHER_HEADERS = [
  'definition',
  'definitions',
  'meaning',
  'translation',
  'back',
  'answer',
  'example',
  'examples',
  'sentence',
  'context',
  'note',
  'notes',
  'comment',
  'tags',
  'tag',
  'level',
  'status',
  'type',
  'pos',
  'part of speech',
  'category',
  'language',
  'pronunciation',
  'ipa',
  'id',
  'no',
  'no.',
  'nr',
  'nr.',
  'number',
  '#',
  'rank',
  'frequency',
  'count',
  'date',
  'synonyms',
  'antonyms',
  'bedeutung',
  'übersetzung',
  'definition',
  'beispiel',
  'kontext',
  'rückseite',
  'deutsch',
  'notiz',
  'datum',
  'traduction',
  'définition',
  'exemple',
  'traducción',
  'definición',
  'ejemplo',
  'significado',
  'traduzione',
  'definizione',
  'tradução',
  'definição',
]

/**
 * Finds the header and the column with the words in the first rows of a table: by the name of the column, else the
 * column whose cells look most like words, the left one when two are about as good.
 *
 * @param rows the first rows, blank ones left out; may be ragged
 */
export function chooseColumn(rows: readonly (readonly string[])[]): ColumnChoice {
  const first = (rows[0] ?? []).map((cell) => cell.trim())
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1)
  const hasHeader = rows.length > 1 && isHeader(first, rows.slice(1))
  const columns = Array.from({ length: width }, (_, index) => (hasHeader && first[index]) || `Column ${index + 1}`)
  const named = hasHeader ? bestNamed(first) : undefined
  return { hasHeader, columns, column: named ?? mostWordLike(hasHeader ? rows.slice(1) : rows, width) }
}

function isHeader(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  const filled = first.filter((cell) => cell !== '').map(folded)
  const known = filled.filter((cell) => WORD_HEADERS.includes(cell) || OTHER_HEADERS.includes(cell))
  // In a row of data, one cell may be "word" by chance; in a header most cells are such names.
  if (
    known.length > 0 &&
    (known.length * 2 >= filled.length || known.some((cell) => cell === folded(first[0] ?? '')))
  ) {
    return true
  }
  return first.some((cell, index) => cell !== '' && !isNumeric(cell) && isNumberColumn(body, index))
}

function isNumberColumn(body: readonly (readonly string[])[], index: number): boolean {
  const cells = filledCells(body, index)
  return cells.length > 0 && cells.every(isNumeric)
}

function bestNamed(header: readonly string[]): number | undefined {
  const ranks = header.map((cell) => WORD_HEADERS.indexOf(folded(cell)))
  const best = Math.min(...ranks.filter((rank) => rank >= 0))
  return Number.isFinite(best) ? ranks.indexOf(best) : undefined
}

function folded(cell: string): string {
  return cell.trim().normalize('NFC').toLowerCase().replace(/:$/, '')
}

/** A column further right must be clearly better, because people write the word first. */
const CLEARLY = 0.1

function mostWordLike(rows: readonly (readonly string[])[], width: number): number {
  let best = 0
  let bestScore = Number.NEGATIVE_INFINITY
  for (let index = 0; index < width; index += 1) {
    const score = wordLikeness(rows, index)
    if (score > bestScore + CLEARLY) [best, bestScore] = [index, score]
  }
  return best
}

/** From 0 to about 1: filled, word-like, distinct and short cells make a column of words. */
function wordLikeness(rows: readonly (readonly string[])[], index: number): number {
  const cells = filledCells(rows, index)
  if (cells.length === 0) return 0
  const wordLike = cells.filter((cell) => isWordLike(cell)).length / cells.length
  // A few repeats are normal; a column such as "noun, verb, noun" has hardly anything else.
  const distinct = Math.min(1, (2 * new Set(cells).size) / cells.length)
  const filled = cells.length / rows.length
  const spaces = cells.reduce((sum, cell) => sum + (cell.match(/\s/gu)?.length ?? 0), 0) / cells.length
  return wordLike * filled * (0.3 + 0.7 * distinct) - Math.min(0.3, 0.05 * spaces)
}

function filledCells(rows: readonly (readonly string[])[], index: number): string[] {
  return rows.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '')
}
