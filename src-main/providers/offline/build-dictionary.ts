import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { inputHash } from './build/input-hash.ts'
import { FORMAT_VERSION } from './dictionary-format.ts'

export interface BuildOptions {
  /** Folder the file goes to; default `resources/dictionary` of the checkout. */
  readonly out?: string
  /** Build even when the file is up to date. */
  readonly force?: boolean
  /** Leave British pronunciations out; see NOTICE for why a distributor may want to. */
  readonly withoutBritish?: boolean
  /** Takes progress lines; default: none. */
  readonly report?: (line: string) => void
}

export interface BuildResult {
  readonly file: string
  /** False when the file was up to date. */
  readonly isNew: boolean
  /** Milliseconds, the freshness check included. */
  readonly duration: number
}

/** Name of the built file in its folder. */
export const DICTIONARY_FILE = 'dictionary.sqlite'

const STALE_AFTER = 60 * 60 * 1000

/**
 * Builds the offline dictionary from the installed data packages, unless the file there was built from the same
 * inputs. The file appears at once and complete, by renaming; two builders at a time do double work and no harm.
 * Throws when a data package is missing or does not look as expected.
 */
export async function buildDictionary(options: BuildOptions = {}): Promise<BuildResult> {
  const start = performance.now()
  const folder = options.out ?? fileURLToPath(new URL('../../../resources/dictionary', import.meta.url))
  const file = join(folder, DICTIONARY_FILE)
  const inputs = inputHash({ withoutBritish: options.withoutBritish ?? false })
  const isNew = options.force === true || !isBuiltFrom(file, inputs)
  if (isNew) {
    mkdirSync(folder, { recursive: true })
    removeStaleFiles(folder)
    const temporary = join(folder, `${DICTIONARY_FILE}.${process.pid}.${Date.now().toString(36)}.tmp`)
    try {
      await write(temporary, inputs, options)
      flush(temporary)
      renameSync(temporary, file)
    } finally {
      rmSync(temporary, { force: true })
    }
  }
  return { file, isNew, duration: performance.now() - start }
}

/** Whether a readable dictionary of today's format and of these inputs is there. */
function isBuiltFrom(file: string, inputs: string): boolean {
  if (!existsSync(file)) return false
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true })
    try {
      const meta = new Map(database.prepare<[], [string, string]>('SELECT key, value FROM meta').raw().all())
      return meta.get('inputs') === inputs && meta.get('format') === String(FORMAT_VERSION)
    } finally {
      database.close()
    }
  } catch {
    // Not a database, or one that was cut short: as good as none.
    return false
  }
}

/** Brings a file to the disk, so that after a power cut the new name never stands for half a file. */
function flush(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Builders that were killed leave their temporary file behind; a living one is never an hour old. */
function removeStaleFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${DICTIONARY_FILE}.`) || !name.endsWith('.tmp')) continue
    const path = join(folder, name)
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (Date.now() - modified > STALE_AFTER) rmSync(path, { force: true })
  }
}

/** The readers are loaded here, when they are needed, to keep the freshness check fast. */
async function write(file: string, inputs: string, options: BuildOptions): Promise<void> {
  const report = options.report ?? (() => {})
  const [{ readWordNet }, { readExceptions }, { readOwnWords }, pronunciations, { readBands }, groups, writer] =
    await Promise.all([
      import('./build/read-wordnet.ts'),
      import('./build/read-exceptions.ts'),
      import('./build/read-own-words.ts'),
      import('./build/read-pronunciations.ts'),
      import('./build/read-bands.ts'),
      import('./build/compose-groups.ts'),
      import('./build/write-dictionary.ts'),
    ])
  report('Building the offline dictionary: reading WordNet')
  const wordNet = readWordNet()
  const exceptions = readExceptions()
  const irregularForms = new Map<string, string[]>()
  for (const { form, lemmas } of exceptions) {
    for (const lemma of lemmas) irregularForms.set(lemma, [...(irregularForms.get(lemma) ?? []), form])
  }
  report('Building the offline dictionary: pronunciations')
  const american = await pronunciations.readAmerican()
  const british = options.withoutBritish === true ? new Map<string, string>() : pronunciations.readBritish()
  report('Building the offline dictionary: entries')
  const all = [...groups.ownGroups(readOwnWords()), ...groups.wordNetGroups(wordNet, irregularForms)]
  report('Building the offline dictionary: writing')
  writer.writeDictionary(file, { groups: all, exceptions, american, british, bands: readBands(), inputs })
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, force: { type: 'boolean' }, 'without-british': { type: 'boolean' } },
  })
  const result = await buildDictionary({
    ...(values.out === undefined ? {} : { out: values.out }),
    force: values.force ?? false,
    withoutBritish: values['without-british'] ?? false,
    report: (line) => process.stderr.write(`${line}\n`),
  })
  if (!result.isNew) return
  const megabytes = (statSync(result.file).size / 1e6).toFixed(1)
  process.stderr.write(`Built ${result.file}: ${megabytes} MB in ${(result.duration / 1000).toFixed(1)} s\n`)
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main()
