import { Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useQueueStore } from '../state/queue-store.ts'
import styles from './connection-banner.module.css'

/** Short breaks heal unseen; only a longer one is worth a word. */
const PATIENCE = 700

/** Says calmly that main can't be reached, or why it refuses; jobs go on there and the page catches up by itself. */
export function ConnectionBanner() {
  const status = useQueueStore((state) => state.status)
  const problem = useQueueStore((state) => state.problem)
  const [isLate, setIsLate] = useState(false)
  useEffect(() => {
    setIsLate(false)
    if (status === 'live') return
    const timer = setTimeout(() => setIsLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [status])
  if (status === 'live' || !isLate) return null
  const sentence = status === 'lost' ? 'Connection lost. Trying again…' : 'Connecting to Wordmill…'
  return (
    <div className={styles.banner} role="status">
      <Loader size={14} color="currentColor" aria-hidden />
      <span>{problem ?? sentence}</span>
    </div>
  )
}
