import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './notice-box.module.css'

export interface NoticeBoxProps {
  readonly tone: 'failed' | 'neutral'
  readonly children: ReactNode
}

/** A short message in place: what happened and what to do. */
export function NoticeBox({ tone, children }: NoticeBoxProps) {
  const Icon = tone === 'failed' ? IconAlertTriangle : IconInfoCircle
  return (
    <div className={styles.box} data-tone={tone} role={tone === 'failed' ? 'alert' : undefined}>
      <Icon size={18} stroke={1.8} className={styles.icon} aria-hidden />
      <div className={styles.text}>{children}</div>
    </div>
  )
}
