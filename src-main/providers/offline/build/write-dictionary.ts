import Database from 'better-sqlite3'
import { FORMAT_VERSION } from '../dictionary-format.ts'
import { formsOf, lemmatise } from '../lemmatiser.ts'
import { Lexicon, type LexiconData } from '../lexicon.ts'
import type { Group } from './compose-groups.ts'
import { withHabits } from './compose-habits.ts'
import { composeVocabulary } from './compose-vocabulary.ts'
import type { IrregularForm } from './read-exceptions.ts'

/** Everything the file is made of. */
export interface DictionaryParts {
  /** Own groups of a key come before WordNet's. */
  readonly groups: readonly Group[]
  readonly exceptions: readonly IrregularForm[]
  readonly american: ReadonlyMap<string, string>
  readonly british: ReadonlyMap<string, string>
  readonly bands: ReadonlyMap<string, number>
  readonly inputs: string
}

const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE blob (name TEXT PRIMARY KEY, data BLOB NOT NULL);
  CREATE TABLE sense_group (id INTEGER PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE form (word TEXT PRIMARY KEY, us TEXT, uk TEXT, band INTEGER) WITHOUT ROWID;
`

/** Writes a dictionary into a new file, as `dictionary-format.ts` describes it. The same parts give the same bytes. */
export function writeDictionary(file: string, parts: DictionaryParts): void {
  const database = new Database(file)
  try {
    // Nobody reads this file before it is renamed into place: no journal, no syncs.
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    database.pragma('locking_mode = EXCLUSIVE')
    database.exec(SCHEMA)
    database.transaction(() => writeParts(database, parts))()
    database.exec('ANALYZE')
  } finally {
    database.close()
  }
}

function writeParts(database: Database.Database, parts: DictionaryParts): void {
  const keys = [...new Set(parts.groups.map((group) => group.key))].sort()
  const { data: plain, ordered } = composeLexicon(keys, parts)
  const data = withHabits(plain, parts.bands)
  const lexicon = new Lexicon(data)
  const meta = database.prepare('INSERT INTO meta VALUES (?, ?)')
  meta.run('format', String(FORMAT_VERSION))
  meta.run('inputs', parts.inputs)
  meta.run('lemmas', String(keys.length))
  meta.run('version', parts.inputs.slice(0, 12))
  const insertGroup = database.prepare('INSERT INTO sense_group VALUES (?, ?)')
  for (const [id, group] of ordered.entries()) insertGroup.run(id, group.body)
  writeForms(database, parts, lexicon)
  const vocabulary = composeVocabulary(keys, parts.bands, lexicon)
  const insertBlob = database.prepare('INSERT INTO blob VALUES (?, ?)')
  const insertText = (name: string, text: string) => insertBlob.run(name, Buffer.from(text, 'utf8'))
  const insertArray = (name: string, array: Uint8Array | Uint32Array) =>
    insertBlob.run(name, Buffer.from(array.buffer, array.byteOffset, array.byteLength))
  insertText('lexicon.keys', keys.join('\n'))
  insertArray('lexicon.starts', data.starts)
  insertArray('lexicon.partsOfSpeech', data.partsOfSpeech)
  insertArray('lexicon.flags', data.flags)
  insertArray('lexicon.tags', data.tags)
  insertText('lexicon.exceptions', data.exceptions)
  insertText('lexicon.attested', data.attested ?? '')
  insertText('lexicon.habits', data.habits ?? '')
  insertText('spelling.words', vocabulary.words.join('\n'))
  insertArray('spelling.bands', vocabulary.bands)
}

/** Numbers the groups so that those of one key follow each other. */
function composeLexicon(keys: readonly string[], parts: DictionaryParts): { data: LexiconData; ordered: Group[] } {
  const groupsByKey = Map.groupBy(parts.groups, (group) => group.key)
  const starts = new Uint32Array(keys.length + 1)
  const ordered: Group[] = []
  keys.forEach((key, number) => {
    starts[number] = ordered.length
    ordered.push(...(groupsByKey.get(key) ?? []))
  })
  starts[keys.length] = ordered.length
  const data = {
    keys,
    starts,
    partsOfSpeech: Uint8Array.from(ordered, (group) => group.code),
    flags: Uint8Array.from(ordered, (group) => group.flags),
    tags: Uint32Array.from(ordered, (group) => group.tags),
    exceptions: parts.exceptions.map(({ form, code, lemmas }) => [form, code, ...lemmas].join('\t')).join('\n'),
  }
  return { data, ordered }
}

/** Stores the facts about every written form that can be answered; CMUdict's many surnames can not. */
function writeForms(database: Database.Database, parts: DictionaryParts, lexicon: Lexicon): void {
  const insert = database.prepare('INSERT INTO form VALUES (?, ?, ?, ?)')
  const words = new Set([...parts.american.keys(), ...parts.british.keys(), ...parts.bands.keys()])
  for (const word of [...words].sort()) {
    if (!isAnswered(word, parts, lexicon)) continue
    insert.run(word, parts.american.get(word) ?? null, parts.british.get(word) ?? null, parts.bands.get(word) ?? null)
  }
}

/** Other spellings ("café") are tried for the words of SCOWL only: they are words for certain. */
const isAnswered = (word: string, parts: DictionaryParts, lexicon: Lexicon): boolean =>
  formsOf(word, lexicon).length > 0 || (parts.bands.has(word) && lemmatise(word, lexicon).candidates.length > 0)
