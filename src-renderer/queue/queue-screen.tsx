import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { DropStrip } from '../new-job/drop-strip.tsx'
import { EmptyQueue } from '../new-job/empty-queue.tsx'
import { useIntakeStore } from '../new-job/intake-store.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { JobSection } from './job-section.tsx'
import styles from './queue-screen.module.css'
import { useCardKeys } from './use-card-keys.ts'

/** Every live job and the latest finished ones, or, with none yet, how to begin. */
export function QueueScreen() {
  const isConnected = useQueueStore(({ stats }) => stats !== undefined)
  const { running, waiting, finished } = useQueueStore((state) => state.sections)
  const showPaste = useIntakeStore((state) => state.showPaste)
  const onCardKeys = useCardKeys()
  const isEmpty = running.length + waiting.length + finished.length === 0
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.title}>Queue</h1>
        <Button leftSection={<IconPlus size={15} stroke={2.2} aria-hidden />} onClick={() => showPaste(true)}>
          New job
        </Button>
      </header>
      {isConnected && isEmpty && <EmptyQueue />}
      {!isEmpty && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the cards inside, which are buttons
        <div className={styles.jobs} onKeyDown={onCardKeys}>
          <DropStrip />
          <JobSection title="Running" ids={running} />
          <JobSection title="Waiting" ids={waiting} />
          <JobSection title="Just finished" ids={finished} />
        </div>
      )}
    </div>
  )
}
