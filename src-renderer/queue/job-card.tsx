import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, useId } from 'react'
import type { Fault, JobState } from '../../src-preload/model.ts'
import { engineHold } from '../state/engine-state.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { useUiStore } from '../state/ui-store.ts'
import { SegmentedBar } from '../ui/segmented-bar.tsx'
import { CardActions } from './card-actions.tsx'
import { CardTitle } from './card-title.tsx'
import styles from './job-card.module.css'
import { JobFacts } from './job-facts.tsx'
import { PriorityBadge } from './priority-badge.tsx'

/** One job: what it is, how far it is, and what can be done with it. Draws again only for its own diffs. */
export const JobCard = memo(function JobCard({ jobId }: { readonly jobId: string }) {
  const job = useQueueStore((state) => state.byId.get(jobId))
  const isSelected = useUiStore((state) => (state.selectedJobId ?? state.proposedJobId) === jobId)
  const isHeld = useQueueStore(({ stats }) => engineHold(stats) !== undefined)
  const titleId = useId()
  if (job === undefined) return null
  return (
    <article
      className={styles.card}
      aria-labelledby={titleId}
      data-selected={isSelected}
      data-still={job.state === 'paused' || (job.state === 'running' && isHeld)}
    >
      <div className={styles.head}>
        <CardTitle id={titleId} job={job} isSelected={isSelected} />
        <PriorityBadge priority={job.priority} />
        <span className={styles.provider}>{job.provider.name}</span>
        <CardActions job={job} />
      </div>
      <SegmentedBar counts={job.counts} label={`Progress of ${job.name}`} />
      <JobFacts job={job} />
      {job.fault !== undefined && <JobFault fault={job.fault} state={job.state} />}
    </article>
  )
})

interface JobFaultProps {
  readonly fault: Fault
  readonly state: JobState
}

/** Why the job failed or waits, and what helps: main's own sentence. */
function JobFault({ fault, state }: JobFaultProps) {
  return (
    <p className={styles.fault} data-tone={state === 'failed' ? 'failed' : 'waiting'}>
      <IconAlertTriangle size={15} stroke={2} className={styles.faultIcon} aria-hidden />
      <span>{fault.message}</span>
    </p>
  )
}
