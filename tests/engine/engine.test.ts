import { describe, expect, test } from 'vitest'
import { Engine } from '../../src-main/engine/engine.ts'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import type { JobSummary } from '../../src-preload/model.ts'
import { setUpEngine } from '../support/engine-set-up.ts'
import { entryFor, FakeProvider } from '../support/fake-provider.ts'
import { numbered } from '../support/test-library.ts'
import { VirtualClock } from '../support/virtual-clock.ts'

const transient: RequestOutcome = { kind: 'transient', fault: { code: 'RESET', message: 'connection reset' } }

describe('a job', () => {
  test('answers every word once, in chunks, and completes', async () => {
    const { engine, submit, until, provider, eventsOf, detailsOf } = setUpEngine()
    const job = await submit(numbered(23))
    await until(job, 'completed')
    expect(engine.job(job.id).counts).toEqual({
      total: 23,
      answered: 23,
      notFound: 0,
      failed: 0,
      cached: 0,
      inFlight: 0,
    })
    expect(provider.calls.map((call) => call.words.length)).toEqual([5, 5, 5, 5, 3])
    expect(provider.asked).toEqual(numbered(23))
    const rows = detailsOf(job)
    expect(rows.map((row) => [row.word, row.line, row.state])).toEqual(
      numbered(23).map((word, i) => [word, i + 1, 'entry']),
    )
    expect(eventsOf(job)).toEqual(expect.arrayContaining(['job:created', 'job:started', 'job:completed']))
  })

  test('keeps words that are not found, with their suggestions', async () => {
    const answer = (word: string): RequestOutcome => ({ kind: 'not-found', suggestions: [`${word}ly`] })
    const { submit, until, engine, detailsOf } = setUpEngine({ answer })
    const job = await submit(['quik'])
    await until(job, 'completed')
    expect(engine.job(job.id).counts.notFound).toBe(1)
    expect(detailsOf(job)).toMatchObject([{ state: 'not-found', suggestions: ['quikly'] }])
  })

  test('is failed only when every word failed, and says what to do', async () => {
    const permanent: RequestOutcome = { kind: 'permanent', fault: { code: 'REFUSED', message: 'no' } }
    const { submit, until, engine } = setUpEngine({ answer: (word) => (word === 'good' ? entryFor(word) : permanent) })
    const mixed = await submit(['good', 'bad'])
    await until(mixed, 'completed')
    expect(engine.job(mixed.id).counts).toMatchObject({ answered: 1, failed: 1 })
    const hopeless = await submit(['bad', 'worse'])
    await until(hopeless, 'failed')
    expect(engine.job(hopeless.id).fault).toMatchObject({ code: 'ALL_WORDS_FAILED' })
  })
})

describe('retries', () => {
  test('give a word three attempts with a pause between, then fail it with the reason', async () => {
    const { submit, until, provider, detailsOf, eventsOf } = setUpEngine({ answer: () => transient })
    const job = await submit(['stuck'])
    await until(job, 'failed')
    expect(provider.asked).toEqual(['stuck', 'stuck', 'stuck'])
    expect(detailsOf(job)).toMatchObject([
      { state: 'failed', attempts: 3, fault: { code: 'RESET', message: 'connection reset' } },
    ])
    expect(eventsOf(job).filter((type) => type === 'job:retry')).toHaveLength(2)
  })

  test('ask again only for the word that failed, not for its chunk', async () => {
    let isFirst = true
    const answer = (word: string) => {
      if (word !== 'word2' || !isFirst) return entryFor(word)
      isFirst = false
      return transient
    }
    const { submit, until, provider } = setUpEngine({ answer })
    const job = await submit(numbered(5))
    await until(job, 'completed')
    expect(provider.calls.map((call) => call.words)).toEqual([numbered(5), ['word2']])
  })

  test('being told to wait closes the provider until then and uses up no attempt', async () => {
    const clockStart = new VirtualClock().now()
    const reopens = clockStart + 60_000
    let refusals = 0
    const { submit, until, provider, clock, detailsOf } = setUpEngine({
      concurrency: 1,
      answer: (word) => {
        if (clock.now() >= reopens) return entryFor(word)
        refusals += 1
        return { kind: 'rate-limited', until: reopens }
      },
    })
    const job = await submit(numbered(10))
    await until(job, 'completed')
    expect(refusals).toBe(5)
    expect(provider.calls.map((call) => call.at)).toEqual([clockStart, reopens, reopens + 100])
    expect(detailsOf(job).map((row) => row.attempts)).toEqual(Array(10).fill(1))
  })

  test('a word the provider gave no outcome for, or a provider that throws, counts as one failed attempt', async () => {
    let calls = 0
    const answer = (word: string) => {
      calls += 1
      if (calls === 1) throw new Error('bug')
      return calls === 2 ? undefined : entryFor(word)
    }
    const { submit, until, detailsOf } = setUpEngine({ answer })
    const job = await submit(['word'])
    await until(job, 'completed')
    expect(detailsOf(job)).toMatchObject([{ attempts: 3, state: 'entry' }])
  })
})

