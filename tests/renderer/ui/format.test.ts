import { describe, expect, it } from 'vitest'
import { countNoun, formatCount, formatRate } from '../../../src-renderer/ui/format-number.ts'
import { formatDuration, formatMoment } from '../../../src-renderer/ui/format-time.ts'

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1_200, '1\u202f200'],
    [1_000_000, '1\u202f000\u202f000'],
  ])('%i', (value, text) => expect(formatCount(value)).toBe(text))
})

describe('formatRate', () => {
  it.each([
    [0, '0'],
    [0.04, '<0.1'],
    [2.4, '2.4'],
    [3, '3'],
    [9.96, '10'],
    [8_214.4, '8\u202f214'],
  ])('%f', (value, text) => expect(formatRate(value)).toBe(text))
})

describe('countNoun', () => {
  it('knows one from many', () => {
    expect([0, 1, 2].map((count) => countNoun(count, 'entry', 'entries'))).toEqual([
      '0 entries',
      '1 entry',
      '2 entries',
    ])
  })
})

describe('formatDuration', () => {
  it.each([
    [3, '0.1 s'],
    [4_000, '4 s'],
    [9_940, '9.9 s'],
    [12_400, '12 s'],
    [60_000, '1 min'],
    [200_000, '3 min 20 s'],
    [3_599_900, '60 min'],
    [7_500_000, '2 h 5 min'],
    [90_000_000, '1 d 1 h'],
  ])('%i ms', (value, text) => expect(formatDuration(value)).toBe(text))
})

describe('formatMoment', () => {
  const noon = new Date(2026, 2, 3, 12, 4).getTime()

  it('gives the clock for today and the date for other days', () => {
    expect(formatMoment(noon, noon + 60_000, 'en-GB')).toBe('12:04')
    expect(formatMoment(noon, noon + 86_400_000, 'en-GB')).toBe('3 Mar, 12:04')
  })
})
