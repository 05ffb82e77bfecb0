import { constants, copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { WordmillError } from '../../src-preload/errors.ts'
import { problemOf } from './assert-intact.ts'
import { backupFolder, listBackups } from './backups.ts'
import { LIBRARY_FILE } from './library.ts'
import { LibraryLock } from './library-lock.ts'

export interface Recovery {
  /** What the damaged file is called now. */
  readonly keptAs: string
  /** The backup that took its place; undefined for an empty library. */
  readonly restored: string | undefined
}

/**
 * Puts a backup, or nothing, in the place of a library. The library itself is kept beside it under another name.
 *
 * @param choice the name of a backup, `latest`, or `empty`
 * @throws WordmillError LIBRARY_IN_USE, or BAD_REQUEST for a backup that is not there or damaged itself
 */
export function recoverLibrary(library: string, choice: string, now: number): Recovery {
  const lock = LibraryLock.take(library)
  try {
    const restored = choice === 'empty' ? undefined : chooseBackup(library, choice)
    const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
    const keptAs = `library.damaged-${stamp}.sqlite`
    for (const suffix of ['', '-wal', '-shm']) {
      const from = join(library, LIBRARY_FILE + suffix)
      if (existsSync(from)) renameSync(from, join(library, keptAs + suffix))
    }
    if (restored !== undefined) {
      copyFileSync(join(backupFolder(library), restored), join(library, LIBRARY_FILE), constants.COPYFILE_EXCL)
    }
    return { keptAs, restored }
  } finally {
    lock.release()
  }
}

function chooseBackup(library: string, choice: string): string {
  const backups = listBackups(library)
  const chosen = choice === 'latest' ? backups[0] : backups.find((backup) => backup.name === choice)
  if (chosen === undefined) {
    const there = backups.map((backup) => backup.name).join(', ') || 'none'
    throw new WordmillError('BAD_REQUEST', `There is no such backup. Backups: ${there}.`)
  }
  const problem = problemOf(join(backupFolder(library), chosen.name))
  if (problem === undefined) return chosen.name
  throw new WordmillError('BAD_REQUEST', `The backup ${chosen.name} is damaged too (${problem}). Choose another one.`)
}