describe('the queue', () => {
  test('runs three jobs at a time and the next when one ends', async () => {
    const { submit, engine, clock, until } = setUpEngine({ concurrency: 100 })
    const jobs: JobSummary[] = []
    for (let i = 0; i < 4; i += 1) jobs.push(await submit(numbered(i === 0 ? 5 : 500)))
    await clock.advance(1)
    const states = () => jobs.map((job) => engine.job(job.id).state)
    expect(states()).toEqual(['running', 'running', 'running', 'queued'])
    await until(jobs[0] as JobSummary, 'completed')
    await clock.advance(1)
    expect(states()).toEqual(['completed', 'running', 'running', 'running'])
  })

  test('starts high before normal before low', async () => {
    const { submit, clock, eventsOf, engine } = setUpEngine({}, { maxActiveJobs: 1 })
    const first = await submit(numbered(5))
    await clock.advance(1)
    const low = await submit(numbered(5), 'low')
    const normal = await submit(numbered(5), 'normal')
    await clock.until(() => [first, low, normal].every((job) => engine.job(job.id).state === 'completed'))
    expect(engine.job(normal.id).startedAt).toBeLessThan(engine.job(low.id).startedAt as number)
    expect(eventsOf(normal)).not.toContain('job:preempted')
  })

  test('gives a higher job the slot of the lowest running one, which keeps its progress', async () => {
    const { submit, clock, engine, until, provider, eventsOf } = setUpEngine({ concurrency: 1 }, { maxActiveJobs: 1 })
    const low = await submit(numbered(50, 'low'), 'low')
    await clock.advance(250)
    const high = await submit(numbered(5, 'high'), 'high')
    await until(high, 'completed')
    expect(engine.job(low.id).counts.answered).toBeGreaterThanOrEqual(10)
    await until(low, 'completed')
    expect(eventsOf(low)).toEqual(expect.arrayContaining(['job:preempted', 'job:resumed', 'job:completed']))
    expect(new Set(provider.asked).size).toBe(provider.asked.length)
  })

  test('lets a job that waited long enough go before a younger one of higher priority', async () => {
    const { submit, clock, engine } = setUpEngine(
      { latency: () => 60_000, concurrency: 1 },
      { maxActiveJobs: 1, agingInterval: 50_000 },
    )
    const running = await submit(numbered(5), 'high')
    const old = await submit(numbered(5), 'normal')
    await clock.advance(59_000)
    const young = await submit(numbered(5), 'high')
    await clock.until(() => [running, old, young].every((job) => engine.job(job.id).state === 'completed'))
    expect(engine.job(old.id).startedAt).toBeLessThan(engine.job(young.id).startedAt as number)
  })

  test('shares one provider 8 : 4 : 1 between running jobs', async () => {
    const { submit, clock, provider } = setUpEngine({ concurrency: 1, chunk: 5 })
    for (const priority of ['low', 'normal', 'high'] as const) await submit(numbered(2_000, priority), priority)
    await clock.advance(100 * 130 + 50)
    const share = (prefix: string) =>
      provider.calls.slice(0, 130).filter((call) => call.words[0]?.startsWith(prefix)).length
    expect(share('high')).toBeGreaterThanOrEqual(79)
    expect(share('high')).toBeLessThanOrEqual(81)
    expect(share('normal')).toBeGreaterThanOrEqual(39)
    expect(share('normal')).toBeLessThanOrEqual(41)
    expect(share('low')).toBeGreaterThanOrEqual(9)
  })
})

