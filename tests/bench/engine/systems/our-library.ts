import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Engine } from '../../../../src-main/engine/engine.ts'
import type { Provider } from '../../../../src-main/engine/ports/provider.ts'
import { Library } from '../../../../src-main/store/library.ts'
import { positionOf, requestKey } from '../../../../src-main/store/request-key.ts'
import { createSystemClock } from '../../../../src-main/system-clock.ts'
import type { JobSummary, Priority } from '../../../../src-preload/model.ts'
import { answerBody, wordAt } from './payload.ts'

/**
 * Opens a library the way the product does and makes sure that what it promises is on: every connection that can
 * write to it is at `synchronous=FULL`.
 */
export function openDurableLibrary(folder: string): Library {
  const { library, connections } = withConnections(() => Library.open(folder))
  const writing = connections.filter((it) => !it.readonly && !it.memory && it.name.endsWith('.sqlite'))
  if (writing.length === 0) throw new Error('no writing connection was seen: the durability is unknown')
  for (const connection of writing) {
    const level = connection.pragma('synchronous', { simple: true })
    if (level !== 2) throw new Error(`${connection.name} is written at synchronous=${level}, not FULL (2)`)
  }
  return library
}

/** Runs `open` and tells which connections prepared statements meanwhile. */
function withConnections(open: () => Library): { library: Library; connections: Database.Database[] } {
  const connections = new Set<Database.Database>()
  const prototype = Database.prototype as Database.Database
  const prepare = prototype.prepare
  prototype.prepare = function (this: Database.Database, source: string) {
    connections.add(this)
    return prepare.call(this, source)
  } as typeof prepare
  try {
    return { library: open(), connections: [...connections] }
  } finally {
    prototype.prepare = prepare
  }
}

export function startEngine(library: Library, provider: Provider): Engine {
  const engine = new Engine({ store: library.store, providers: [provider], clock: createSystemClock() })
  engine.start()
  return engine
}

/** A list of `count` words as an import would give it. */
export function listOf(count: number) {
  const words = Array.from({ length: count }, (_, index) => wordAt(index))
  const lines = Uint32Array.from(words, (_, index) => index + 1)
  return { words, lines, report: { lines: count, merged: 0, skipped: 0 } }
}

export function submit(
  engine: Engine,
  list: ReturnType<typeof listOf>,
  priority: Priority = 'normal',
): Promise<JobSummary> {
  return engine.submit({ name: 'bench', list, fields: ['definition'], priority, providerId: 'instant' })
}

/** Resolves to the moment at which the job was seen completed; throws when it ended otherwise. */
export function completion(engine: Engine, id: string, interval = 1): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const { state } = engine.job(id)
      if (state !== 'completed' && state !== 'failed' && state !== 'cancelled') return
      clearInterval(timer)
      if (state === 'completed') resolve(performance.now())
      else reject(new Error(`the job is ${state}`))
    }, interval)
  })
}

/** Throws unless the file holds exactly one entry for each of the job's words, with the body that belongs to it. */
export function verifyJob(folder: string, id: string, count: number, bytes = 0): void {
  const database = new Database(join(folder, 'library.sqlite'), { readonly: true })
  try {
    const job = database.prepare('SELECT key, state, answered FROM ai_batch_jobs WHERE id = ?').get(id) as {
      key: number
      state: string
      answered: number
    }
    if (job.state !== 'completed' || job.answered !== count) throw new Error(`job row: ${JSON.stringify(job)}`)
    const rows = database.prepare<[number, number], { id: number; state: number; body: string }>(
      `SELECT requests.id, state, coalesce(entries.body, requests.body) AS body FROM ai_job_requests AS requests
        LEFT JOIN entries ON entries.id = requests.entry WHERE requests.id >= ? AND requests.id < ? ORDER BY requests.id`,
    )
    let position = 0
    for (const row of rows.iterate(requestKey(job.key, 0), requestKey(job.key + 1, 0))) {
      const isRight = positionOf(row.id) === position && row.body === answerBody(wordAt(position), bytes)
      if (!isRight || row.state !== 1) throw new Error(`position ${position} holds ${JSON.stringify(row)}`)
      position += 1
    }
    if (position !== count) throw new Error(`${position} entries for ${count} words`)
  } finally {
    database.close()
  }
}
