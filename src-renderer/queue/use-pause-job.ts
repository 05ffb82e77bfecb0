import { useMutation } from '@tanstack/react-query'
import type { JobSummary } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { useUiStore } from '../state/ui-store.ts'
import { showError } from '../ui/show-error.ts'

/** Pauses a job, or lets a paused one go on. The card shows which; to those who don't see it, it is said. */
export function usePauseJob() {
  return useMutation({
    mutationFn: ({ id, state }: JobSummary) =>
      state === 'paused' ? client.jobs.resume({ jobId: id }) : client.jobs.pause({ jobId: id }),
    onSuccess({ name, state }) {
      useUiStore.getState().announce(state === 'paused' ? `${name} is paused.` : `${name} goes on.`)
    },
    onError(error, { name, state }) {
      showError(`${name} could not be ${state === 'paused' ? 'resumed' : 'paused'}`, error)
    },
  })
}
