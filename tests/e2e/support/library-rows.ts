import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

export interface LibraryRows {
  readonly jobs: readonly { readonly state: string; readonly total: number; readonly ended: number }[]
  /** When each request ended, by its key. A word that was asked again would have another time. */
  readonly endedAt: ReadonlyMap<number, number>
  /** Requests that ended, as the metrics counted them. */
  readonly counted: number
}

/** Reads what a library holds on the disk, from a copy, so that nothing is recovered or changed in it. */
export async function readLibrary(library: string): Promise<LibraryRows> {
  const copy = await mkdtemp(join(tmpdir(), 'wordmill-rows-'))
  try {
    for (const name of await readdir(library)) {
      if (/^library\.sqlite(-wal)?$/.test(name)) await copyFile(join(library, name), join(copy, name))
    }
    return readRows(join(copy, 'library.sqlite'))
  } finally {
    await rm(copy, { recursive: true })
  }
}

function readRows(file: string): LibraryRows {
  const database = new Database(file)
  try {
    const jobs = database
      .prepare<[], LibraryRows['jobs'][number]>(
        'SELECT state, total, answered + not_found + failed AS ended FROM ai_batch_jobs ORDER BY key',
      )
      .all()
    const requests = database
      .prepare<[], { id: number; endedAt: number }>('SELECT id, ended_at AS endedAt FROM ai_job_requests')
      .all()
    const counted = database
      .prepare<[], number>('SELECT coalesce(sum(answered + not_found + failed), 0) FROM ai_metrics')
      .pluck()
      .get()
    return { jobs, endedAt: new Map(requests.map(({ id, endedAt }) => [id, endedAt])), counted: counted ?? 0 }
  } finally {
    database.close()
  }
}
