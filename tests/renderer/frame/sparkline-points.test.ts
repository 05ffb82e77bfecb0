import { describe, expect, it } from 'vitest'
import { sparklinePoints } from '../../../src-renderer/frame/sparkline-points.ts'

describe('sparklinePoints', () => {
  it('runs from left to right, the largest value on top', () => {
    expect(sparklinePoints([0, 0, 0, 6, 6, 6, 3, 3, 3], 100, 24)).toBe('0,22 50,2 100,12')
  })

  it('is a flat line for nothing done, and nothing for no values', () => {
    expect(sparklinePoints([0, 0, 0, 0, 0, 0], 100, 24)).toBe('0,22 100,22')
    expect(sparklinePoints([], 100, 24)).toBe('')
  })
})
