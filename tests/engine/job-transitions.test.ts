import { expect, test } from 'vitest'
import { assertTransition } from '../../src-main/engine/job-transitions.ts'
import { isFinished, jobStateSchema } from '../../src-preload/model.ts'

const states = jobStateSchema.options

test('a job that ended can only be queued again, a cancelled one never, and every other can still be cancelled', () => {
  for (const from of states) {
    const reachable = states.filter((to) => {
      try {
        assertTransition(from, to)
        return true
      } catch {
        return false
      }
    })
    if (from === 'cancelled') expect(reachable).toEqual([])
    else if (isFinished(from)) expect(reachable).toEqual(['queued'])
    else expect(reachable).toContain('cancelled')
    expect(reachable).not.toContain(from)
  }
})

test('a refused change has a code and names both states', () => {
  expect(() => assertTransition('completed', 'running')).toThrowError(
    expect.objectContaining({ code: 'JOB_STATE', message: "A completed job can't become running." }),
  )
})
