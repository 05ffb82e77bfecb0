import { constants, copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { WordmillError } from '../../src-preload/errors.ts'
import { backupFolder } from './backups.ts'
import type { WritableDatabase } from './database.ts'
import { jobs } from './migrations/0001-jobs.ts'
import { scheduling } from './migrations/0002-scheduling.ts'
import type { Migration } from './migrations/migration.ts'

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [jobs, scheduling]

/**
 * Brings the schema up to date, each step in its own transaction. A library that exists already is copied
 * to the folder of backups first (`before-version-2.sqlite`).
 *
 * @throws WordmillError LIBRARY_FROM_FUTURE when a newer Wordmill wrote it; nothing is changed then
 */
export function migrate(database: WritableDatabase, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = database.pragma('user_version', { simple: true }) as number
  const latest = migrations.at(-1)?.version ?? 0
  if (version > latest) {
    throw new WordmillError(
      'LIBRARY_FROM_FUTURE',
      `This library was written by a newer Wordmill (version ${version} of the library, this one knows ${latest}). Update Wordmill to open it.`,
      { version, latest },
    )
  }
  const due = migrations.filter((migration) => migration.version > version)
  if (due.length === 0) return
  if (version > 0) backUp(database, version)
  for (const migration of due) {
    database.transaction(() => {
      database.exec(migration.sql)
      database.pragma(`user_version = ${migration.version}`)
    })()
  }
}

function backUp(database: WritableDatabase, version: number): void {
  database.pragma('wal_checkpoint(TRUNCATE)')
  const folder = backupFolder(dirname(database.name))
  mkdirSync(folder, { recursive: true })
  copyFileSync(database.name, join(folder, `before-version-${version + 1}.sqlite`), constants.COPYFILE_FICLONE)
}
