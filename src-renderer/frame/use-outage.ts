import { useEffect, useState } from 'react'
import type { FeedStatus } from '../state/queue-store.ts'

/** How long main has been out of reach: a moment that heals unseen, long enough for a word, most likely for good. */
export type Outage = 'none' | 'brief' | 'noticed' | 'lasting'

const NOTICED_AFTER = 700
const LASTING_AFTER = 10_000

export function useOutage(status: FeedStatus): Outage {
  const [outage, setOutage] = useState<Outage>('brief')
  useEffect(() => {
    setOutage('brief')
    if (status === 'live') return
    const noticed = setTimeout(() => setOutage('noticed'), NOTICED_AFTER)
    const lasting = setTimeout(() => setOutage('lasting'), LASTING_AFTER)
    return () => {
      clearTimeout(noticed)
      clearTimeout(lasting)
    }
  }, [status])
  return status === 'live' ? 'none' : outage
}
