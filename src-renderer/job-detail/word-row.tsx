// biome-ignore-all lint/a11y/useSemanticElements: a virtual list can't be a table; the ARIA grid pattern says what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names its active row
import { memo } from 'react'
import type { RequestRow } from '../../src-preload/model.ts'
import { rowStatus } from './row-status.ts'
import styles from './word-row.module.css'

/** Pixels a row is high; `word-row.module.css` draws it so. */
export const ROW_HEIGHT = 34

export interface WordRowProps {
  readonly id: string
  readonly index: number
  /** Undefined while its page is on the way. */
  readonly row: RequestRow | undefined
  readonly isSelected: boolean
  /** Whether the job has ended, so that a word without an answer will not get one. */
  readonly isFinished: boolean
  readonly onSelect: (position: number) => void
}

/** One word: itself, the first thing known about it, and what became of it. */
export const WordRow = memo(function WordRow({ id, index, row, isSelected, isFinished, onSelect }: WordRowProps) {
  if (row === undefined) {
    return (
      <div id={id} className={styles.row} role="row" aria-rowindex={index + 1} aria-busy>
        <span role="gridcell" className={styles.placeholder} aria-label="Loading" />
      </div>
    )
  }
  const { text, tone } = rowStatus(row, isFinished)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for all its rows
    <div
      id={id}
      className={styles.row}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      data-selected={isSelected}
      onClick={() => onSelect(row.position)}
    >
      <span role="gridcell" className={styles.word} dir="auto" title={row.word}>
        {row.word}
      </span>
      <span role="gridcell" className={styles.gist} dir="auto">
        {gistOf(row)}
      </span>
      <span role="gridcell" className={styles.status} data-tone={tone}>
        {text}
      </span>
    </div>
  )
})

function gistOf({ state, gist, fault }: RequestRow): string {
  if (state === 'failed') return fault?.message ?? gist ?? ''
  if (state === 'not-found') return gist === undefined ? 'no entry found' : `did you mean ${gist}?`
  return gist ?? ''
}
