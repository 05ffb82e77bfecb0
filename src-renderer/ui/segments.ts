import type { JobCounts } from '../../src-preload/model.ts'

export type SegmentKind = 'answered' | 'cached' | 'notFound' | 'failed' | 'inFlight'

export interface Segment {
  readonly kind: SegmentKind
  readonly words: number
  /** Width in percent of the bar. */
  readonly width: number
}

/** Narrowest a part may be drawn, in percent: one failed word of a million stays visible. */
const NARROWEST = 0.6

/** Words that ended, whatever became of them. */
export function wordsDone({ answered, notFound, failed }: JobCounts): number {
  return answered + notFound + failed
}

/**
 * The parts of a job's bar, left to right; empty parts are left out. Tiny parts are widened to stay visible and the
 * rest gives way, so the widths never add up to more than 100.
 */
export function barSegments(counts: JobCounts): Segment[] {
  const { total, answered, notFound, failed, inFlight } = counts
  if (total <= 0) return []
  const cached = Math.min(counts.cached, answered)
  const inFlightShown = Math.min(inFlight, Math.max(0, total - wordsDone(counts)))
  const parts: [SegmentKind, number][] = [
    ['answered', answered - cached],
    ['cached', cached],
    ['notFound', notFound],
    ['failed', failed],
    ['inFlight', inFlightShown],
  ]
  const segments = parts
    .filter(([, words]) => words > 0)
    .map(([kind, words]) => ({ kind, words, width: Math.max(NARROWEST, (words / total) * 100) }))
  const sum = segments.reduce((all, segment) => all + segment.width, 0)
  const scale = sum > 100 ? 100 / sum : 1
  return segments.map((segment) => ({ ...segment, width: segment.width * scale }))
}
