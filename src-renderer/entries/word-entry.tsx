import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { RequestDetail } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { errorMessage } from '../ui/error-message.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { EntryCard } from './entry-card.tsx'
import { MissingWord } from './missing-word.tsx'
import styles from './word-entry.module.css'

export interface WordEntryProps {
  readonly id: string
  readonly jobId: string
  readonly position: number
  /** Whether the word may still be answered. */
  readonly isLive: boolean
  /** When the job ended; a job that was retried ends again. */
  readonly endedAt: number | undefined
}

/** Everything known about one word of a job. */
export function WordEntry({ id, jobId, position, isLive, endedAt }: WordEntryProps) {
  const { data, error } = useQuery({
    // Read once more when the job ends: what was pending at the last look has its answer now.
    queryKey: ['result', jobId, position, isLive ? 'live' : endedAt],
    queryFn: ({ signal }) => client.jobs.result({ jobId, position }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    staleTime: ({ state }) => (state.data?.state === 'pending' ? 0 : Number.POSITIVE_INFINITY),
    refetchInterval: ({ state }) => (isLive && state.data?.state === 'pending' ? 500 : false),
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section id={id} className={styles.entry} aria-label="Entry" tabIndex={0}>
      {error !== null && <NoticeBox tone="failed">{errorMessage(error)}</NoticeBox>}
      {error === null && data !== undefined && <EntryBody detail={data} isLive={isLive} />}
    </section>
  )
}

function EntryBody({ detail, isLive }: { readonly detail: RequestDetail; readonly isLive: boolean }) {
  if (detail.state === 'entry' && detail.entry !== undefined)
    return <EntryCard word={detail.word} entry={detail.entry} />
  return <MissingWord detail={detail} isLive={isLive} />
}
