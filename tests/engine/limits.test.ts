import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Budget } from '../../src-main/engine/budget.ts'
import { Circuit } from '../../src-main/engine/circuit.ts'
import { ConcurrencyWindow } from '../../src-main/engine/concurrency-window.ts'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import { RateGate } from '../../src-main/engine/rate-gate.ts'
import { TokenBucket } from '../../src-main/engine/token-bucket.ts'
import { setUpEngine } from '../support/engine-set-up.ts'
import { entryFor } from '../support/fake-provider.ts'
import { numbered } from '../support/test-library.ts'

const MINUTE = 60_000

describe('requests and tokens a minute', () => {
  test('no window of a minute ever sees more than the limit, and the limit is nearly used', async () => {
    const { submit, clock, provider } = setUpEngine({
      chunk: 1,
      concurrency: 1_000,
      latency: () => 500,
      limits: { requestsPerMinute: 120 },
    })
    await submit(numbered(2_000))
    await clock.advance(10 * MINUTE)
    const times = provider.calls.map((call) => call.at)
    const most = Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + MINUTE).length))
    expect(most).toBeLessThanOrEqual(120)
    expect(times.length).toBeGreaterThanOrEqual(10 * 120 * 0.97)
  })

  test('tokens are booked at the estimate and corrected to what was used', async () => {
    const price = { estimate: { tokens: 100, costMicros: 0 }, actual: { tokens: 50, costMicros: 0 } }
    const { submit, clock, provider } = setUpEngine({
      chunk: 1,
      concurrency: 1_000,
      price,
      limits: { tokensPerMinute: 6_000 },
    })
    await submit(numbered(2_000))
    await clock.advance(5 * MINUTE)
    // By the estimates 60 a minute would fit, by the use 120; a bucket of one second bears one call in flight.
    expect(provider.calls.length).toBeGreaterThan(5 * 60 * 1.5)
    expect(provider.calls.length).toBeLessThanOrEqual(5 * 120 + 2)
  })

  test('a bucket never gives more than its limit in any minute, for any mix of amounts and times', () => {
    const step = fc.record({ pause: fc.integer({ min: 0, max: 5_000 }), amount: fc.integer({ min: 1, max: 50 }) })
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 600 }), fc.array(step, { maxLength: 300 }), (perMinute, steps) => {
        const bucket = new TokenBucket(perMinute)
        const taken: { at: number; amount: number }[] = []
        let now = 0
        for (const { pause, amount } of steps) {
          now += pause
          if (bucket.waitFor(amount, now) > 0) continue
          bucket.take(amount, now)
          taken.push({ at: now, amount })
        }
        for (const { at: start } of taken) {
          const window = taken.filter(({ at }) => at >= start && at < start + MINUTE)
          // An amount larger than a second's worth goes through whole and is paid for afterwards.
          const last = window.at(-1)?.amount ?? 0
          expect(window.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(perMinute + last)
        }
      }),
    )
  })

  test('the wait it tells is enough, and not much too long', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 200 }), (perMinute, amount) => {
        const bucket = new TokenBucket(perMinute)
        bucket.take(amount, 0)
        const wait = bucket.waitFor(amount, 0)
        expect(bucket.waitFor(amount, wait)).toBe(0)
        if (wait > 1) expect(bucket.waitFor(amount, wait - 2)).toBeGreaterThan(0)
      }),
    )
  })

  test('a gate that was asked to stay shut does, and the longest wish counts', () => {
    const gate = new RateGate()
    gate.closeUntil(5_000)
    gate.closeUntil(3_000)
    expect([gate.waitFor(1, 1_000), gate.waitFor(1, 5_000)]).toEqual([4_000, 0])
  })
})

describe('calls at a time', () => {
  test('grow by doubling, are halved once an episode, then grow by one a window', () => {
    const window = new ConcurrencyWindow(64, true)
    const succeed = (times: number) => Array.from({ length: times }, () => window.succeeded())
    expect(window.size).toBe(4)
    succeed(4)
    expect(window.size).toBe(8)
    succeed(8)
    expect(window.size).toBe(16)
    window.refused(100, 200)
    expect(window.size).toBe(8)
    // Sent before the cut: they tell of the same moment.
    window.refused(150, 210)
    window.refused(200, 220)
    expect(window.size).toBe(8)
    window.refused(201, 230)
    expect(window.size).toBe(4)
    succeed(4)
    expect(window.size).toBe(5)
    for (let i = 0; i < 20; i += 1) window.refused(1_000 * i + 1_000, 1_000 * i + 1_001)
    expect(window.size).toBe(1)
  })

  test('never pass the provider’s own limit, and a provider that is not adaptive has it from the start', () => {
    const window = new ConcurrencyWindow(6, true)
    for (let i = 0; i < 1_000; i += 1) window.succeeded()
    expect(window.size).toBe(6)
    const fixed = new ConcurrencyWindow(6, false)
    fixed.refused(1, 2)
    expect(fixed.size).toBe(6)
  })

  test('settle near what a provider bears', async () => {
    // It bears ten calls at a time and refuses those beyond.
    const { submit, clock, provider } = setUpEngine({
      chunk: 1,
      concurrency: 100,
      limits: { isAdaptive: true },
      answer: (word) => {
        const isOverload = provider.inFlight > 10
        return isOverload
          ? { kind: 'transient', fault: { code: 'OVERLOADED', message: 'busy' }, isOverload }
          : entryFor(word)
      },
    })
    await submit(numbered(5_000))
    await clock.advance(20_000)
    const before = provider.calls.length
    await clock.advance(20_000)
    const perSecond = (provider.calls.length - before) / 20
    // 100 ms a call: ten at a time are 100 calls a second.
    expect(perSecond).toBeGreaterThan(50)
    expect(perSecond).toBeLessThan(140)
  })
})

