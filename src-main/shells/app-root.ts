import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder that holds package.json: the checkout, or the app inside its package. */
export function appRoot(from: string = import.meta.dirname): string {
  // The same code runs from src-main and, built, from out/main, so the way up differs.
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('No package.json above the program: the installation is broken.')
  return appRoot(parent)
}

/** Where the built page is. */
export function pageFolder(): string {
  return join(appRoot(), 'out', 'renderer')
}
