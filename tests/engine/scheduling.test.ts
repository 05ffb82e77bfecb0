import { describe, expect, test } from 'vitest'
import { Engine } from '../../src-main/engine/engine.ts'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import { setUpEngine } from '../support/engine-set-up.ts'
import { entryFor, FakeProvider } from '../support/fake-provider.ts'
import { numbered } from '../support/test-library.ts'

const HOUR = 3_600_000

describe('pause and resume', () => {
  test('a paused job sends nothing more; calls in flight count; resuming asks only for the rest', async () => {
    const { submit, controls, clock, engine, provider, until, eventsOf } = setUpEngine({ concurrency: 2 })
    const job = await submit(numbered(40))
    await clock.advance(50)
    expect(controls.pause(job.id).state).toBe('paused')
    await clock.advance(HOUR)
    expect(engine.job(job.id)).toMatchObject({ state: 'paused', counts: { answered: 10, inFlight: 0 } })
    controls.resume(job.id)
    await until(job, 'completed')
    expect(provider.asked).toEqual(numbered(40))
    expect(eventsOf(job)).toEqual(expect.arrayContaining(['job:paused', 'job:resumed']))
  })

  test('a pause outlives the process', async () => {
    const { submit, controls, clock, engine, store } = setUpEngine()
    const job = await submit(numbered(40))
    controls.pause(job.id)
    void engine.stop()
    await clock.advance(6_000)
    const provider = new FakeProvider(clock)
    const next = new Engine({ store, providers: [provider], clock })
    next.start()
    await clock.advance(HOUR)
    expect([next.job(job.id).state, provider.calls.length]).toEqual(['paused', 0])
    next.controls.resume(job.id)
    await clock.until(() => next.job(job.id).state === 'completed')
  })

  test('a job whose last words were in flight when it was paused still completes', async () => {
    const { submit, controls, clock, until } = setUpEngine()
    const job = await submit(numbered(5))
    await clock.advance(50)
    controls.pause(job.id)
    await until(job, 'completed')
  })

  test('pausing all stops every job and frees nothing; going on goes on', async () => {
    const { submit, clock, engine, provider, until } = setUpEngine({ concurrency: 1 })
    const job = await submit(numbered(20))
    await clock.advance(50)
    engine.configure({ ...engine.settings, isPaused: true })
    await clock.advance(HOUR)
    expect(provider.calls).toHaveLength(1)
    expect(engine.stats()).toMatchObject({ isPaused: true })
    engine.configure({ ...engine.settings, isPaused: false })
    await until(job, 'completed')
  })

  test('a job that has ended can be neither paused nor resumed', async () => {
    const { submit, controls, until } = setUpEngine()
    const job = await submit(['word'])
    await until(job, 'completed')
    for (const act of [controls.pause, controls.resume]) {
      expect(() => act.call(controls, job.id)).toThrowError(expect.objectContaining({ code: 'JOB_STATE' }))
    }
  })
})

describe('priority', () => {
  test('changed while running, it changes the share from the next call on', async () => {
    const { submit, controls, clock, provider } = setUpEngine({ concurrency: 1 })
    const first = await submit(numbered(2_000, 'first'), 'normal')
    await submit(numbered(2_000, 'second'), 'normal')
    await clock.advance(2_000)
    controls.update(first.id, { priority: 'high' })
    const before = provider.calls.length
    await clock.advance(3_000)
    const firsts = provider.calls.slice(before, before + 30).filter((call) => call.words[0]?.startsWith('first'))
    expect(firsts.length).toBeGreaterThanOrEqual(19)
    expect(firsts.length).toBeLessThanOrEqual(21)
  })

  test('a word in a hurry overtakes a saturated provider within one call of its own', async () => {
    const { submit, clock, engine } = setUpEngine({ concurrency: 4, latency: () => 1_000 })
    await submit(numbered(100_000), 'low')
    await clock.advance(10_050)
    const before = clock.now()
    const urgent = await submit(['help'], 'high')
    await clock.until(() => engine.job(urgent.id).state === 'completed')
    expect(clock.now() - before).toBeLessThanOrEqual(1_200)
  })

  test('the express slot is one, and not for jobs of equal rank', async () => {
    const { submit, clock, provider } = setUpEngine({ concurrency: 2, latency: () => 1_000 })
    await submit(numbered(100, 'a'), 'normal')
    await clock.advance(10)
    await submit(numbered(100, 'b'), 'normal')
    await clock.advance(10)
    expect(provider.inFlight).toBe(2)
    await submit(numbered(100, 'c'), 'high')
    await clock.advance(10)
    expect(provider.inFlight).toBe(3)
  })
})

