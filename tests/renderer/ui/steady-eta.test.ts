import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Eta } from '../../../src-preload/model.ts'
import { etaRangeText, etaText, type SteadyEta, steadyEta } from '../../../src-renderer/ui/steady-eta.ts'

function about(likely: number): Eta {
  return { low: likely * 0.8, likely, high: likely * 1.5 }
}

/** The texts shown, one a second, for a job whose estimates are off by `noise` either way. */
function watch(total: number, noise: (second: number) => number): string[] {
  const texts: string[] = []
  let shown: SteadyEta | undefined
  for (let second = 0; second < total; second++) {
    shown = steadyEta(shown, about((total - second) * (1 + noise(second))), second * 1_000)
    if (texts.at(-1) !== shown.text) texts.push(shown.text)
  }
  return texts
}

describe('etaText', () => {
  it.each([
    [0, 'a few seconds left'],
    [10, '10 s left'],
    [43, '45 s left'],
    [59, 'about 1 min left'],
    [130, 'about 2 min left'],
    [4_900, 'about 1 h 20 min left'],
    [7_200, 'about 2 h left'],
    [50_000, 'about 14 h left'],
    [300_000, 'about 3 days left'],
  ])('%i s', (seconds, text) => expect(etaText(seconds)).toBe(text))
})

describe('etaRangeText', () => {
  it('gives both ends, or one when they read the same', () => {
    expect(etaRangeText({ low: 30, likely: 60, high: 130 })).toBe('between 30 s and 2 min')
    expect(etaRangeText({ low: 118, likely: 120, high: 122 })).toBe('likely 2 min')
  })
})

describe('steadyEta', () => {
  it('counts down without turning back when the estimates are right', () => {
    expect(watch(300, () => 0).slice(0, 4)).toEqual([
      'about 5 min left',
      'about 4 min left',
      'about 3 min left',
      'about 2 min left',
    ])
  })

  it('does not dance when the estimates jitter by a fifth', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed)
        const texts = watch(600, () => (random() - 0.5) * 0.4)
        const minutes = texts.map((text) => Number(/(\d+) min/.exec(text)?.[1])).filter((value) => !Number.isNaN(value))
        const turns = minutes.filter((value, index) => value > (minutes[index - 1] ?? value)).length
        expect(turns).toBeLessThanOrEqual(1)
        expect(minutes.length).toBeLessThanOrEqual(12)
      }),
      { numRuns: 200 },
    )
  })

  it('believes a plainly different estimate at once', () => {
    const first = steadyEta(undefined, about(60), 0)
    expect(steadyEta(first, about(600), 1_000).text).toBe('about 10 min left')
  })
})

/** Even numbers from 0 to 1, the same for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
