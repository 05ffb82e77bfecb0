import { UnstyledButton } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { isFinished, type JobSummary } from '../../src-preload/model.ts'
import { useUiStore } from '../state/ui-store.ts'
import styles from './card-title.module.css'
import { useCancelJob } from './use-cancel-job.ts'
import { usePauseJob } from './use-pause-job.ts'

export interface CardTitleProps {
  readonly id: string
  readonly job: JobSummary
  readonly isSelected: boolean
}

/** The name is a button that covers the whole card, so a click anywhere selects and the keyboard has one stop. */
export function CardTitle({ id, job, isSelected }: CardTitleProps) {
  const selectJob = useUiStore((state) => state.selectJob)
  const onKeyDown = useJobKeys(job)
  return (
    <h3 className={styles.heading}>
      <UnstyledButton
        id={id}
        className={styles.title}
        data-job-title={job.id}
        aria-pressed={isSelected}
        title={job.name}
        dir="auto"
        onClick={() => selectJob(job.id)}
        onKeyDown={onKeyDown}
      >
        {job.name}
      </UnstyledButton>
    </h3>
  )
}

/** Single keys, which count only while the card has the focus. */
function useJobKeys(job: JobSummary): (event: KeyboardEvent) => void {
  const cancelJob = useCancelJob()
  const pauseJob = usePauseJob()
  return (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
    if (!isPlain || isFinished(job.state)) return
    if (event.key === 'Delete') cancelJob.mutate(job)
    if (event.key.toLowerCase() === 'p' && !pauseJob.isPending) pauseJob.mutate(job)
  }
}
