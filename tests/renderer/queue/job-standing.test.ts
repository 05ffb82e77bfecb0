import { describe, expect, it } from 'vitest'
import { standstill } from '../../../src-renderer/queue/job-standing.ts'
import { makeCounts, makeJob } from '../support/make-job.ts'

const fault = { code: 'PROVIDER_UNKNOWN', message: 'It is not set up any more.' }

describe('standstill', () => {
  it('is nothing for a job that gets on or has ended', () => {
    expect(standstill(makeJob(), undefined)).toBeUndefined()
    for (const state of ['completed', 'failed', 'cancelled'] as const) {
      expect(standstill(makeJob({ state }), 'paused')).toBeUndefined()
    }
  })

  it('tells a job that was paused from one that stands because all do', () => {
    expect(standstill(makeJob({ state: 'paused' }), undefined)).toBe('paused')
    expect(standstill(makeJob({ state: 'paused' }), 'paused')).toBe('paused')
    expect(standstill(makeJob(), 'paused')).toBe('paused with all jobs')
    expect(standstill(makeJob(), 'stopped')).toBe('stopped for now')
  })

  it('promises a waiting job a slot only when a slot is what it waits for', () => {
    const queued = makeJob({ state: 'queued' })
    expect(standstill(queued, undefined)).toBe('starts when a slot frees')
    expect(standstill({ ...queued, counts: makeCounts({ answered: 1 }) }, undefined)).toBe('goes on when a slot frees')
    expect(standstill(queued, 'paused')).toBe('waits until all jobs are resumed')
    expect(standstill(queued, 'stopped')).toBe('waits until work is possible again')
    expect(standstill({ ...queued, fault }, 'paused')).toBe('can’t start')
  })
})