describe('a provider that only fails', () => {
  test('is left alone for a while, then probed with one call, and the words keep most of their attempts', async () => {
    let isDown = true
    const down: RequestOutcome = { kind: 'transient', fault: { code: 'NETWORK', message: 'unreachable' } }
    const { submit, clock, provider, until, engine } = setUpEngine({
      concurrency: 2,
      answer: (word) => (isDown ? down : entryFor(word)),
    })
    const job = await submit(numbered(1_000))
    await clock.advance(60_000)
    // Five failures, and the calls that were out beside them, then a probe after 5, 10, 20 s.
    expect(provider.calls.length).toBeLessThanOrEqual(10)
    isDown = false
    await until(job, 'completed')
    expect(engine.job(job.id).counts.answered).toBeGreaterThan(960)
  })

  test('circuit: opens after five in a row, lets one probe through, and closes when it succeeds', () => {
    const circuit = new Circuit()
    for (let i = 0; i < 4; i += 1) circuit.failed(0)
    expect(circuit.waitFor(0)).toBe(0)
    circuit.succeeded()
    for (let i = 0; i < 5; i += 1) circuit.failed(0)
    expect(circuit.waitFor(1_000)).toBe(4_000)
    expect(circuit.waitFor(5_000)).toBe(0)
    circuit.called()
    expect(circuit.waitFor(5_000)).toBe(Number.POSITIVE_INFINITY)
    circuit.failed(6_000)
    expect(circuit.waitFor(6_000)).toBe(10_000)
    circuit.called()
    circuit.succeeded()
    expect(circuit.waitFor(6_000)).toBe(0)
  })
})

describe('budgets', () => {
  const price = { estimate: { tokens: 1, costMicros: 100 }, actual: { tokens: 1, costMicros: 60 } }

  test('a job stops at its own, says so, and goes on when it is raised', async () => {
    const { submit, clock, engine, controls, until } = setUpEngine({ chunk: 1, concurrency: 4, price })
    const job = await submit(numbered(50), 'normal', { budgetMicros: 1_000 })
    await clock.advance(MINUTE)
    const stopped = engine.job(job.id)
    expect(stopped).toMatchObject({ state: 'paused', fault: { code: 'BUDGET_REACHED' } })
    expect(stopped.costMicros).toBeLessThanOrEqual(1_000)
    expect(stopped.costMicros).toBeGreaterThan(900)
    controls.update(job.id, { budgetMicros: 10_000 })
    controls.resume(job.id)
    await until(job, 'completed')
    expect(engine.job(job.id)).toMatchObject({ costMicros: 3_000, counts: { answered: 50 } })
    expect(engine.job(job.id).fault).toBeUndefined()
  })

  test('the month’s stops all jobs that cost something, and a new month begins afresh', async () => {
    const { submit, clock, engine, controls, until } = setUpEngine({ chunk: 1, price }, { monthlyCapMicros: 1_000 })
    const jobs = [await submit(numbered(40, 'a')), await submit(numbered(40, 'b'))]
    await clock.advance(MINUTE)
    expect(jobs.map((job) => engine.job(job.id))).toMatchObject(
      jobs.map(() => ({ state: 'paused', fault: { code: 'MONTH_BUDGET_REACHED' } })),
    )
    expect(jobs.reduce((sum, job) => sum + engine.job(job.id).costMicros, 0)).toBeLessThanOrEqual(1_000)
    await clock.advance(31 * 24 * 60 * MINUTE)
    controls.resume(jobs[0]?.id ?? '')
    await clock.advance(MINUTE)
    expect(engine.job(jobs[0]?.id ?? '').costMicros).toBeGreaterThan(900)
    engine.configure({ ...engine.settings, monthlyCapMicros: null })
    for (const job of jobs) controls.resume(job.id)
    for (const job of jobs) await until(job, 'completed')
  })

  test('fractions of a micro-dollar are rounded up and stop nobody', async () => {
    const fraction = { tokens: 0.5, costMicros: 0.25 }
    const { submit, engine, until } = setUpEngine({
      price: { estimate: fraction, actual: fraction },
      latency: () => 10.5,
    })
    const job = await submit(numbered(3))
    await until(job, 'completed')
    expect(engine.job(job.id).costMicros).toBe(1)
  })

  test('what is reserved counts as spent until it is settled', () => {
    const budget = new Budget(100, 40)
    budget.reserve(50)
    expect([budget.check(10), budget.check(11), budget.check(61), budget.check(0)]).toEqual([
      'fits',
      'wait',
      'reached',
      'fits',
    ])
    budget.settle(50, 20)
    expect([budget.spent, budget.check(40), budget.check(41)]).toEqual([60, 'fits', 'reached'])
  })
})
