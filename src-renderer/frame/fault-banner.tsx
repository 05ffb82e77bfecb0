import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useQueueStore } from '../state/queue-store.ts'
import styles from './fault-banner.module.css'

/** A disk that is full is now and then not full for a moment: the banner outlasts that, and is not said again. */
const LINGER = 3_000

/** Says on top of every screen why no work can be done at all. Main's sentence tells what helps. */
export function FaultBanner() {
  const message = useLingering(useQueueStore(({ stats }) => stats?.fault?.message))
  if (message === undefined) return null
  return (
    <div className={styles.banner} role="alert">
      <IconAlertTriangleFilled size={16} className={styles.icon} aria-hidden />
      <span>{message}</span>
    </div>
  )
}

/** The value, and for a while after it is gone the last one there was. */
function useLingering(value: string | undefined): string | undefined {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    if (value !== undefined) {
      setShown(value)
      return
    }
    const timer = setTimeout(() => setShown(undefined), LINGER)
    return () => clearTimeout(timer)
  }, [value])
  return value ?? shown
}
