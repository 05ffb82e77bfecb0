import { join } from 'node:path'
import { WordmillError } from '../../src-preload/errors.ts'
import { assertIntact } from './assert-intact.ts'
import { backUpDaily } from './backups.ts'
import { openReadable, openWritable, type ReadableDatabase, type WritableDatabase } from './database.ts'
import { JobReader } from './job-reader.ts'
import { LibraryLock } from './library-lock.ts'
import { migrate } from './migrate.ts'
import { openSettings } from './settings-table.ts'
import { SqliteJobStore } from './sqlite-job-store.ts'

export const LIBRARY_FILE = 'library.sqlite'

/** An open library: the one writer and a reader on the same file, and the lock that keeps others out. */
export class Library {
  readonly store: SqliteJobStore
  readonly reader: JobReader
  readonly settings: ReturnType<typeof openSettings>
  readonly #folder: string
  readonly #lock: LibraryLock
  readonly #writable: WritableDatabase
  readonly #readable: ReadableDatabase

  private constructor(folder: string, lock: LibraryLock, writable: WritableDatabase, readable: ReadableDatabase) {
    this.#folder = folder
    this.#lock = lock
    this.#writable = writable
    this.#readable = readable
    this.store = new SqliteJobStore(writable)
    this.reader = new JobReader(readable)
    this.settings = openSettings(writable)
  }

  /**
   * Opens the library in `folder`, creating it.
   *
   * @throws WordmillError LIBRARY_IN_USE, LIBRARY_DAMAGED, LIBRARY_FROM_FUTURE, LIBRARY_UNUSABLE
   */
  static open(folder: string): Library {
    const lock = LibraryLock.take(folder)
    try {
      const file = join(folder, LIBRARY_FILE)
      assertIntact(folder, file, lock.wasReleased)
      const writable = openWritable(file)
      migrate(writable)
      return new Library(folder, lock, writable, openReadable(file))
    } catch (error) {
      lock.release()
      if (error instanceof WordmillError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      const message = `The library in ${folder} can't be opened: ${reason}. Nothing was changed.`
      throw new WordmillError('LIBRARY_UNUSABLE', message, undefined, { cause: error })
    }
  }

  /** Makes the backup of the day, if it is due; see `backUpDaily`. */
  backUp(now: number): Promise<string | undefined> {
    return backUpDaily(this.#writable, this.#folder, now)
  }

  close(): void {
    this.#readable.close()
    this.#writable.close()
    this.#lock.release()
  }
}
