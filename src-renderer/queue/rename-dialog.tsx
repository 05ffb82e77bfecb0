import { Button, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { JobSummary } from '../../src-preload/model.ts'
import { useQueueStore } from '../state/queue-store.ts'
import { useUiStore } from '../state/ui-store.ts'
import { focusCard } from './card-focus.ts'
import styles from './rename-dialog.module.css'
import { useUpdateJob } from './use-update-job.ts'

/** What the contract allows. */
const LONGEST_NAME = 200

/** Asks for a job's new name. */
export function RenameDialog() {
  const jobId = useUiStore((state) => state.renamingJobId)
  const job = useQueueStore(({ byId }) => (jobId === undefined ? undefined : byId.get(jobId)))
  const renameJob = useUiStore((state) => state.renameJob)
  const close = () => {
    renameJob(undefined)
    // The menu item that opened the dialog is gone.
    if (jobId !== undefined) focusCard(jobId)
  }
  return (
    <Modal opened={job !== undefined} onClose={close} title="Rename job" size="sm" returnFocus={false}>
      {job !== undefined && <RenameForm job={job} onClose={close} />}
    </Modal>
  )
}

interface RenameFormProps {
  readonly job: JobSummary
  readonly onClose: () => void
}

function RenameForm({ job, onClose }: RenameFormProps) {
  const [name, setName] = useState(job.name)
  const updateJob = useUpdateJob()
  const trimmed = name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (trimmed === '') return
    if (trimmed !== job.name) updateJob.mutate({ job, patch: { name: trimmed } })
    onClose()
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        label="Name"
        dir="auto"
        maxLength={LONGEST_NAME}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.footer}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" disabled={trimmed === ''}>
          Rename
        </Button>
      </div>
    </form>
  )
}
