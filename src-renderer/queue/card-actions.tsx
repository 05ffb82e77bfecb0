import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconX } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import { isFinished, type JobSummary } from '../../src-preload/model.ts'
import styles from './card-actions.module.css'
import { focusOwnCard } from './card-focus.ts'
import { ExportMenu } from './export-menu.tsx'
import { JobMenu } from './job-menu.tsx'
import { useCancelJob } from './use-cancel-job.ts'
import { usePauseJob } from './use-pause-job.ts'
import { canRetryFailed, useRetryFailed } from './use-retry-failed.ts'

/** The buttons on a card: what is wanted most often of a job in its state, and the menu with the rest. */
export function CardActions({ job }: { readonly job: JobSummary }) {
  const hasEnded = isFinished(job.state)
  return (
    <>
      {hasEnded && canRetryFailed(job) && <RetryButton job={job} />}
      {job.counts.answered > 0 && <ExportMenu job={job} />}
      <div className={styles.icons}>
        {!hasEnded && <PauseButton job={job} />}
        {!hasEnded && <CancelButton job={job} />}
        <JobMenu job={job} />
      </div>
    </>
  )
}

function RetryButton({ job }: { readonly job: JobSummary }) {
  const retryFailed = useRetryFailed()
  const onClick = (event: MouseEvent<HTMLElement>) => {
    focusOwnCard(event.currentTarget)
    retryFailed.mutate(job)
  }
  return (
    <Button className={styles.action} variant="subtle" color="gray" size="compact-sm" onClick={onClick}>
      Retry failed
    </Button>
  )
}

/** One button with two names, so that the focus stays on it. It is never disabled, which would drop the focus. */
function PauseButton({ job }: { readonly job: JobSummary }) {
  const pauseJob = usePauseJob()
  const isPaused = job.state === 'paused'
  const Icon = isPaused ? IconPlayerPlayFilled : IconPlayerPauseFilled
  return (
    <Tooltip label={isPaused ? 'Resume (P)' : 'Pause (P)'}>
      <ActionIcon
        className={styles.action}
        variant="subtle"
        color="gray"
        aria-label={isPaused ? 'Resume job' : 'Pause job'}
        onClick={() => pauseJob.mutate(job)}
      >
        <Icon size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function CancelButton({ job }: { readonly job: JobSummary }) {
  const cancelJob = useCancelJob()
  const onClick = (event: MouseEvent<HTMLElement>) => {
    focusOwnCard(event.currentTarget)
    cancelJob.mutate(job)
  }
  return (
    <Tooltip label="Cancel; finished words are kept">
      <ActionIcon className={styles.action} variant="subtle" color="gray" aria-label="Cancel job" onClick={onClick}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
