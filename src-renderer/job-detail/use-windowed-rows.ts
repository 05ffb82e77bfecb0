import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import {
  followScroll,
  isStuck,
  type RowRange,
  revealRow,
  type ScrollGeometry,
  type ScrollPosition,
  settleScroll,
  trackHeight,
  visibleRows,
} from './scroll-map.ts'

const OVERSCAN = 8
/** How long a scroll must rest before the scrollbar is settled. */
const REST = 150

export interface WindowedRows {
  readonly scrollRef: RefObject<HTMLDivElement | null>
  readonly range: RowRange
  /** Height of the scrolled element. */
  readonly height: number
  /** Distance of the first drawn row from the top of the scrolled element. */
  readonly top: number
  /** Whole rows that fit on screen. */
  readonly rowsOnScreen: number
  readonly reveal: (index: number) => void
}

interface DrawnWindow {
  readonly range: RowRange
  readonly top: number
}

/** Draws only the rows on screen of a list of any length; rows all have one height. See `scroll-map.ts`. */
export function useWindowedRows(count: number, rowHeight: number): WindowedRows {
  const scrollRef = useRef<HTMLDivElement>(null)
  const viewport = useHeight(scrollRef)
  const position = useRef<ScrollPosition>({ physical: 0, virtual: 0 })
  const geometry: ScrollGeometry = { count, rowHeight, viewport }
  const latest = useRef(geometry)
  latest.current = geometry
  const [drawn, setDrawn] = useState<DrawnWindow>({ range: { first: 0, end: 0 }, top: 0 })

  const draw = useCallback(() => {
    const next = windowAt(latest.current, position.current)
    setDrawn((before) => (isSameWindow(before, next) ? before : next))
  }, [])
  const moveTo = useCallback(
    (next: ScrollPosition) => {
      const element = scrollRef.current
      if (element === null) return
      element.scrollTop = next.physical
      // The browser rounds; what it made of the number is what the next scroll event is compared with.
      position.current = { physical: element.scrollTop, virtual: next.virtual }
      draw()
    },
    [draw],
  )
  // The list got longer, shorter or the window changed: the place in the list stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the geometry is read from `latest` when it changes
  useLayoutEffect(() => moveTo(settleScroll(latest.current, position.current)), [count, rowHeight, viewport, moveTo])
  useScrollEvents(scrollRef, latest, position, draw, moveTo)

  const reveal = useCallback(
    (index: number) => {
      const virtual = revealRow(latest.current, position.current.virtual, index)
      if (virtual !== position.current.virtual) moveTo(settleScroll(latest.current, { physical: 0, virtual }))
    },
    [moveTo],
  )
  const rowsOnScreen = Math.max(1, Math.floor(viewport / rowHeight))
  return { scrollRef, range: drawn.range, height: trackHeight(geometry), top: drawn.top, rowsOnScreen, reveal }
}

function useScrollEvents(
  scrollRef: RefObject<HTMLDivElement | null>,
  latest: RefObject<ScrollGeometry>,
  position: RefObject<ScrollPosition>,
  draw: () => void,
  moveTo: (next: ScrollPosition) => void,
): void {
  useEffect(() => {
    const element = scrollRef.current
    if (element === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      const next = settleScroll(latest.current, position.current)
      // A list that is drawn in full is where it belongs; touching it would stop a scroll that is under way.
      if (Math.abs(next.physical - position.current.physical) >= 1) moveTo(next)
    }
    const onScroll = () => {
      position.current = followScroll(latest.current, position.current, element.scrollTop)
      draw()
      clearTimeout(timer)
      if (isStuck(latest.current, position.current)) settle()
      else timer = setTimeout(settle, REST)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(timer)
      element.removeEventListener('scroll', onScroll)
    }
  }, [scrollRef, latest, position, draw, moveTo])
}

function useHeight(scrollRef: RefObject<HTMLDivElement | null>): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = scrollRef.current
    if (element === null) return
    setHeight(element.clientHeight)
    const observer = new ResizeObserver(() => setHeight(element.clientHeight))
    observer.observe(element)
    return () => observer.disconnect()
  }, [scrollRef])
  return height
}

function windowAt(geometry: ScrollGeometry, { physical, virtual }: ScrollPosition): DrawnWindow {
  const range = visibleRows(geometry, virtual, OVERSCAN)
  return { range, top: range.first * geometry.rowHeight + physical - virtual }
}

function isSameWindow(a: DrawnWindow, b: DrawnWindow): boolean {
  return a.top === b.top && a.range.first === b.range.first && a.range.end === b.range.end
}
