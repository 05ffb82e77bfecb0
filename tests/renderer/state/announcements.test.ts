import { describe, expect, it } from 'vitest'
import type { JobSummary } from '../../../src-preload/model.ts'
import { announceStopped } from '../../../src-renderer/state/announcements.ts'
import type { ProgressState } from '../../../src-renderer/state/progress-state.ts'
import { makeCounts, makeJob, NO_STATS } from '../support/make-job.ts'

function stateOf(...jobs: JobSummary[]): ProgressState {
  return { revision: 1, byId: new Map(jobs.map((job) => [job.id, job])), stats: NO_STATS }
}

describe('announceStopped', () => {
  const live = stateOf(makeJob({ name: 'GRE' }))
  const counts = makeCounts({ answered: 88, notFound: 11, failed: 1 })

  it('says once what became of a job', () => {
    const done = stateOf(makeJob({ name: 'GRE', state: 'completed', counts }))
    expect(announceStopped(done, live)).toEqual(['GRE is finished: 88 entries, 11 not found, 1 failed.'])
    expect(announceStopped(done, done)).toEqual([])
  })

  it('says nothing of progress, of jobs seen for the first time, and at the start', () => {
    const progressed = stateOf(makeJob({ name: 'GRE', counts }))
    const done = makeJob({ id: 'b', state: 'completed' })
    expect(announceStopped(progressed, live)).toEqual([])
    expect(announceStopped(stateOf(done), live)).toEqual([])
    expect(announceStopped(stateOf(done), undefined)).toEqual([])
  })

  it('says why a job failed, and leaves cancelling to the toast', () => {
    const fault = { code: 'X', message: 'The disk is full.' }
    const failed = stateOf(makeJob({ name: 'GRE', state: 'failed', fault }))
    expect(announceStopped(failed, live)).toEqual(['GRE failed. The disk is full.'])
    const cancelled = stateOf(makeJob({ name: 'GRE', state: 'cancelled', counts }))
    expect(announceStopped(cancelled, live)).toEqual([])
  })

  it('says why the engine paused a job, and leaves the person’s own pause to where it is made', () => {
    const fault = { code: 'BUDGET_REACHED', message: 'The budget of this job is used up. Raise it to go on.' }
    const stopped = stateOf(makeJob({ name: 'GRE', state: 'paused', fault }))
    expect(announceStopped(stopped, live)).toEqual([`GRE is paused. ${fault.message}`])
    expect(announceStopped(stopped, stopped)).toEqual([])
    expect(announceStopped(stateOf(makeJob({ name: 'GRE', state: 'paused' })), live)).toEqual([])
  })
})
