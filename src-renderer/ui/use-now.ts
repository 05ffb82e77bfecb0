import { useEffect, useState } from 'react'

/** The time, again every `interval` milliseconds while `isActive`. */
export function useNow(interval: number, isActive: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isActive) return
    const timer = setInterval(() => setNow(Date.now()), interval)
    return () => clearInterval(timer)
  }, [interval, isActive])
  return now
}
