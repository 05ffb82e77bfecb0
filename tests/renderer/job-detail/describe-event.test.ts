import { describe, expect, it } from 'vitest'
import type { JobEvent } from '../../../src-preload/model.ts'
import { describeEvent } from '../../../src-renderer/job-detail/describe-event.ts'

function detailOf(type: JobEvent['type'], data: JobEvent['data']): string {
  return describeEvent({ id: 1, jobId: 'a', at: 0, type, data }).detail
}

describe('describeEvent', () => {
  it('says what was changed', () => {
    expect(detailOf('job:changed', { priority: 'high' })).toBe('priority high')
    expect(detailOf('job:changed', { name: 'GRE', isPinned: true })).toBe('name “GRE” · pinned')
    expect(detailOf('job:changed', { isPinned: false })).toBe('not pinned any more')
  })

  it('says why a job was paused or failed, if it was not the person', () => {
    const fault = { code: 'BUDGET_REACHED', message: 'The budget is used up.' }
    expect(detailOf('job:paused', { fault })).toBe('The budget is used up.')
    expect(detailOf('job:paused', {})).toBe('')
    expect(detailOf('job:failed', { fault, total: 9, failed: 9 })).toBe('The budget is used up. · 9 words · 9 failed')
  })

  it('leaves out what it does not know and what is not what it should be', () => {
    expect(detailOf('job:retry', { words: 3, by: 'person' })).toBe('3 words')
    expect(detailOf('job:changed', { name: 7, fault: 'disk', deadline: 1 })).toBe('')
  })
})
