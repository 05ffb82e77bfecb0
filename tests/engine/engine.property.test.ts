import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JobReader } from '../../src-main/store/job-reader.ts'
import { isFinished, prioritySchema } from '../../src-preload/model.ts'
import { EngineWorld } from '../support/engine-world.ts'

const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('submit' as const),
      words: fc.integer({ min: 1, max: 40 }),
      priority: fc.constantFrom(...prioritySchema.options),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), time: fc.integer({ min: 1, max: 3_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), index: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('disk' as const), isFull: fc.boolean() }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

const MAX_ATTEMPTS = 3
const CONCURRENCY = 3

async function happen(world: EngineWorld, event: Happening): Promise<void> {
  switch (event.kind) {
    case 'submit':
      return world.submit(event.words, event.priority)
    case 'wait':
      return world.clock.advance(event.time)
    case 'cancel':
      return cancel(world, event.index)
    case 'crash':
      return world.crash()
    case 'restart':
      return world.restart()
    case 'disk':
      return world.fillDisk(event.isFull)
  }
}

function cancel(world: EngineWorld, index: number): void {
  const job = world.jobs[index]
  if (job === undefined) return
  try {
    world.engine.cancel(job.id)
  } catch (error) {
    expect(error).toMatchObject({ code: 'JOB_STATE' })
  }
}

/** What must hold at any moment. */
function checkInvariants(world: EngineWorld): void {
  const reader = new JobReader(world.database)
  expect(world.mostInFlight).toBeLessThanOrEqual(CONCURRENCY)
  expect(world.engine.stats().runningJobs).toBeLessThanOrEqual(3)
  for (const { id, words } of world.jobs) {
    const record = reader.job(id)
    if (record === undefined) throw new Error(`job ${id} is gone`)
    const rows = reader.details(record, 0, 500)
    expect(rows.map((row) => row.word)).toEqual(words)
    const count = (state: string) => rows.filter((row) => row.state === state).length
    expect(record.ended).toMatchObject({
      answered: count('entry'),
      notFound: count('not-found'),
      failed: count('failed'),
    })
    const told = world.engine.job(id)
    // While the disk refuses, a cancelled job is cancelled for the person and not yet for the library.
    if (told.state === 'cancelled' && record.state !== 'cancelled') continue
    expect(told.counts).toMatchObject(record.ended)
    expect(isFinished(record.state)).toBe(record.finishedAt !== undefined)
    if (record.state === 'completed') expect(count('pending')).toBe(0)
    for (const row of rows) {
      if (row.entry !== undefined) expect(row.entry.lemma).toBe(row.word)
      expect(row.attempts ?? 1).toBeLessThanOrEqual(MAX_ATTEMPTS)
    }
  }
}

test('any mix of submissions, cancels, crashes, restarts, full disks and outcomes keeps the invariants', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25 }), fc.integer(), async (events, seed) => {
      const world = new EngineWorld({ seed, concurrency: CONCURRENCY, maxAttempts: MAX_ATTEMPTS })
      for (const event of events) {
        await happen(world, event)
        checkInvariants(world)
      }
      await world.finish()
      checkInvariants(world)
      for (const { id } of world.jobs) expect(isFinished(world.engine.job(id).state)).toBe(true)
      world.database.close()
    }),
    { numRuns: Number(process.env.WORDMILL_PROPERTY_RUNS ?? 150) },
  )
}, 120_000)