describe('cancel', () => {
  test('aborts calls in flight, keeps what is finished, and asks nothing more', async () => {
    const { submit, clock, engine, provider } = setUpEngine({ concurrency: 2 })
    const job = await submit(numbered(100))
    await clock.advance(150)
    const cancelled = engine.controls.cancel(job.id)
    await clock.advance(10_000)
    expect(cancelled).toMatchObject({ state: 'cancelled', counts: { answered: 10, total: 100 } })
    expect(engine.job(job.id)).toMatchObject({ state: 'cancelled', counts: { answered: 10, inFlight: 0 } })
    expect(provider.aborted).toHaveLength(10)
    expect(provider.calls).toHaveLength(4)
  })

  test('is idempotent, and refuses a job that has ended otherwise or never was', async () => {
    const { submit, engine, until } = setUpEngine()
    const job = await submit(numbered(5))
    engine.controls.cancel(job.id)
    expect(engine.controls.cancel(job.id).state).toBe('cancelled')
    const done = await submit(numbered(5))
    await until(done, 'completed')
    expect(() => engine.controls.cancel(done.id)).toThrowError(expect.objectContaining({ code: 'JOB_STATE' }))
    expect(() => engine.controls.cancel('nobody')).toThrowError(expect.objectContaining({ code: 'JOB_NOT_FOUND' }))
  })
})

describe('stop and start', () => {
  test('stop waits for calls in flight; the next engine asks only for the rest', async () => {
    const { submit, clock, engine, store, provider } = setUpEngine({ concurrency: 2 })
    const job = await submit(numbered(40))
    await clock.advance(150)
    const stopped = engine.stop()
    await clock.advance(6_000)
    await stopped
    expect(provider.aborted).toEqual([])
    const asked = provider.asked.length
    expect(asked).toBe(20)
    const second = new FakeProvider(clock)
    const next = new Engine({ store, providers: [second], clock })
    next.start()
    await clock.until(() => next.job(job.id).state === 'completed')
    expect([...provider.asked, ...second.asked].sort()).toEqual(numbered(40).sort())
  })

  test('stop aborts what takes longer than the grace and is over within it', async () => {
    const { submit, clock, engine, provider } = setUpEngine({ latency: () => 3_600_000 })
    await submit(numbered(5))
    await clock.advance(1)
    const before = clock.now()
    let isStopped = false
    void engine.stop().then(() => {
      isStopped = true
    })
    await clock.until(() => isStopped, 6_000)
    expect(clock.now() - before).toBeLessThanOrEqual(5_500)
    expect(provider.aborted).toHaveLength(5)
    await expect(submit(['late'])).rejects.toMatchObject({ code: 'SHUTTING_DOWN' })
  })

  test('a held engine keeps jobs waiting and can cancel them', async () => {
    const { store, clock, submit, engine: first } = setUpEngine()
    const job = await submit(numbered(5))
    void first.stop()
    await clock.advance(6_000)
    const provider = new FakeProvider(clock)
    const held = new Engine({ store, providers: [provider], clock })
    held.start('hold')
    await clock.advance(10_000)
    expect(provider.calls).toEqual([])
    expect(held.controls.cancel(job.id).state).toBe('cancelled')
  })

  test('a job whose provider is gone waits and says why', async () => {
    const { store, clock, submit, engine: first } = setUpEngine()
    const job = await submit(numbered(5))
    void first.stop()
    await clock.advance(6_000)
    const next = new Engine({ store, providers: [], clock })
    next.start()
    await clock.advance(1_000)
    expect(next.job(job.id)).toMatchObject({ state: 'queued', fault: { code: 'PROVIDER_UNKNOWN' } })
    expect(next.controls.cancel(job.id).state).toBe('cancelled')
  })
})

describe('a store that refuses to write', () => {
  test('stops the work, loses nothing, and goes on when the disk does', async () => {
    const { submit, store, clock, until, engine, provider } = setUpEngine({ concurrency: 1 })
    const job = await submit(numbered(20))
    await clock.advance(50)
    const commit = store.commit.bind(store)
    store.commit = () => {
      throw new Error('disk is full')
    }
    await clock.advance(30_000)
    expect(engine.job(job.id).counts.answered).toBe(0)
    const asked = provider.asked.length
    expect(asked).toBeLessThanOrEqual(10)
    store.commit = commit
    await until(job, 'completed')
    expect(provider.asked).toEqual(numbered(20))
  })
})
