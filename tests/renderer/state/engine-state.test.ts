import { describe, expect, it } from 'vitest'
import { describeEngine, engineHold } from '../../../src-renderer/state/engine-state.ts'
import { NO_STATS } from '../support/make-job.ts'

const fault = { code: 'LIBRARY_UNUSABLE', message: 'The disk is full.' }

describe('engineHold', () => {
  it('names the fault before the pause: resuming would not help', () => {
    expect(engineHold(undefined)).toBeUndefined()
    expect(engineHold(NO_STATS)).toBeUndefined()
    expect(engineHold({ ...NO_STATS, isPaused: true })).toBe('paused')
    expect(engineHold({ ...NO_STATS, isPaused: true, fault })).toBe('stopped')
  })
})

describe('describeEngine', () => {
  it.each([
    ['lost', NO_STATS, 'Engine not reached'],
    ['connecting', undefined, 'Engine not reached'],
    ['live', NO_STATS, 'Engine ready'],
    ['live', { ...NO_STATS, runningJobs: 2 }, 'Engine running'],
    // Jobs keep their state while all are paused.
    ['live', { ...NO_STATS, runningJobs: 2, isPaused: true }, 'Engine paused'],
    ['live', { ...NO_STATS, runningJobs: 2, fault }, 'Engine stopped'],
  ] as const)('%s: %o', (status, stats, text) => {
    expect(describeEngine(stats, status).text).toBe(text)
  })
})
