import type { SkippedLine } from '../../src-preload/model.ts'
import { formatCount } from '../ui/format-number.ts'
import styles from './skipped-lines.module.css'

export interface SkippedLinesProps {
  readonly lines: readonly SkippedLine[]
  readonly total: number
}

/** The first skipped lines, each with where it stands and why it is not looked up. */
export function SkippedLines({ lines, total }: SkippedLinesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <ul className={styles.lines} tabIndex={0} aria-label="Skipped lines">
      {lines.map(({ line, reason, text }) => (
        <li key={`${line} ${reason} ${text}`}>
          <span className={styles.place}>Line {formatCount(line)}</span>
          <span className={styles.reason}>{reason}</span>
          {text !== '' && (
            <span className={styles.text} dir="auto">
              {text}
            </span>
          )}
        </li>
      ))}
      {total > lines.length && <li className={styles.reason}>and {formatCount(total - lines.length)} more</li>}
    </ul>
  )
}
