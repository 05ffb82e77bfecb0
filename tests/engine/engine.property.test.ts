import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JobReader } from '../../src-main/store/job-reader.ts'
import { isFinished, prioritySchema } from '../../src-preload/model.ts'
import { EngineWorld } from '../support/engine-world.ts'

const index = fc.nat({ max: 5 })
const priority = fc.constantFrom(...prioritySchema.options)
const budgetMicros = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined })

/** Everything that can happen to an engine, by how often it does. */
const happening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('submit'),
      words: fc.integer({ min: 1, max: 40 }),
      priority,
      budgetMicros,
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('wait'), time: fc.integer({ min: 1, max: 3_000 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel'), index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause'), index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resume'), index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retry'), index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('update'), index, priority, budgetMicros }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause all'), isPaused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restart') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('disk'), isFull: fc.boolean() }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer Value> ? Value : never

const MAX_ATTEMPTS = 3
const CONCURRENCY = 3

async function happen(world: EngineWorld, event: Happening): Promise<void> {
  const { controls } = world.engine
  switch (event.kind) {
    case 'submit':
      return world.submit(event.words, event.priority, event.budgetMicros)
    case 'wait':
      return world.clock.advance(event.time)
    case 'cancel':
      return world.control(event.index, (id) => controls.cancel(id))
    case 'pause':
      return world.control(event.index, (id) => controls.pause(id))
    case 'resume':
      return world.control(event.index, (id) => controls.resume(id))
    case 'retry':
      return world.control(event.index, (id) => controls.retryFailed(id))
    case 'update':
      return world.control(event.index, (id) => {
        controls.update(id, { priority: event.priority, budgetMicros: event.budgetMicros })
      })
    case 'remove':
      return world.remove(event.index)
    case 'pause all':
      return world.pauseAll(event.isPaused)
    case 'crash':
      return world.crash()
    case 'restart':
      return world.restart()
    case 'disk':
      return world.fillDisk(event.isFull)
  }
}

/** What must hold at any moment. */
function checkInvariants(world: EngineWorld): void {
  const reader = new JobReader(world.database)
  // One more than the limit: the express slot.
  expect(world.mostInFlight).toBeLessThanOrEqual(CONCURRENCY + 1)
  expect(world.engine.stats().runningJobs).toBeLessThanOrEqual(3)
  for (const { id, words } of world.jobs) {
    const record = reader.job(id)
    if (record === undefined) throw new Error(`job ${id} is gone`)
    const rows = reader.details(record, 0, 500)
    expect(rows.map((row) => row.word)).toEqual(words)
    const count = (state: string) => rows.filter((row) => row.state === state).length
    expect(record.ended).toEqual({
      answered: count('entry'),
      notFound: count('not-found'),
      failed: count('failed'),
      cached: rows.filter((row) => row.isCached && row.state === 'entry').length,
    })
    expect(isFinished(record.state)).toBe(record.finishedAt !== undefined)
    if (record.state === 'completed') expect(count('pending')).toBe(0)
    for (const row of rows) {
      if (row.state === 'entry') expect(row.entry?.lemma).toBe(row.word)
      expect(row.attempts ?? 1).toBeLessThanOrEqual(MAX_ATTEMPTS)
    }
    // While the disk refuses, a job can be cancelled or paused for the person and not yet for the library.
    const told = world.engine.job(id)
    if (told.state === record.state) expect(told.counts).toMatchObject(record.ended)
  }
}

/** Budgets that were lowered or raised on the way are no test of the cap; the last one set must hold from then on. */
function checkBudgets(world: EngineWorld, caps: ReadonlyMap<string, number>): void {
  for (const { id } of world.jobs) {
    const cap = caps.get(id)
    if (cap !== undefined) expect(world.engine.job(id).costMicros).toBeLessThanOrEqual(cap)
  }
}

const runs = Number(process.env.WORDMILL_PROPERTY_RUNS ?? 300)

test('any mix of what can happen keeps the invariants, and every job ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 1, maxLength: 25 }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(0, 7),
      async (events, seed, isCached, price) => {
        const world = new EngineWorld({ seed, concurrency: CONCURRENCY, maxAttempts: MAX_ATTEMPTS, isCached, price })
        for (const event of events) {
          await happen(world, event)
          checkInvariants(world)
        }
        await world.finish()
        checkInvariants(world)
        for (const { id } of world.jobs) expect(isFinished(world.engine.job(id).state)).toBe(true)
        world.database.close()
      },
    ),
    { numRuns: runs },
  )
}, 300_000)

test('a budget is never exceeded, whatever happens, and costs survive crashes', async () => {
  const mischief = happening.filter(({ kind }) => kind !== 'update' && kind !== 'submit')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 4 }),
      fc.array(mischief, { maxLength: 20 }),
      fc.integer(),
      async (budgets, events, seed) => {
        const world = new EngineWorld({
          seed,
          concurrency: CONCURRENCY,
          maxAttempts: MAX_ATTEMPTS,
          isCached: false,
          price: 7,
        })
        const caps = new Map<string, number>()
        for (const budget of budgets) {
          await world.submit(30, 'normal', budget)
          caps.set(world.jobs.at(-1)?.id ?? '', budget)
        }
        for (const event of events) {
          await happen(world, event)
          checkBudgets(world, caps)
        }
        await world.clock.advance(60_000)
        checkBudgets(world, caps)
        for (const { id } of world.jobs) {
          const { state, fault, costMicros, budgetMicros } = world.engine.job(id)
          // Whoever stopped for money was really out of it: the next call of up to five words would not have fitted.
          const isStopped = state === 'paused' && fault?.code === 'BUDGET_REACHED'
          if (isStopped) expect(costMicros + 5 * 7).toBeGreaterThan(budgetMicros ?? 0)
        }
        world.database.close()
      },
    ),
    { numRuns: Math.ceil(runs / 3) },
  )
}, 300_000)
