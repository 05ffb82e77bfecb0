import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useId } from 'react'
import { ALL_FIELDS, type Field, fieldSchema, type Priority, prioritySchema } from '../../src-preload/model.ts'
import { FIELD_LABELS } from '../ui/field-labels.ts'
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts'
import styles from './job-options.module.css'

const PRIORITIES = [
  { value: 'low', label: 'Low' },
  { value: 'normal', label: 'Normal' },
  { value: 'high', label: 'High' },
]

export interface JobOptionsProps {
  readonly name: string
  readonly onName: (name: string) => void
  readonly fields: readonly Field[]
  readonly onFields: (fields: readonly Field[]) => void
  readonly priority: Priority
  readonly onPriority: (priority: Priority) => void
}

/** The choices for a new job: its name, what to ask about every word, how urgent it is. */
export function JobOptions({ name, onName, fields, onFields, priority, onPriority }: JobOptionsProps) {
  const priorityId = useId()
  const nameRef = useFocusOnMount<HTMLInputElement>()
  return (
    <div className={styles.panel}>
      <TextInput
        label="Job name"
        value={name}
        maxLength={200}
        ref={nameRef}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <Checkbox.Group
        label="For every word"
        value={[...fields]}
        error={fields.length === 0 ? 'Choose at least one.' : undefined}
        onChange={(values) => onFields(ALL_FIELDS.filter((field) => values.includes(field)))}
      >
        <div className={styles.fields}>
          {fieldSchema.options.map((field) => (
            <Checkbox key={field} value={field} label={FIELD_LABELS[field]} size="xs" />
          ))}
        </div>
      </Checkbox.Group>
      <div>
        <p className={styles.label} id={priorityId}>
          Priority
        </p>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby={priorityId}
          data={PRIORITIES}
          value={priority}
          onChange={(value) => onPriority(prioritySchema.parse(value))}
        />
      </div>
    </div>
  )
}
