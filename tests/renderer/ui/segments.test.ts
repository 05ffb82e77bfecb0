import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barSegments, wordsDone } from '../../../src-renderer/ui/segments.ts'
import { makeCounts } from '../support/make-job.ts'

describe('barSegments', () => {
  it('shows each part once, in order, cached words apart from the other answers', () => {
    const counts = makeCounts({ answered: 60, cached: 20, notFound: 10, failed: 5, inFlight: 5 })
    expect(barSegments(counts).map(({ kind, width }) => [kind, width])).toEqual([
      ['answered', 40],
      ['cached', 20],
      ['notFound', 10],
      ['failed', 5],
      ['inFlight', 5],
    ])
  })

  it('keeps one failed word of a million visible', () => {
    const [, failed] = barSegments(makeCounts({ total: 1_000_000, answered: 999_999, failed: 1 }))
    expect(failed?.width).toBeGreaterThan(0.5)
  })

  it('shows nothing of an empty job', () => {
    expect(barSegments(makeCounts({ total: 0 }))).toEqual([])
  })

  it('never grows over the bar, and every part that has words is there', () => {
    const part = fc.nat(1_000_000)
    fc.assert(
      fc.property(part, part, part, part, part, (answered, notFound, failed, cached, rest) => {
        const total = answered + notFound + failed + rest
        const segments = barSegments({ total, answered, notFound, failed, cached, inFlight: rest })
        expect(segments.reduce((sum, { width }) => sum + width, 0)).toBeLessThanOrEqual(100.000001)
        if (failed > 0) expect(segments.map(({ kind }) => kind)).toContain('failed')
      }),
    )
  })
})

describe('wordsDone', () => {
  it('counts every word that ended', () => {
    expect(wordsDone(makeCounts({ answered: 5, notFound: 2, failed: 1, inFlight: 9 }))).toBe(8)
  })
})
