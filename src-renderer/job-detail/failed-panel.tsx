import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { JobSummary } from '../../src-preload/model.ts'
import { canRetryFailed, useRetryFailed } from '../queue/use-retry-failed.ts'
import { countNoun } from '../ui/format-number.ts'
import styles from './failed-panel.module.css'
import { WordsPanel } from './words-panel.tsx'

/** The words that failed, and the way to try them again. */
export function FailedPanel({ job }: { readonly job: JobSummary }) {
  const retryFailed = useRetryFailed()
  return (
    <>
      {canRetryFailed(job) && (
        <div className={styles.offer}>
          <span>{countNoun(job.counts.failed, 'word')} failed.</span>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconRefresh size={14} stroke={2} aria-hidden />}
            onClick={() => retryFailed.mutate(job)}
          >
            Retry these
          </Button>
        </div>
      )}
      <WordsPanel job={job} state="failed" />
    </>
  )
}
