import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { useRemovalStore } from '../state/removal-store.ts'
import { useUiStore } from '../state/ui-store.ts'
import { errorCode } from '../ui/error-message.ts'
import { showError } from '../ui/show-error.ts'
import { focusNeighbour } from './card-focus.ts'
import styles from './remove-job.module.css'

/** Milliseconds the person has to take it back; the time stands still while the pointer is on the toast. */
const TIME_TO_UNDO = 5_000

/** Takes a finished job out of the queue, and removes it for good once the offer to undo is over. */
export function removeJob(job: JobSummary): void {
  const { begin, finish } = useRemovalStore.getState()
  const { selectedJobId, proposedJobId, closeDetail } = useUiStore.getState()
  focusNeighbour(job.id)
  if ((selectedJobId ?? proposedJobId) === job.id) closeDetail()
  begin(job.id)
  notifications.show({
    id: toastOf(job.id),
    title: `Removed ${job.name}`,
    message: <UndoOffer jobId={job.id} />,
    autoClose: TIME_TO_UNDO,
    onClose: () => {
      finish(job.id, () => callRemove(job.id)).catch((error) => showError(`${job.name} was not removed`, error))
    },
  })
}

/** Brings back the job that was removed last, if there still is one. */
export function undoLastRemoval(): void {
  const last = useRemovalStore.getState().undoable.at(-1)
  if (last !== undefined) undoRemoval(last)
}

function undoRemoval(jobId: string): void {
  // First, because the toast that closes would remove the job.
  useRemovalStore.getState().undo(jobId)
  notifications.hide(toastOf(jobId))
}

function UndoOffer({ jobId }: { readonly jobId: string }) {
  return (
    <span className={styles.offer}>
      <span>Its words and entries go with it.</span>
      <Button variant="default" size="compact-sm" onClick={() => undoRemoval(jobId)}>
        Undo
      </Button>
    </span>
  )
}

async function callRemove(jobId: string): Promise<void> {
  try {
    await client.jobs.remove({ jobId })
  } catch (error) {
    // Somebody else removed it: what the person wanted is the case.
    if (errorCode(error) !== 'JOB_NOT_FOUND') throw error
  }
}

function toastOf(jobId: string): string {
  return `removed-${jobId}`
}
