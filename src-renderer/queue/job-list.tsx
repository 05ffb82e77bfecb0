import { memo, type ReactNode } from 'react'
import type { JobSections } from '../state/job-sections.ts'
import { formatCount } from '../ui/format-number.ts'
import { JobCard } from './job-card.tsx'
import styles from './job-list.module.css'

export interface JobListProps {
  readonly sections: JobSections
}

/**
 * The job cards under the titles of their groups. Draws again only when a job comes, goes or moves. All stand in one
 * list: a card that moves to another group is still the same element, and keeps the focus and its open menu.
 */
export const JobList = memo(function JobList({ sections: { running, waiting, finished } }: JobListProps) {
  const rows = [...group('Running', running), ...group('Waiting', waiting), ...group('Just finished', finished)]
  return <div className={styles.list}>{rows}</div>
})

/** A title and its cards; nothing while there are none. */
function group(title: string, ids: readonly string[]): ReactNode[] {
  if (ids.length === 0) return []
  return [
    <h2 key={title} className={styles.title}>
      {title} · {formatCount(ids.length)}
    </h2>,
    ...ids.map((id) => <JobCard key={id} jobId={id} />),
  ]
}
