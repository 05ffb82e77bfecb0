import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { WordmillError } from '../../src-preload/errors.ts'

/**
 * Makes sure that one process at a time works on a library. The lock is an exclusive transaction on a file of its own:
 * the operating system releases it when the process ends, however it ends, so there is no stale lock to clean up.
 */
export class LibraryLock {
  /** Whether the last process that held the library gave it back in order. */
  readonly wasReleased: boolean
  readonly #folder: string
  readonly #database: Database.Database

  private constructor(folder: string, database: Database.Database) {
    this.wasReleased = !existsSync(holderFile(folder))
    this.#folder = folder
    this.#database = database
  }

  /**
   * Takes the lock of the library in `folder`, creating the folder.
   *
   * @throws WordmillError LIBRARY_IN_USE naming the process that holds it, LIBRARY_UNUSABLE
   */
  static take(folder: string): LibraryLock {
    let database: Database.Database
    try {
      // What people look up is nobody else's business; a folder that is there already is left as they made it.
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      database = new Database(join(folder, 'engine.lock'), { timeout: 0 })
    } catch (error) {
      throw new WordmillError(
        'LIBRARY_UNUSABLE',
        `Wordmill can't keep its library in ${folder}: ${error instanceof Error ? error.message : String(error)}. Choose another folder or mend its permissions.`,
        undefined,
        { cause: error },
      )
    }
    try {
      database.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      database.close()
      const holder = readHolder(folder)
      const who = holder === undefined ? 'Another Wordmill' : `Another Wordmill (process ${holder})`
      throw new WordmillError('LIBRARY_IN_USE', `${who} is working on this library.`, { holder }, { cause: error })
    }
    const lock = new LibraryLock(folder, database)
    writeFileSync(holderFile(folder), String(process.pid))
    return lock
  }

  release(): void {
    rmSync(holderFile(this.#folder), { force: true })
    this.#database.close()
  }
}

function holderFile(folder: string): string {
  return join(folder, 'engine.pid')
}

function readHolder(folder: string): number | undefined {
  try {
    return Number(readFileSync(holderFile(folder), 'utf8'))
  } catch {
    return undefined
  }
}
