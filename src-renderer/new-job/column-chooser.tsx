import { Chip, NativeSelect } from '@mantine/core'
import { useId } from 'react'
import styles from './column-chooser.module.css'
import { columnLabel } from './column-label.ts'

/** More columns than this are a list to pick from rather than buttons to scan. */
const MOST_CHIPS = 8

export interface ColumnChooserProps {
  readonly columns: readonly string[]
  readonly column: number
  readonly onColumn: (column: number) => void
}

/** Asks which column of a table holds the words, with the likely one chosen. */
export function ColumnChooser({ columns, column, onColumn }: ColumnChooserProps) {
  const labelId = useId()
  const options = columns.map((name, index) => ({ value: String(index), label: columnLabel(name, index) }))
  const choose = (value: string) => onColumn(Number(value))
  return (
    <div className={styles.chooser}>
      <h3 className={styles.heading} id={labelId}>
        Which column holds the words?
      </h3>
      {columns.length > MOST_CHIPS ? (
        <NativeSelect
          aria-labelledby={labelId}
          data={options}
          value={String(column)}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      ) : (
        <Chip.Group multiple={false} value={String(column)} onChange={choose}>
          <div className={styles.chips} role="radiogroup" aria-labelledby={labelId}>
            {options.map(({ value, label }) => (
              <Chip key={value} value={value} size="xs" radius="md" className={styles.chip}>
                {label}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      )}
    </div>
  )
}
