import type { ReactNode } from 'react'
import styles from './badge.module.css'

export type BadgeTone = 'primary' | 'failed' | 'missing' | 'neutral'

/** A small coloured word; the word carries the meaning. */
export function Badge({ tone, children }: { readonly tone: BadgeTone; readonly children: ReactNode }) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  )
}
