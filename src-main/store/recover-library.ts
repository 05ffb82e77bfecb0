import { constants, copyFileSync, existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
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
 * @param choice the name of a backup or of a file that was kept, `latest`, or `empty`
 * @param isForced replaces a library that is not damaged, too
 * @throws WordmillError LIBRARY_IN_USE, or BAD_REQUEST for a library that is not damaged, or a backup that is not there
 *   or damaged itself
 */
export function recoverLibrary(library: string, choice: string, now: number, isForced = false): Recovery {
  const lock = LibraryLock.take(library)
  try {
    if (!isForced) assertDamaged(library)
    const restored = choice === 'empty' ? undefined : chooseBackup(library, choice)
    const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
    const keptAs = `library.damaged-${stamp}.sqlite`
    for (const suffix of ['', '-wal', '-shm']) {
      const from = join(library, LIBRARY_FILE + suffix)
      if (existsSync(from)) renameSync(from, join(library, keptAs + suffix))
    }
    if (restored !== undefined) {
      copyFileSync(restored, join(library, LIBRARY_FILE), constants.COPYFILE_EXCL)
    }
    return { keptAs, restored: restored === undefined ? undefined : basename(restored) }
  } finally {
    lock.release()
  }
}

/** What works is not replaced by mistake. */
function assertDamaged(library: string): void {
  const file = join(library, LIBRARY_FILE)
  if (existsSync(file) && problemOf(file) !== undefined) return
  const message = `The library in ${library} is not damaged. To put a backup in its place all the same, add --force.`
  throw new WordmillError('BAD_REQUEST', message)
}

function chooseBackup(library: string, choice: string): string {
  const backups = listBackups(library).map(({ name }) => join(backupFolder(library), name))
  const kept = readdirSync(library)
    .filter((name) => /^library\.damaged-.*\.sqlite$/.test(name))
    .map((name) => join(library, name))
  const chosen = choice === 'latest' ? backups[0] : [...backups, ...kept].find((path) => basename(path) === choice)
  if (chosen === undefined) {
    const there = [...backups, ...kept].map((path) => basename(path)).join(', ') || 'none'
    throw new WordmillError('BAD_REQUEST', `There is no such backup. Backups: ${there}.`)
  }
  const problem = problemOf(chosen)
  if (problem === undefined) return chosen
  throw new WordmillError(
    'BAD_REQUEST',
    `The backup ${basename(chosen)} is damaged too (${problem}). Choose another one.`,
  )
}
