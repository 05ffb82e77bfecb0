import { Button } from '@mantine/core'
import { IconArrowBigDownFilled } from '@tabler/icons-react'
import { useId } from 'react'
import styles from './empty-queue.module.css'
import { openFilePicker } from './intake-points.tsx'
import { useIntakeStore } from './intake-store.ts'
import { SampleLists } from './sample-lists.tsx'

const STEPS = ['Drop a list', 'Check what was found', 'Export to CSV or JSONL']

/** What a person sees first: where to drop, what happens then, and lists to try without having one. */
export function EmptyQueue() {
  const showPaste = useIntakeStore((state) => state.showPaste)
  const headingId = useId()
  return (
    <div className={styles.page}>
      <section className={styles.zone} aria-labelledby={headingId}>
        <IconArrowBigDownFilled size={44} aria-hidden />
        <h2 className={styles.title} id={headingId}>
          Drop a word list
        </h2>
        <p className={styles.hint}>One word a line, or a CSV table. Wordmill looks every word up.</p>
        <div className={styles.actions}>
          <Button onClick={openFilePicker}>Choose a file</Button>
          <Button variant="default" onClick={() => showPaste(true)}>
            Paste words
          </Button>
        </div>
      </section>
      <ol className={styles.steps}>
        {STEPS.map((step, index) => (
          <li key={step}>
            <b>{index + 1}</b> {step}
          </li>
        ))}
      </ol>
      <SampleLists />
      <p className={styles.hint}>Works offline, without an account.</p>
    </div>
  )
}
