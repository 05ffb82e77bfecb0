/**
 * A long life in a short time: `npm run soak [-- --words 2000000]`. Jobs of 10,000 words with a provider whose latency
 * is virtual, on a real library file. Half of the jobs stay, the others are removed as they end, so that what is in the
 * library stays about the same; every fifth is cancelled on the way. Prints memory and file sizes as it goes, and at
 * the end whether every count is exact. Exits with 1 when one is not, or when memory, file or WAL grew without bound.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { Engine } from '../../src-main/engine/engine.ts'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import { Library } from '../../src-main/store/library.ts'
import { isFinished, type JobSummary } from '../../src-preload/model.ts'
import { FakeProvider } from '../support/fake-provider.ts'
import { listOf, numbered } from '../support/test-library.ts'
import { VirtualClock } from '../support/virtual-clock.ts'

const { values } = parseArgs({ options: { words: { type: 'string', default: '2000000' } } })
const TOTAL = Number(values.words)
const JOB = 10_000
/** Jobs that stay in the library at a time. */
const KEPT = 20

const clock = new VirtualClock({ seed: 42 })
const folder = mkdtempSync(join(tmpdir(), 'wordmill-soak-'))
const file = join(folder, 'library.sqlite')
const library = Library.open(folder)
const provider = new FakeProvider(clock, {
  chunk: 100,
  concurrency: 8,
  latency: () => 20 + clock.random() * 200,
  answer: moodyAnswer,
})
const engine = new Engine({ store: library.store, providers: [provider], clock })
engine.start()

function moodyAnswer(word: string): RequestOutcome {
  const dice = clock.random()
  if (dice < 0.01) return { kind: 'transient', fault: { code: 'RESET', message: 'reset' } }
  if (dice < 0.05) return { kind: 'not-found', suggestions: ['near', 'nearer'] }
  return {
    kind: 'entry',
    body: JSON.stringify({ lemma: word, senses: [], pronunciation: [], filler: 'x'.repeat(400) }),
  }
}

interface Sample {
  readonly words: number
  readonly rss: number
  readonly heap: number
  readonly file: number
  readonly wal: number
}

function sample(words: number): Sample {
  globalThis.gc?.()
  const mib = (bytes: number) => Math.round(bytes / 2 ** 20)
  const { rss, heapUsed } = process.memoryUsage()
  const sizes = [file, `${file}-wal`].map((path) => mib(statSync(path).size)) as [number, number]
  return { words, rss: mib(rss), heap: mib(heapUsed), file: sizes[0], wal: sizes[1] }
}

const problems: string[] = []
const samples: Sample[] = []
const kept: JobSummary[] = []
let ended = 0

for (let done = 0; done < TOTAL; done += JOB) {
  const number = done / JOB
  const { id } = await engine.submit({
    name: `soak ${number}`,
    list: listOf(numbered(JOB, `soak${number}-`)),
    fields: ['definition'],
    priority: (['low', 'normal', 'high'] as const)[number % 3] ?? 'normal',
    providerId: provider.id,
  })
  if (number % 5 === 4) {
    await clock.until(() => engine.job(id).counts.answered > JOB / 2)
    engine.controls.cancel(id)
  }
  await clock.until(() => isFinished(engine.job(id).state))
  const { counts, state } = engine.job(id)
  const sum = counts.answered + counts.notFound + counts.failed
  if (state === 'completed' && sum !== JOB) problems.push(`job ${number} completed with ${sum} of ${JOB} words`)
  ended += sum
  kept.push(engine.job(id))
  if (kept.length > KEPT) engine.controls.remove(kept.shift()?.id ?? '')
  await clock.advance(10_000)
  // The provider's own record of every call is a leak of the test, not of the engine.
  provider.calls.length = 0
  provider.aborted.length = 0
  if (number % 10 === 9) samples.push(sample(done + JOB))
}

const database = new Database(file, { readonly: true })
const booked = database.prepare('SELECT sum(answered + not_found + failed) FROM ai_metrics').pluck().get()
if (booked !== ended) problems.push(`metrics tell of ${booked} words, ${ended} ended`)
const stored = database.prepare('SELECT count(*) FROM ai_job_requests').pluck().get() as number
const expected = kept.reduce((all, { counts }) => all + counts.answered + counts.notFound + counts.failed, 0)
if (stored !== expected)
  problems.push(`${stored} results are stored, the ${kept.length} jobs that stayed have ${expected}`)
if (database.pragma('integrity_check', { simple: true }) !== 'ok') problems.push('the library is damaged')
database.close()
const stopping = engine.stop()
await clock.advance(6_000)
await stopping
library.close()
rmSync(folder, { recursive: true, force: true })

// In the first half the caches fill (SQLite's pages alone 32 MiB a handle); after that nothing may grow by a tenth.
const settled = samples.slice(Math.floor(samples.length / 2))
for (const what of ['rss', 'heap', 'file', 'wal'] as const) {
  const first = settled[0]?.[what] ?? 0
  const most = Math.max(...settled.map((one) => one[what]))
  if (most > Math.max(first * 1.1, first + 4)) problems.push(`${what} grew from ${first} to ${most} MiB`)
}
console.table(samples)
console.log(problems.length === 0 ? `Soak passed: ${ended} words ended, every count exact.` : problems.join('\n'))
process.exitCode = problems.length === 0 ? 0 : 1
