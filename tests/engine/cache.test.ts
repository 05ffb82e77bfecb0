import { describe, expect, test } from 'vitest'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import { setUpEngine } from '../support/engine-set-up.ts'
import { entryFor } from '../support/fake-provider.ts'
import { numbered } from '../support/test-library.ts'

const cached = { cacheKey: 'definition in English' }

describe('the cache', () => {
  test('answers words of earlier jobs, and the provider is asked for the rest only', async () => {
    const { submit, until, engine, provider, detailsOf } = setUpEngine(cached)
    const first = await submit(numbered(20))
    await until(first, 'completed')
    const second = await submit(numbered(30))
    await until(second, 'completed')
    expect(provider.asked).toEqual(numbered(30))
    expect(engine.job(second.id).counts).toMatchObject({ answered: 30, cached: 20 })
    expect(detailsOf(second).map((row) => row.entry?.lemma)).toEqual(numbered(30))
    expect(detailsOf(second).map((row) => row.isCached)).toEqual(numbered(30).map((_, index) => index < 20))
  })

  test('a job whose words are all known needs no call and no slot of the provider', async () => {
    const { submit, until, clock, engine, provider } = setUpEngine({ ...cached, concurrency: 1, latency: () => 60_000 })
    const first = await submit(numbered(5))
    await until(first, 'completed')
    await submit(['slow'])
    await clock.advance(10)
    const before = clock.now()
    const known = await submit(numbered(5))
    await until(known, 'completed')
    expect(clock.now() - before).toBeLessThan(100)
    expect(provider.asked).toEqual([...numbered(5), 'slow'])
    expect(engine.job(known.id).counts.cached).toBe(5)
  })

  test('is passed by when a job asks afresh, which renews it', async () => {
    let version = 1
    const answer = (word: string): RequestOutcome => ({
      kind: 'entry',
      body: JSON.stringify({ lemma: `${word} v${version}`, senses: [], pronunciation: [] }),
    })
    const { submit, until, detailsOf } = setUpEngine({ ...cached, answer })
    await until(await submit(['word']), 'completed')
    version = 2
    const fresh = await submit(['word'], 'normal', { isFresh: true })
    await until(fresh, 'completed')
    expect(detailsOf(fresh)[0]).toMatchObject({ isCached: false, entry: { lemma: 'word v2' } })
    const later = await submit(['word'])
    await until(later, 'completed')
    expect(detailsOf(later)[0]).toMatchObject({ isCached: true, entry: { lemma: 'word v2' } })
  })

  test('keeps no failure and no not-found', async () => {
    let isBroken = true
    const answer = (word: string): RequestOutcome =>
      isBroken ? { kind: 'permanent', fault: { code: 'REFUSED', message: 'no' } } : entryFor(word)
    const { submit, until, provider } = setUpEngine({ ...cached, answer })
    await until(await submit(['word']), 'failed')
    isBroken = false
    await until(await submit(['word']), 'completed')
    expect(provider.asked).toEqual(['word', 'word'])
  })

  test('a provider without a cache key is never cached', async () => {
    const { submit, until, provider, database } = setUpEngine()
    await until(await submit(['word']), 'completed')
    await until(await submit(['word']), 'completed')
    expect(provider.asked).toEqual(['word', 'word'])
    expect(database.prepare('SELECT count(*) FROM entries').pluck().get()).toBe(0)
  })
})

describe('identical words in flight', () => {
  test('are asked once for all jobs and within one', async () => {
    const { submit, until, engine, provider } = setUpEngine({ ...cached, concurrency: 10 })
    const jobs = [await submit(numbered(20)), await submit(numbered(20)), await submit(['word1', 'word1', 'word1'])]
    for (const job of jobs) await until(job, 'completed')
    expect(provider.asked.toSorted()).toEqual(numbered(20).toSorted())
    expect(jobs.map((job) => engine.job(job.id).counts.answered)).toEqual([20, 20, 3])
  })

  test('are asked again by who waits when the asker is cancelled', async () => {
    const { submit, until, clock, controls, provider } = setUpEngine({ ...cached, concurrency: 10 })
    const asker = await submit(['word'])
    const waiter = await submit(['word'])
    await clock.advance(50)
    expect(provider.asked).toEqual(['word'])
    controls.cancel(asker.id)
    await until(waiter, 'completed')
    expect(provider.asked).toEqual(['word', 'word'])
  })

  test('that fail for the asker for now are tried again for all', async () => {
    let isBroken = true
    const answer = (word: string): RequestOutcome => {
      if (!isBroken) return entryFor(word)
      isBroken = false
      return { kind: 'transient', fault: { code: 'RESET', message: 'reset' } }
    }
    const { submit, until, provider } = setUpEngine({ ...cached, answer, concurrency: 10 })
    const jobs = [await submit(['word']), await submit(['word'])]
    for (const job of jobs) await until(job, 'completed')
    expect(provider.asked).toEqual(['word', 'word'])
  })
})
