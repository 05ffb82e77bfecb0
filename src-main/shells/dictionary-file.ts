import { join } from 'node:path'
import { appRoot } from './app-root.ts'

/**
 * The built dictionary: `resources/dictionary` of the checkout, or of the packaged app when its resources folder is
 * given (`process.resourcesPath`). `WORDMILL_DICTIONARY` names another file.
 */
export function dictionaryFile(packagedResources?: string): string {
  return (
    process.env.WORDMILL_DICTIONARY ||
    join(packagedResources ?? join(appRoot(), 'resources'), 'dictionary', 'dictionary.sqlite')
  )
}
