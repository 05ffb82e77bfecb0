import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  followScroll,
  isStuck,
  revealRow,
  type ScrollGeometry,
  type ScrollPosition,
  settleScroll,
  TALLEST_TRACK,
  trackHeight,
  visibleRows,
} from '../../../src-renderer/job-detail/scroll-map.ts'

const short: ScrollGeometry = { count: 1_000, rowHeight: 34, viewport: 400 }
const million: ScrollGeometry = { count: 1_000_000, rowHeight: 34, viewport: 400 }
const top: ScrollPosition = { physical: 0, virtual: 0 }
const END = 1_000_000 * 34 - 400

describe('a list that fits the browser', () => {
  it('is scrolled as it is', () => {
    expect(trackHeight(short)).toBe(34_000)
    expect(followScroll(short, top, 12_345)).toEqual({ physical: 12_345, virtual: 12_345 })
    expect(isStuck(short, { physical: 0, virtual: 0 })).toBe(false)
  })

  it('draws what is on screen and a few rows more', () => {
    expect(visibleRows(short, 0, 8)).toEqual({ first: 0, end: 20 })
    expect(visibleRows(short, 3_400, 8)).toEqual({ first: 92, end: 120 })
    expect(visibleRows({ ...short, count: 3 }, 0, 8)).toEqual({ first: 0, end: 3 })
    expect(visibleRows({ ...short, count: 0 }, 0, 8)).toEqual({ first: 0, end: 0 })
  })

  it('reveals a row with the least movement', () => {
    expect(revealRow(short, 3_400, 100)).toBe(3_400)
    expect(revealRow(short, 3_400, 50)).toBe(1_700)
    expect(revealRow(short, 3_400, 200)).toBe(201 * 34 - 400)
    expect(revealRow(short, 0, 999)).toBe(34_000 - 400)
  })
})

describe('a million rows', () => {
  it('stand on a track the browser can draw', () => {
    expect(trackHeight(million)).toBe(TALLEST_TRACK)
  })

  it('move pixel for pixel under the wheel', () => {
    const middle = settleScroll(million, { physical: 0, virtual: END / 2 })
    const moved = followScroll(million, middle, middle.physical + 100)
    expect(moved.virtual - middle.virtual).toBeCloseTo(100)
  })

  it('follow the scrollbar to both ends', () => {
    expect(followScroll(million, top, TALLEST_TRACK - 400).virtual).toBe(END)
    expect(followScroll(million, { physical: TALLEST_TRACK - 400, virtual: END }, 0).virtual).toBe(0)
  })

  it('notice when the track ends before the list', () => {
    expect(isStuck(million, { physical: 0, virtual: 300 })).toBe(true)
    expect(isStuck(million, { physical: TALLEST_TRACK - 400, virtual: END - 300 })).toBe(true)
    expect(isStuck(million, top)).toBe(false)
  })

  it('stay where they are when the scrollbar is settled', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: END, noNaN: true }), (virtual) => {
        const settled = settleScroll(million, { physical: 0, virtual })
        expect(settled.virtual).toBe(virtual)
        expect(settled.physical).toBeGreaterThanOrEqual(0)
        expect(settled.physical).toBeLessThanOrEqual(TALLEST_TRACK - 400)
      }),
    )
  })

  it('never leave the list, whatever the scrollbar does', () => {
    const moves = fc.array(fc.integer({ min: 0, max: TALLEST_TRACK - 400 }), { maxLength: 30 })
    fc.assert(
      fc.property(moves, (physicals) => {
        let position = top
        for (const physical of physicals) {
          position = followScroll(million, position, physical)
          if (isStuck(million, position)) position = settleScroll(million, position)
          expect(position.virtual).toBeGreaterThanOrEqual(0)
          expect(position.virtual).toBeLessThanOrEqual(END)
          const { first, end } = visibleRows(million, position.virtual, 8)
          expect(end - first).toBeGreaterThan(11)
        }
      }),
    )
  })
})
