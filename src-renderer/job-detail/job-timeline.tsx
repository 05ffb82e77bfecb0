import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { MAX_WINDOW } from '../../src-preload/contract.ts'
import { isFinished, type JobEvent, type JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { errorMessage } from '../ui/error-message.ts'
import { formatClock } from '../ui/format-time.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { describeEvent } from './describe-event.ts'
import styles from './job-timeline.module.css'

/** A job with more events than this shows the earliest ones. */
const MOST_PAGES = 8

/** What happened to a job, in order. */
export function JobTimeline({ job }: { readonly job: JobSummary }) {
  const { data, error } = useQuery({
    // A job that was retried ends again, perhaps before anything of it was seen.
    queryKey: ['events', job.id, job.state, job.finishedAt],
    queryFn: ({ signal }) => readEvents(job.id, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: isFinished(job.state) ? false : 2_000,
  })
  if (error !== null) {
    return (
      <div className={styles.problem}>
        <NoticeBox tone="failed">{errorMessage(error)}</NoticeBox>
      </div>
    )
  }
  const told = (data ?? []).filter(({ type }) => type !== 'job:progress')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <ol className={styles.events} tabIndex={0} aria-label="Events">
      {told.map((event) => {
        const { title, detail } = describeEvent(event)
        return (
          <li key={event.id} className={styles.event} data-type={event.type}>
            <time className={styles.time} dateTime={new Date(event.at).toISOString()}>
              {formatClock(event.at)}
            </time>
            <span>
              {title}
              {detail !== '' && <span className={styles.detail}> {detail}</span>}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

async function readEvents(jobId: string, signal: AbortSignal): Promise<JobEvent[]> {
  const events: JobEvent[] = []
  for (let page = 0; page < MOST_PAGES; page++) {
    const after = events.at(-1)?.id ?? 0
    const next = await client.jobs.events({ jobId, after, limit: MAX_WINDOW }, { signal })
    events.push(...next)
    if (next.length < MAX_WINDOW) break
  }
  return events
}
