// biome-ignore-all lint/a11y/useSemanticElements: a virtual list can't be a table; the ARIA grid pattern says what it is
import { type CSSProperties, type KeyboardEvent, useId } from 'react'
import type { ResultPages } from './use-result-pages.ts'
import type { WindowedRows } from './use-windowed-rows.ts'
import styles from './word-grid.module.css'
import { WordRow } from './word-row.tsx'

export interface WordGridProps {
  readonly label: string
  readonly count: number
  readonly rows: WindowedRows
  readonly pages: ResultPages
  /** Position in the job of the selected word. */
  readonly selected: number | undefined
  readonly isFinished: boolean
  readonly onSelect: (position: number) => void
  /** Called for Enter: goes on to the entry of the selected word. */
  readonly onOpen: () => void
}

/** A grid of any length with one stop for the keyboard: arrows, PageUp, PageDown, Home and End move in it. */
export function WordGrid({ label, count, rows, pages, selected, isFinished, onSelect, onOpen }: WordGridProps) {
  const gridId = useId()
  const { range, scrollRef } = rows
  const onKeyDown = useGridKeys({ count, rows, pages, selected, onSelect, onOpen })
  const indexes = Array.from({ length: range.end - range.first }, (_, offset) => range.first + offset)
  const active = indexes.find((index) => selected !== undefined && pages.rowAt(index)?.position === selected)
  return (
    <div
      ref={scrollRef}
      className={styles.viewport}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count}
      aria-readonly
      aria-activedescendant={active === undefined ? undefined : `${gridId}-${active}`}
      onKeyDown={onKeyDown}
    >
      <div className={styles.track} style={{ '--track-height': `${rows.height}px` } as CSSProperties}>
        <div className={styles.window} style={{ '--window-top': `${rows.top}px` } as CSSProperties}>
          {indexes.map((index) => (
            <WordRow
              key={index}
              id={`${gridId}-${index}`}
              index={index}
              row={pages.rowAt(index)}
              isSelected={index === active}
              isFinished={isFinished}
              onSelect={onSelect}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

type GridKeysOptions = Pick<WordGridProps, 'count' | 'rows' | 'pages' | 'selected' | 'onSelect' | 'onOpen'>

function useGridKeys({ count, rows, pages, selected, onSelect, onOpen }: GridKeysOptions) {
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') onOpen()
    const current = selected === undefined ? 0 : (pages.indexOf(selected) ?? selected)
    const next = nextRow(event.key, Math.min(current, count - 1), count, rows.rowsOnScreen)
    if (next === undefined) return
    event.preventDefault()
    rows.reveal(next)
    // In the whole list a word's place is its index; in a narrowed one it is known once its row is here.
    const row = pages.rowAt(next)
    onSelect(row?.position ?? next)
  }
}

function nextRow(key: string, current: number, count: number, page: number): number | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, current + 1)
    case 'ArrowUp':
      return Math.max(0, current - 1)
    case 'PageDown':
      return Math.min(last, current + page)
    case 'PageUp':
      return Math.max(0, current - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
