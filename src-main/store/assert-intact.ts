import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { WordmillError } from '../../src-preload/errors.ts'
import { listBackups } from './backups.ts'

/** Bytes that are checked at every start: about half a second. Larger files are checked after a crash only. */
const ALWAYS_CHECKED = 512 * 1024 * 1024

/**
 * Reads through a library before anything is written to it.
 *
 * @param wasClosed whether the last process closed it in order
 * @throws WordmillError LIBRARY_DAMAGED with the backups there are; the file is left as it is
 */
export function assertIntact(library: string, file: string, wasClosed: boolean): void {
  if (!existsSync(file) || (wasClosed && statSync(file).size > ALWAYS_CHECKED)) return
  const problem = problemOf(file)
  if (problem === undefined) return
  const backups = listBackups(library)
  const [latest] = backups
  const advice =
    latest === undefined
      ? `There is no backup; start an empty library with: wordmill recover --empty --library "${library}"`
      : `Restore the backup of ${new Date(latest.at).toLocaleString('en')} with: wordmill recover --library "${library}"`
  const message = `The library in ${library} is damaged and was left as it is. ${advice} (What SQLite says: ${problem}.)`
  throw new WordmillError('LIBRARY_DAMAGED', message, { problem, backups })
}

/** What is wrong with a database file, or undefined. */
export function problemOf(file: string): string | undefined {
  let database: Database.Database | undefined
  try {
    database = new Database(file)
    const result = database.pragma('quick_check(1)', { simple: true })
    if (result === 'ok') return undefined
    return String(result)
      .replace(/\*+ in database main \*+/, '')
      .replace(/\s+/g, ' ')
      .trim()
  } catch (error) {
    // A disk that is full or not permitted is another matter, and not for a backup to solve.
    const code = (error as { code?: string }).code ?? ''
    if (!/^SQLITE_(CORRUPT|NOTADB)/.test(code)) throw error
    return error instanceof Error ? error.message : String(error)
  } finally {
    database?.close()
  }
}
