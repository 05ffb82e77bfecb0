import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { WritableDatabase } from './database.ts'
import { localDay } from './local-day.ts'

export interface Backup {
  /** Name of the file in the folder of backups. */
  readonly name: string
  /** When it was made, epoch milliseconds. */
  readonly at: number
  /** Size in bytes. */
  readonly bytes: number
}

/** Daily copies that are kept; older ones go. Copies from before a migration are never removed. */
const KEPT = 3
/** Larger libraries are not copied every day: that would wear the disk out and fill it. */
const LARGEST = 512 * 1024 * 1024

export function backupFolder(library: string): string {
  return join(library, 'backups')
}

/** The backups of a library, newest first. */
export function listBackups(library: string): Backup[] {
  try {
    return readdirSync(backupFolder(library))
      .filter((name) => name.endsWith('.sqlite'))
      .map((name) => {
        const { mtimeMs, size } = statSync(join(backupFolder(library), name))
        return { name, at: mtimeMs, bytes: size }
      })
      .sort((a, b) => b.at - a.at)
  } catch {
    // There is no such folder before the first backup.
    return []
  }
}

/**
 * Copies the library once a day, page by page between other work, and removes daily copies beyond the latest three.
 * Resolves to the name of the copy, or undefined when there was one of today, nothing to copy, or too much.
 */
export async function backUpDaily(
  database: WritableDatabase,
  library: string,
  now: number,
): Promise<string | undefined> {
  const name = `library-${localDay(now)}.sqlite`
  const hasJobs = database.prepare('SELECT EXISTS (SELECT 1 FROM ai_batch_jobs)').pluck().get() === 1
  const backups = listBackups(library)
  if (!hasJobs || backups.some((backup) => backup.name === name) || statSync(database.name).size > LARGEST)
    return undefined
  mkdirSync(backupFolder(library), { recursive: true })
  const path = join(backupFolder(library), name)
  const unfinished = `${path}.part`
  rmSync(unfinished, { force: true })
  await database.backup(unfinished)
  renameSync(unfinished, path)
  const daily = [name, ...backups.map((backup) => backup.name)].filter((other) =>
    /^library-\d{4}-\d\d-\d\d\./.test(other),
  )
  for (const old of daily.slice(KEPT)) rmSync(join(backupFolder(library), old), { force: true })
  return name
}
