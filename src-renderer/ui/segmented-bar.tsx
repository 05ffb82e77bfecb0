import type { CSSProperties } from 'react'
import type { JobCounts } from '../../src-preload/model.ts'
import { formatCount } from './format-number.ts'
import styles from './segmented-bar.module.css'
import { barSegments, wordsDone } from './segments.ts'

export interface SegmentedBarProps {
  readonly counts: JobCounts
  readonly label: string
}

/** How far a job is and what became of its words. Colour is an extra: the same counts stand in words beside it. */
export function SegmentedBar({ counts, label }: SegmentedBarProps) {
  const done = wordsDone(counts)
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={counts.total}
      aria-valuenow={done}
      aria-valuetext={`${formatCount(done)} of ${formatCount(counts.total)} words`}
    >
      {barSegments(counts).map(({ kind, width }) => (
        <div key={kind} className={styles[kind]} style={{ '--segment-width': `${width}%` } as CSSProperties} />
      ))}
    </div>
  )
}