describe('deadlines', () => {
  test('a job at risk goes before every priority, and of two the earlier', async () => {
    const { submit, clock, engine, until } = setUpEngine({ concurrency: 1 }, { maxActiveJobs: 1 })
    const now = clock.now()
    const late = await submit(numbered(20, 'late'), 'low', { deadline: now + 1_200_000 })
    const soon = await submit(numbered(20, 'soon'), 'low', { deadline: now + 600_000 })
    const high = await submit(numbered(20, 'high'), 'high')
    for (const job of [late, soon, high]) await until(job, 'completed')
    const started = [soon, late, high].map((job) => engine.job(job.id).startedAt as number)
    expect(started).toEqual([...started].sort((a, b) => a - b))
    expect(new Set(started).size).toBe(3)
  })

  test('a job with time to spare waits like any other', async () => {
    const { submit, clock, engine, until } = setUpEngine({ concurrency: 1 }, { maxActiveJobs: 1 })
    const relaxed = await submit(numbered(20, 'relaxed'), 'low', { deadline: clock.now() + 100 * HOUR })
    const high = await submit(numbered(20, 'high'), 'high')
    await until(relaxed, 'completed')
    expect(engine.job(high.id).startedAt).toBeLessThan(engine.job(relaxed.id).startedAt as number)
  })
})

describe('retry of failed words', () => {
  test('asks only for those, in a job that had ended', async () => {
    let isBroken = true
    const answer = (word: string): RequestOutcome => {
      if (isBroken && word.endsWith('3')) return { kind: 'permanent', fault: { code: 'REFUSED', message: 'no' } }
      return entryFor(word)
    }
    const { submit, until, controls, provider, engine, detailsOf } = setUpEngine({ answer })
    const job = await submit(numbered(30))
    await until(job, 'completed')
    expect(engine.job(job.id).counts).toMatchObject({ answered: 27, failed: 3 })
    isBroken = false
    const asked = provider.asked.length
    expect(controls.retryFailed(job.id)).toMatchObject({ state: 'queued', counts: { answered: 27, failed: 0 } })
    await until(job, 'completed')
    expect(provider.asked.slice(asked)).toEqual(['word3', 'word13', 'word23'])
    expect(detailsOf(job).every((row) => row.state === 'entry')).toBe(true)
    expect(() => controls.retryFailed(job.id)).toThrowError(expect.objectContaining({ code: 'JOB_STATE' }))
  })

  test('and in one that is still running, without asking any word twice', async () => {
    let isBroken = true
    const answer = (word: string): RequestOutcome => {
      if (isBroken && word === 'word2') return { kind: 'permanent', fault: { code: 'REFUSED', message: 'no' } }
      return entryFor(word)
    }
    const { submit, until, controls, provider, clock, engine } = setUpEngine({ answer, concurrency: 1 })
    const job = await submit(numbered(50))
    await clock.advance(350)
    isBroken = false
    controls.retryFailed(job.id)
    await until(job, 'completed')
    expect(engine.job(job.id).counts).toMatchObject({ answered: 50, failed: 0 })
    expect(provider.asked.filter((word) => word === 'word2')).toHaveLength(2)
    expect(provider.asked).toHaveLength(51)
  })
})

describe('old jobs', () => {
  test('are removed after the time they are kept, with all their rows; pinned ones stay', async () => {
    const { submit, until, controls, clock, engine, database } = setUpEngine(
      { concurrency: 100, chunk: 100 },
      { retentionDays: 30 },
    )
    const old = await submit(numbered(2_500))
    const pinned = await submit(numbered(10))
    await until(old, 'completed')
    await until(pinned, 'completed')
    controls.update(pinned.id, { isPinned: true })
    await clock.advance(29 * 24 * HOUR)
    expect(engine.job(old.id).state).toBe('completed')
    await clock.advance(2 * 24 * HOUR)
    expect(() => engine.job(old.id)).toThrowError(expect.objectContaining({ code: 'JOB_NOT_FOUND' }))
    expect(engine.job(pinned.id)).toMatchObject({ state: 'completed', isPinned: true })
    const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
    expect(['ai_job_requests', 'ai_job_words', 'removals'].map(count)).toEqual([10, 1, 0])
  })

  test('that a person removes are swept up soon after', async () => {
    const { submit, until, controls, clock, database } = setUpEngine({ concurrency: 100, chunk: 100 })
    const job = await submit(numbered(3_000))
    await until(job, 'completed')
    controls.remove(job.id)
    await clock.advance(1_000)
    expect(database.prepare('SELECT count(*) FROM ai_job_requests').pluck().get()).toBe(0)
  })

  test('a removal that a crash cut short is finished by the next engine', async () => {
    const { submit, until, controls, clock, store, database, engine } = setUpEngine({ concurrency: 100, chunk: 100 })
    const job = await submit(numbered(5_000))
    await until(job, 'completed')
    void engine.stop()
    await clock.advance(6_000)
    controls.remove(job.id)
    expect(database.prepare('SELECT count(*) FROM ai_job_requests').pluck().get()).toBe(5_000)
    const next = new Engine({ store, providers: [], clock })
    next.start()
    await clock.advance(10_000)
    expect(database.prepare('SELECT count(*) FROM ai_job_requests').pluck().get()).toBe(0)
  })

  test('a job that has not ended is not removed', async () => {
    const { submit, controls } = setUpEngine()
    const job = await submit(numbered(50))
    expect(() => controls.remove(job.id)).toThrowError(expect.objectContaining({ code: 'JOB_STATE' }))
  })
})

test('a list that is longer than the limit is refused', async () => {
  const { submit } = setUpEngine({}, { maxWords: 100 })
  await expect(submit(numbered(101))).rejects.toMatchObject({ code: 'LIST_TOO_LONG' })
  await expect(submit(numbered(100))).resolves.toMatchObject({ state: 'queued' })
})
