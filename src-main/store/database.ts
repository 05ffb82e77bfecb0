import Database from 'better-sqlite3'

declare const isWritable: unique symbol

/** A handle that reads. Functions that only read take this, so either handle will do. */
export type ReadableDatabase = Database.Database
/** The one handle that writes. A function that writes can't be called with the reading handle: it is another type. */
export type WritableDatabase = Database.Database & { readonly [isWritable]: true }

/**
 * Opens the writing handle: WAL, and `synchronous=FULL`, so that a transaction that returned is on disk even after a
 * power cut. Batching pays for it: one fsync for up to 1,000 results.
 */
export function openWritable(file: string): WritableDatabase {
  const database = new Database(file) as WritableDatabase
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // Checkpoints often and briefly: at SQLite's 1,000 pages the commit that has to do one takes 8 ms longer.
  database.pragma('wal_autocheckpoint = 250')
  // A word list of a million is about 20 MB: room for the hot pages of several jobs, in KiB.
  database.pragma('cache_size = -32000')
  return database
}

/** Opens a handle that can't write. */
export function openReadable(file: string): ReadableDatabase {
  const database = new Database(file, { readonly: true })
  database.pragma('query_only = ON')
  return database
}
