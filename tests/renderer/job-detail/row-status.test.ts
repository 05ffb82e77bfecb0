import { describe, expect, it } from 'vitest'
import type { RequestRow } from '../../../src-preload/model.ts'
import { describeEvent } from '../../../src-renderer/job-detail/describe-event.ts'
import { boundPaneWidth } from '../../../src-renderer/job-detail/pane-width.ts'
import { rowStatus } from '../../../src-renderer/job-detail/row-status.ts'

const row: RequestRow = { position: 0, word: 'abate', line: 1, state: 'entry' }

describe('rowStatus', () => {
  it('says in words what became of a word', () => {
    expect(rowStatus(row, false).text).toBe('✓ entry')
    expect(rowStatus({ ...row, latency: 12 }, false).text).toBe('✓ entry')
    expect(rowStatus({ ...row, latency: 412 }, false).text).toBe('✓ 0.4 s')
    expect(rowStatus({ ...row, isCached: true, latency: 412 }, false).text).toBe('✓ cached')
    expect(rowStatus({ ...row, state: 'not-found' }, false).text).toBe('? not found')
    expect(rowStatus({ ...row, state: 'failed' }, false).text).toBe('✕ failed')
  })

  it('promises nothing once the job has ended', () => {
    expect(rowStatus({ ...row, state: 'pending' }, false).text).toBe('queued')
    expect(rowStatus({ ...row, state: 'pending' }, true).text).toBe('not looked up')
  })
})

describe('describeEvent', () => {
  const event = { id: 1, jobId: 'a', at: 0 }

  it('shows what a person can read and nothing else', () => {
    const data = { answered: 88, notFound: 11, failed: 0, secret: 'x', total: 1_200, nested: { words: 3 } }
    expect(describeEvent({ ...event, type: 'job:completed', data })).toEqual({
      title: 'Completed',
      detail: '1\u202f200 words · 88 entries · 11 not found',
    })
  })

  it('puts the reason first', () => {
    const data = { message: 'Rate limited.', attempt: 2 }
    expect(describeEvent({ ...event, type: 'job:retry', data }).detail).toBe('Rate limited. · 2. attempt')
  })
})

describe('boundPaneWidth', () => {
  it('keeps any stored number drawable', () => {
    expect([Number.NaN, -5, 400.4, 9_999].map(boundPaneWidth)).toEqual([420, 320, 400, 760])
  })
})
