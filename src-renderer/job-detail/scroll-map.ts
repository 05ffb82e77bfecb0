/**
 * Browsers cap the height of an element (about 33 million px in Chromium, less elsewhere) and lose sub-pixel
 * precision well before. Lists taller than this are scrolled on a shorter track.
 */
export const TALLEST_TRACK = 8_000_000

/** Moves up to this many viewports are the wheel or a key and go pixel for pixel; longer ones drag the scrollbar. */
const NEAR_VIEWPORTS = 2

export interface ScrollGeometry {
  readonly count: number
  readonly rowHeight: number
  readonly viewport: number
}

export interface ScrollPosition {
  /** The element's `scrollTop`. */
  readonly physical: number
  /** Distance from the top of the whole list, as if it were drawn in full. */
  readonly virtual: number
}

export interface RowRange {
  readonly first: number
  /** One past the last row. */
  readonly end: number
}

/** Height of the element that is scrolled. */
export function trackHeight({ count, rowHeight }: ScrollGeometry): number {
  return Math.min(count * rowHeight, TALLEST_TRACK)
}

/** Where the list stands after the element was scrolled to `physical`. */
export function followScroll(geometry: ScrollGeometry, before: ScrollPosition, physical: number): ScrollPosition {
  if (!isShortened(geometry)) return { physical, virtual: physical }
  const delta = physical - before.physical
  const isNear = Math.abs(delta) <= geometry.viewport * NEAR_VIEWPORTS
  const virtual = isNear ? before.virtual + delta : toVirtual(geometry, physical)
  return { physical, virtual: clamp(virtual, 0, longestVirtual(geometry)) }
}

/** The same place in the list with the scrollbar where it belongs; near moves let the two drift apart. */
export function settleScroll(geometry: ScrollGeometry, position: ScrollPosition): ScrollPosition {
  const virtual = clamp(position.virtual, 0, longestVirtual(geometry))
  return { physical: toPhysical(geometry, virtual), virtual }
}

/** Whether the track ends before the list does in some direction, so that the scrollbar must be settled at once. */
export function isStuck(geometry: ScrollGeometry, { physical, virtual }: ScrollPosition): boolean {
  if (!isShortened(geometry)) return false
  const isAtTop = physical <= 0 && virtual > 0
  const isAtBottom = physical >= longestPhysical(geometry) - 1 && virtual < longestVirtual(geometry) - 1
  return isAtTop || isAtBottom
}

/** The rows to draw, with `overscan` more on both sides. */
export function visibleRows(geometry: ScrollGeometry, virtual: number, overscan: number): RowRange {
  const { count, rowHeight, viewport } = geometry
  const first = clamp(Math.floor(virtual / rowHeight) - overscan, 0, count)
  const end = clamp(Math.ceil((virtual + viewport) / rowHeight) + overscan, first, count)
  return { first, end }
}

/** The virtual offset that shows a row, moving as little as possible. */
export function revealRow(geometry: ScrollGeometry, virtual: number, index: number): number {
  const { rowHeight, viewport } = geometry
  const top = index * rowHeight
  if (top < virtual) return top
  if (top + rowHeight > virtual + viewport) return clamp(top + rowHeight - viewport, 0, longestVirtual(geometry))
  return virtual
}

function toVirtual(geometry: ScrollGeometry, physical: number): number {
  const track = longestPhysical(geometry)
  return track <= 0 ? 0 : (clamp(physical, 0, track) / track) * longestVirtual(geometry)
}

function toPhysical(geometry: ScrollGeometry, virtual: number): number {
  const length = longestVirtual(geometry)
  return length <= 0 ? 0 : (virtual / length) * longestPhysical(geometry)
}

function longestVirtual({ count, rowHeight, viewport }: ScrollGeometry): number {
  return Math.max(0, count * rowHeight - viewport)
}

function longestPhysical(geometry: ScrollGeometry): number {
  return Math.max(0, trackHeight(geometry) - geometry.viewport)
}

function isShortened({ count, rowHeight }: ScrollGeometry): boolean {
  return count * rowHeight > TALLEST_TRACK
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
