import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { DropStrip } from '../new-job/drop-strip.tsx'
import { EmptyQueue } from '../new-job/empty-queue.tsx'
import { useIntakeStore } from '../new-job/intake-store.ts'
import { type JobSections, withoutHidden } from '../state/job-sections.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { useRemovalStore } from '../state/removal-store.ts'
import { JobList } from './job-list.tsx'
import { PauseAllButton } from './pause-all-button.tsx'
import styles from './queue-screen.module.css'
import { useCardKeys } from './use-card-keys.ts'

/** Every live job and the latest finished ones, or, with none yet, how to begin. */
export function QueueScreen() {
  const isConnected = useQueueStore(({ stats }) => stats !== undefined)
  const isPaused = useQueueStore(({ stats }) => stats?.isPaused === true)
  const sections = useVisibleSections()
  const showPaste = useIntakeStore((state) => state.showPaste)
  const onCardKeys = useCardKeys()
  const isEmpty = Object.values(sections).every((ids) => ids.length === 0)
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.title}>Queue</h1>
        <div className={styles.actions}>
          {(!isEmpty || isPaused) && <PauseAllButton />}
          <Button leftSection={<IconPlus size={15} stroke={2.2} aria-hidden />} onClick={() => showPaste(true)}>
            New job
          </Button>
        </div>
      </header>
      {isConnected && isEmpty && <EmptyQueue />}
      {!isEmpty && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the cards inside, which are buttons
        <div className={styles.jobs} onKeyDown={onCardKeys}>
          <DropStrip />
          <JobList sections={sections} />
        </div>
      )}
    </div>
  )
}

/** The sections without the jobs that were removed a moment ago. */
function useVisibleSections(): JobSections {
  const sections = useQueueStore((state) => state.sections)
  const hidden = useRemovalStore((state) => state.hidden)
  return useMemo(() => withoutHidden(sections, hidden), [sections, hidden])
}
