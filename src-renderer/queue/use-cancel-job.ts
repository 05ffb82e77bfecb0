import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { errorCode } from '../ui/error-message.ts'
import { countNoun } from '../ui/format-number.ts'
import { showError } from '../ui/show-error.ts'

/** Cancels a job without asking first: nothing that was answered is lost, and the toast says so. */
export function useCancelJob() {
  return useMutation({
    mutationFn: ({ id }: JobSummary) => client.jobs.cancel({ jobId: id }),
    onSuccess({ name, counts }) {
      const kept =
        counts.answered > 0 ? `${countNoun(counts.answered, 'entry', 'entries')} kept.` : 'Nothing was looked up yet.'
      notifications.show({ title: `Cancelled ${name}`, message: kept })
    },
    onError(error, { name }) {
      // It ended by itself between the look and the click: what the person wanted is the case.
      if (errorCode(error) === 'JOB_STATE') return
      showError(`${name} could not be cancelled`, error)
    },
  })
}
