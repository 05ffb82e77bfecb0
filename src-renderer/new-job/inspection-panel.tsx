import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { ListInspection } from '../../src-preload/model.ts'
import { countNoun, formatCount } from '../ui/format-number.ts'
import { ColumnChooser } from './column-chooser.tsx'
import styles from './inspection-panel.module.css'
import { SkippedLines } from './skipped-lines.tsx'

export interface InspectionPanelProps {
  readonly inspection: ListInspection
  readonly isReading: boolean
  readonly onColumn: (column: number) => void
}

/** What Wordmill understood of the list: how many words, what became of the other lines, the first words. */
export function InspectionPanel({ inspection, isReading, onColumn }: InspectionPanelProps) {
  const { words, sample, columns, column } = inspection
  return (
    <div className={styles.panel} aria-busy={isReading}>
      <p className={styles.format}>{formatLine(inspection)}</p>
      <ListCounts inspection={inspection} />
      {columns !== undefined && columns.length > 1 && (
        <ColumnChooser columns={columns} column={column ?? 0} onColumn={onColumn} />
      )}
      <h3 className={styles.heading}>First words</h3>
      <ol className={styles.sample}>
        {sample.map((word) => (
          <li key={word} dir="auto">
            {word}
          </li>
        ))}
        {words > sample.length && <li className={styles.more}>and {formatCount(words - sample.length)} more</li>}
      </ol>
    </div>
  )
}

/** How many words, and what became of the other lines. */
function ListCounts({ inspection: { words, report, skippedLines } }: { readonly inspection: ListInspection }) {
  const [isSkippedOpen, setIsSkippedOpen] = useState(false)
  const skippedId = useId()
  return (
    <>
      <div className={styles.tiles}>
        <Tile value={words} label={words === 1 ? 'word to look up' : 'words to look up'} />
        <Tile value={report.merged} label={report.merged === 1 ? 'duplicate merged' : 'duplicates merged'} />
        <Tile value={report.skipped} label={report.skipped === 1 ? 'line skipped' : 'lines skipped'}>
          {report.skipped > 0 && (
            <UnstyledButton
              className={styles.show}
              aria-expanded={isSkippedOpen}
              aria-controls={skippedId}
              onClick={() => setIsSkippedOpen(!isSkippedOpen)}
            >
              {isSkippedOpen ? 'hide' : 'show'}
            </UnstyledButton>
          )}
        </Tile>
      </div>
      <div id={skippedId}>{isSkippedOpen && <SkippedLines lines={skippedLines} total={report.skipped} />}</div>
    </>
  )
}

interface TileProps {
  readonly value: number
  readonly label: string
  readonly children?: ReactNode
}

function Tile({ value, label, children }: TileProps) {
  return (
    <div className={styles.tile}>
      <strong className={styles.value}>{formatCount(value)}</strong>
      <span className={styles.label}>
        {label}
        {children !== undefined && children !== false && <> · {children}</>}
      </span>
    </div>
  )
}

function formatLine({ format, encoding, report, columns }: ListInspection): string {
  const kind = format === 'csv' ? 'CSV table' : 'Plain text'
  const parts = [kind, countNoun(report.lines, 'line'), encoding]
  if (columns !== undefined) parts.splice(1, 0, countNoun(columns.length, 'column'))
  return parts.join(' · ')
}
