import { memo } from 'react'
import { formatCount } from '../ui/format-number.ts'
import { JobCard } from './job-card.tsx'
import styles from './job-section.module.css'

export interface JobSectionProps {
  readonly title: string
  readonly ids: readonly string[]
}

/** A titled group of job cards; nothing while it is empty. Draws again only when a job comes, goes or moves. */
export const JobSection = memo(function JobSection({ title, ids }: JobSectionProps) {
  if (ids.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>
        {title} · {formatCount(ids.length)}
      </h2>
      {ids.map((id) => (
        <JobCard key={id} jobId={id} />
      ))}
    </section>
  )
})
