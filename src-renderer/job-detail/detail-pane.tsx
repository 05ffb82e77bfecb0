import { Drawer } from '@mantine/core'
import { type CSSProperties, useState } from 'react'
import { useUiStore } from '../state/ui-store.ts'
import styles from './detail-pane.module.css'
import { JobDetail } from './job-detail.tsx'
import { PaneDivider } from './pane-divider.tsx'
import { readPaneWidth, savePaneWidth } from './pane-width.ts'

export interface DetailPaneProps {
  /** Whether there is room beside the queue; without, the details lie over it. */
  readonly isWide: boolean
}

/** The details of the selected job: beside the queue, resizable, or over it in a small window. */
export function DetailPane({ isWide }: DetailPaneProps) {
  const selected = useUiStore((state) => state.selectedJobId)
  const proposed = useUiStore((state) => state.proposedJobId)
  const closeDetail = useUiStore((state) => state.closeDetail)
  const [width, setWidth] = useState(readPaneWidth)
  if (!isWide) {
    return (
      <Drawer.Root opened={selected !== undefined} onClose={closeDetail} position="right" size="28rem">
        <Drawer.Overlay />
        <Drawer.Content aria-label="Job details" className={styles.drawer}>
          {selected !== undefined && <JobDetail jobId={selected} onClose={closeDetail} />}
        </Drawer.Content>
      </Drawer.Root>
    )
  }
  const jobId = selected ?? proposed
  if (jobId === undefined) return null
  return (
    <aside className={styles.pane} aria-label="Job details" style={{ '--pane-width': `${width}px` } as CSSProperties}>
      <PaneDivider width={width} onWidth={setWidth} onWidthChosen={savePaneWidth} />
      <JobDetail jobId={jobId} onClose={closeDetail} />
    </aside>
  )
}
