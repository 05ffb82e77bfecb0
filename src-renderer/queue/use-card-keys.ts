import { type KeyboardEvent, useCallback } from 'react'
import { CARD_TITLE } from './card-focus.ts'

/** Up and down, Home and End move between the titles of the job cards. */
export function useCardKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const titles = [...event.currentTarget.querySelectorAll<HTMLElement>(CARD_TITLE)]
    const current = titles.indexOf(document.activeElement as HTMLElement)
    if (current < 0) return
    const next = nextIndex(event.key, current, titles.length)
    if (next === undefined) return
    event.preventDefault()
    titles[next]?.focus()
  }, [])
}

function nextIndex(key: string, current: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(count - 1, current + 1)
  if (key === 'ArrowUp') return Math.max(0, current - 1)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
