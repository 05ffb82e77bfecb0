import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import type { JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { queryClient } from '../state/queries.ts'
import { countNoun } from '../ui/format-number.ts'
import { showError } from '../ui/show-error.ts'

/** Whether there are failed words that can be asked for once more. A cancelled job stays as it is. */
export function canRetryFailed({ state, counts }: JobSummary): boolean {
  return counts.failed > 0 && state !== 'cancelled'
}

/** Asks once more for the words that failed, and only for those. */
export function useRetryFailed() {
  return useMutation({
    mutationFn: ({ id }: JobSummary) => client.jobs.retryFailed({ jobId: id }),
    onSuccess({ id, name, state }, { counts }) {
      const words = countNoun(counts.failed, 'failed word')
      const when = state === 'paused' ? ' when you resume the job' : ''
      notifications.show({ title: `Trying again: ${name}`, message: `${words} will be looked up once more${when}.` })
      // Words that had ended are open again, which pages and entries that were read before can't know.
      for (const kind of ['results', 'result', 'events']) {
        void queryClient.invalidateQueries({ queryKey: [kind, id] })
      }
    },
    onError(error, { name }) {
      showError(`The failed words of ${name} were not tried again`, error)
    },
  })
}
