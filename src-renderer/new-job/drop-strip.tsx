import { Button } from '@mantine/core'
import { IconArrowBigDownFilled } from '@tabler/icons-react'
import styles from './drop-strip.module.css'
import { openFilePicker } from './intake-points.tsx'
import { useIntakeStore } from './intake-store.ts'

/** The way in for one who knows it already: a strip above the jobs. */
export function DropStrip() {
  const showPaste = useIntakeStore((state) => state.showPaste)
  return (
    <section className={styles.strip} aria-label="Drop a word list">
      <IconArrowBigDownFilled size={22} className={styles.arrow} aria-hidden />
      <div className={styles.text}>
        <p className={styles.title}>Drop a word list here</p>
        <p className={styles.hint}>Text or CSV, up to a million words a job.</p>
      </div>
      <div className={styles.actions}>
        <Button variant="default" onClick={openFilePicker}>
          Choose a file
        </Button>
        <Button variant="default" onClick={() => showPaste(true)}>
          Paste words
        </Button>
      </div>
    </section>
  )
}
