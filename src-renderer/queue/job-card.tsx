import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, memo, useId } from 'react'
import type { JobSummary } from '../../src-preload/model.ts'
import { isFinished } from '../state/job-sections.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { useUiStore } from '../state/ui-store.ts'
import { SegmentedBar } from '../ui/segmented-bar.tsx'
import { ExportMenu } from './export-menu.tsx'
import styles from './job-card.module.css'
import { JobFacts } from './job-facts.tsx'
import { PriorityBadge } from './priority-badge.tsx'
import { useCancelJob } from './use-cancel-job.ts'

/** One job: what it is, how far it is, and what can be done with it. Draws again only for its own diffs. */
export const JobCard = memo(function JobCard({ jobId }: { readonly jobId: string }) {
  const job = useQueueStore((state) => state.byId.get(jobId))
  const isSelected = useUiStore((state) => (state.selectedJobId ?? state.proposedJobId) === jobId)
  const titleId = useId()
  const cancelJob = useCancelJob()
  if (job === undefined) return null
  const canCancel = !isFinished(job.state)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' && canCancel) cancelJob.mutate(job)
  }
  return (
    <article className={styles.card} aria-labelledby={titleId} data-selected={isSelected} data-state={job.state}>
      <div className={styles.head}>
        <CardTitle job={job} titleId={titleId} isSelected={isSelected} onKeyDown={onKeyDown} />
        <PriorityBadge priority={job.priority} />
        <span className={styles.provider}>{job.provider.name}</span>
        {job.counts.answered > 0 && <ExportMenu job={job} />}
        {canCancel && (
          <Tooltip label="Cancel; finished words are kept">
            <ActionIcon
              className={styles.action}
              variant="subtle"
              color="gray"
              aria-label="Cancel job"
              loading={cancelJob.isPending}
              onClick={() => cancelJob.mutate(job)}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <SegmentedBar counts={job.counts} label={`Progress of ${job.name}`} />
      <JobFacts job={job} />
      {job.fault !== undefined && (
        <p className={styles.fault} data-tone={job.state === 'failed' ? 'failed' : 'waiting'}>
          {job.fault.message}
        </p>
      )}
    </article>
  )
})

interface CardTitleProps {
  readonly job: JobSummary
  readonly titleId: string
  readonly isSelected: boolean
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The name is a button that covers the whole card, so a click anywhere selects and the keyboard has one stop. */
function CardTitle({ job, titleId, isSelected, onKeyDown }: CardTitleProps) {
  const selectJob = useUiStore((state) => state.selectJob)
  return (
    <h3 className={styles.heading}>
      <UnstyledButton
        id={titleId}
        className={styles.title}
        data-job-title
        aria-pressed={isSelected}
        title={job.name}
        dir="auto"
        onClick={() => selectJob(job.id)}
        onKeyDown={onKeyDown}
      >
        {job.name}
      </UnstyledButton>
    </h3>
  )
}
