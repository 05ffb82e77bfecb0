import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ALL_FIELDS, type Field, type ListInspection, type Priority } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { useUiStore } from '../state/ui-store.ts'
import { errorCode, errorMessage } from '../ui/error-message.ts'
import { NoticeBox } from '../ui/notice-box.tsx'
import { submitOnCtrlEnter } from '../ui/submit-on-ctrl-enter.ts'
import { WIDE_WINDOW } from '../ui/wide-window.ts'
import styles from './confirm-form.module.css'
import { InspectionPanel } from './inspection-panel.tsx'
import { JobOptions } from './job-options.tsx'

export interface ConfirmFormProps {
  readonly inspection: ListInspection
  /** Whether another column is being read, while the counts still show the one before. */
  readonly isReading: boolean
  readonly onColumn: (column: number) => void
  readonly onExpired: () => void
  readonly onClose: (submittedListId?: string) => void
}

/** What was found on the left, what to do with it on the right, and the one button that starts something. */
export function ConfirmForm({ inspection, isReading, onColumn, onExpired, onClose }: ConfirmFormProps) {
  const [name, setName] = useState(inspection.name)
  const [fields, setFields] = useState<readonly Field[]>(ALL_FIELDS)
  const [priority, setPriority] = useState<Priority>('normal')
  const start = useStartJob(onExpired, onClose)
  const canStart = inspection.words > 0 && fields.length > 0 && !isReading && !start.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!canStart) return
    const list = { kind: 'staged' as const, listId: inspection.listId }
    start.mutate({ list, name: name.trim() || inspection.name, fields: [...fields], priority })
  }
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <div className={styles.columns}>
        <InspectionPanel inspection={inspection} isReading={isReading} onColumn={onColumn} />
        <JobOptions
          name={name}
          onName={setName}
          fields={fields}
          onFields={setFields}
          priority={priority}
          onPriority={setPriority}
        />
      </div>
      {start.error !== null && (
        <div className={styles.problem}>
          <NoticeBox tone="failed">{errorMessage(start.error)}</NoticeBox>
        </div>
      )}
      <ConfirmFooter canStart={canStart} isStarting={start.isPending} onCancel={() => onClose()} />
    </form>
  )
}

interface ConfirmFooterProps {
  readonly canStart: boolean
  readonly isStarting: boolean
  readonly onCancel: () => void
}

function ConfirmFooter({ canStart, isStarting, onCancel }: ConfirmFooterProps) {
  return (
    <div className={styles.footer}>
      <p className={styles.promise}>Nothing is looked up until you start.</p>
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button type="submit" disabled={!canStart} loading={isStarting}>
        Start job
      </Button>
    </div>
  )
}

function useStartJob(onExpired: () => void, onClose: (submittedListId?: string) => void) {
  const selectJob = useUiStore((state) => state.selectJob)
  const showScreen = useUiStore((state) => state.showScreen)
  return useMutation({
    mutationFn: (input: Parameters<typeof client.jobs.submit>[0]) => client.jobs.submit(input),
    onSuccess(job, { list }) {
      // In a small window the details would lie over the queue, where the new job is to be seen.
      if (window.matchMedia(WIDE_WINDOW).matches) selectJob(job.id)
      showScreen('queue')
      onClose(list.kind === 'staged' ? list.listId : undefined)
    },
    onError(error) {
      if (errorCode(error) === 'LIST_EXPIRED') onExpired()
    },
  })
}
