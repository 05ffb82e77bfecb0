import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'

const WORKER = resolve(import.meta.dirname, 'worker-job.ts')
const WORDS = 5_000
/** 200 in the nightly run; a few on every test run. */
const KILLS = Number(process.env.WORDMILL_KILLS ?? 12)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-kill-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Life {
  /** How many words of each job the engine had told to be done. */
  readonly told: ReadonlyMap<string, number>
  readonly hasEnded: boolean
}

/** One life of the worker, killed `delay` milliseconds after it took up its job, or let live to the end. */
async function live(delay: number | undefined): Promise<Life> {
  const child = spawn(process.execPath, [WORKER, folder, String(WORDS)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const told = new Map<string, number>()
  let hasEnded = false
  const closed = new Promise((resolve) => child.once('close', resolve))
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, id = '', count] = line.split(' ')
    if (word === 'submitted' && delay !== undefined) setTimeout(() => child.kill('SIGKILL'), delay)
    if (word === 'told') told.set(id, Number(count))
    if (word === 'ended') hasEnded = true
  }
  await closed
  return { told, hasEnded }
}

interface JobRow {
  key: number
  id: string
  state: string
  total: number
  answered: number
  not_found: number
  failed: number
}

/** What must hold of a library after any kill. Returns how many words have ended. */
function checkLibrary(told: ReadonlyMap<string, number>): number {
  const database = new Database(join(folder, 'library.sqlite'))
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    let ended = 0
    for (const job of database.prepare('SELECT * FROM ai_batch_jobs').all() as JobRow[]) {
      const rows = database
        .prepare('SELECT id % 16777216 AS position, state, body FROM ai_job_requests WHERE id / 16777216 = ?')
        .all(job.key) as { position: number; state: number; body: string }[]
      const count = (state: number) => rows.filter((row) => row.state === state).length
      expect([job.answered, job.not_found, job.failed]).toEqual([1, 2, 3].map(count))
      for (const row of rows) {
        if (row.state === 1) expect(JSON.parse(row.body)).toMatchObject({ lemma: `word${row.position}` })
      }
      // Nothing that was told to be done is lost.
      expect(rows.length).toBeGreaterThanOrEqual(told.get(job.id) ?? 0)
      expect(job.state === 'completed').toBe(rows.length === job.total)
      ended += rows.length
    }
    const metrics = database.prepare('SELECT sum(answered + not_found + failed) FROM ai_metrics').pluck().get()
    expect(metrics ?? 0).toBe(ended)
    return ended
  } finally {
    database.close()
  }
}

test(`a process killed ${KILLS} times at random moments loses nothing it told, and every job ends`, async () => {
  let isAnythingCutShort = false
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { told, hasEnded } = await live(Math.random() * 400)
    checkLibrary(told)
    isAnythingCutShort ||= !hasEnded && told.size > 0
  }
  // The test is none when every life was over before its kill.
  expect(isAnythingCutShort).toBe(true)
  const { told } = await live(undefined)
  const ended = checkLibrary(told)
  expect(ended % WORDS).toBe(0)
  expect(ended).toBeGreaterThan(0)
}, 600_000)
