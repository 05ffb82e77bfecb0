import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { DATA_PACKAGES, versionOf } from './data-packages.ts'

const buildFolder = new URL('./', import.meta.url)

/** Modules outside the build folder that decide what is written. */
const SHARED_SOURCES = [
  '../build-dictionary.ts',
  '../dictionary-format.ts',
  '../inflection-rules.ts',
  '../lemmatiser.ts',
  '../lexicon.ts',
  '../normalise-word.ts',
  '../regular-forms.ts',
  '../spelling-variants.ts',
]

/**
 * Fingerprint of everything a dictionary is made of: versions of the data packages, the builder's own sources and
 * tables, and its options. Two equal fingerprints mean equal dictionaries. Takes a few milliseconds.
 */
export function inputHash(options: Readonly<Record<string, unknown>>): string {
  const hash = createHash('sha256')
  for (const name of DATA_PACKAGES) hash.update(`${name}@${versionOf(name)}\n`)
  const own = readdirSync(buildFolder)
    .filter((name) => /\.(?:ts|tsv)$/.test(name))
    .sort()
  for (const path of [...own, ...SHARED_SOURCES]) hash.update(readFileSync(new URL(path, buildFolder)))
  return hash.update(JSON.stringify(options)).digest('hex')
}
