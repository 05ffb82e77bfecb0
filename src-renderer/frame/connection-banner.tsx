import { Loader } from '@mantine/core'
import { backend } from '../state/backend.ts'
import { useQueueStore } from '../state/queue-store.ts'
import styles from './connection-banner.module.css'
import { useOutage } from './use-outage.ts'

/** Says calmly that main can't be reached, or why it refuses; jobs go on there and the page catches up by itself. */
export function ConnectionBanner() {
  const status = useQueueStore((state) => state.status)
  const problem = useQueueStore((state) => state.problem)
  const outage = useOutage(status)
  if (outage === 'none' || outage === 'brief') return null
  // A first connection may take its time; one that was there and stays away has lost its other end.
  const isGone = status === 'lost' && outage === 'lasting' && problem === undefined
  const trying = status === 'lost' ? 'Connection lost. Trying again…' : 'Connecting to Wordmill…'
  return (
    <div className={styles.banner} role="status">
      {!isGone && <Loader size={14} color="currentColor" aria-hidden />}
      <span>{problem ?? (isGone ? backend.goneSentence : trying)}</span>
    </div>
  )
}
