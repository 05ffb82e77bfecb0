import { describe, expect, it } from 'vitest'
import { applyProgress, EMPTY_PROGRESS, type ProgressState } from '../../../src-renderer/state/progress-state.ts'
import { makeJob, NO_STATS } from '../support/make-job.ts'

const a = makeJob({ id: 'a' })
const b = makeJob({ id: 'b' })
const base: ProgressState = {
  revision: 7,
  byId: new Map([
    ['a', a],
    ['b', b],
  ]),
  stats: NO_STATS,
}

describe('applyProgress', () => {
  it('takes a snapshot as it is, whatever came before', () => {
    const next = applyProgress(base, { type: 'snapshot', revision: 2, jobs: [b], stats: NO_STATS })
    expect(next).toMatchObject({ revision: 2 })
    expect([...(next?.byId.keys() ?? [])]).toEqual(['b'])
  })

  it('applies the diff that follows and keeps the identity of other jobs', () => {
    const changed = makeJob({ id: 'a', state: 'completed' })
    const next = applyProgress(base, { type: 'diff', revision: 8, changed: [changed], removed: [], stats: NO_STATS })
    expect(next?.byId.get('a')).toBe(changed)
    expect(next?.byId.get('b')).toBe(b)
  })

  it('removes jobs', () => {
    const next = applyProgress(base, { type: 'diff', revision: 8, changed: [], removed: ['a'], stats: NO_STATS })
    expect([...(next?.byId.keys() ?? [])]).toEqual(['b'])
  })

  it('keeps the jobs themselves when only the numbers of the engine changed', () => {
    const next = applyProgress(base, { type: 'diff', revision: 8, changed: [], removed: [], stats: NO_STATS })
    expect(next?.byId).toBe(base.byId)
  })

  it('ignores a diff it has seen', () => {
    const diff = { type: 'diff' as const, revision: 7, changed: [], removed: ['a'], stats: NO_STATS }
    expect(applyProgress(base, diff)).toBe(base)
  })

  it.each([9, 100])('calls revision %i a gap', (revision) => {
    expect(applyProgress(base, { type: 'diff', revision, changed: [a], removed: [], stats: NO_STATS })).toBeUndefined()
  })

  it('calls a diff before the first snapshot a gap', () => {
    const diff = { type: 'diff' as const, revision: 1, changed: [a], removed: [], stats: NO_STATS }
    expect(applyProgress(EMPTY_PROGRESS, diff)).toBeUndefined()
  })
})
