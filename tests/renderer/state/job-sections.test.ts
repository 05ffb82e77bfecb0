import { describe, expect, it } from 'vitest'
import { sectionJobs, withoutHidden } from '../../../src-renderer/state/job-sections.ts'
import { makeJob } from '../support/make-job.ts'

describe('sectionJobs', () => {
  it('orders live jobs as the engine takes them and finished ones newest first', () => {
    const jobs = [
      makeJob({ id: 'low', priority: 'low', createdAt: 1 }),
      makeJob({ id: 'late', createdAt: 3 }),
      makeJob({ id: 'early', createdAt: 2 }),
      makeJob({ id: 'high', priority: 'high', createdAt: 4 }),
      makeJob({ id: 'waits', state: 'queued' }),
      makeJob({ id: 'paused', state: 'paused', priority: 'low' }),
      makeJob({ id: 'done', state: 'completed', finishedAt: 10 }),
      makeJob({ id: 'failed', state: 'failed', finishedAt: 30 }),
      makeJob({ id: 'cancelled', state: 'cancelled', finishedAt: 20 }),
    ]
    expect(sectionJobs(jobs)).toEqual({
      running: ['high', 'early', 'late', 'low'],
      waiting: ['waits', 'paused'],
      finished: ['failed', 'cancelled', 'done'],
    })
  })

  it('keeps the identity of what did not move', () => {
    const before = sectionJobs([makeJob({ id: 'a' }), makeJob({ id: 'b', state: 'queued' })])
    const progressed = sectionJobs(
      [makeJob({ id: 'a', wordsPerSecond: 5 }), makeJob({ id: 'b', state: 'queued' })],
      before,
    )
    expect(progressed).toBe(before)
    const started = sectionJobs([makeJob({ id: 'a' }), makeJob({ id: 'b' })], before)
    expect(started.finished).toBe(before.finished)
    expect(started.running).toEqual(['a', 'b'])
  })
})

describe('withoutHidden', () => {
  const sections = { running: ['a'], waiting: [], finished: ['b', 'c'] }

  it('leaves out finished jobs only: one that is live again is shown', () => {
    expect(withoutHidden(sections, new Set(['a', 'c']))).toEqual({ running: ['a'], waiting: [], finished: ['b'] })
  })

  it('keeps the identity when nothing is hidden', () => {
    expect(withoutHidden(sections, new Set(['a', 'gone']))).toBe(sections)
  })
})
