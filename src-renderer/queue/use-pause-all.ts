import { useMutation } from '@tanstack/react-query'
import { client } from '../state/backend.ts'
import { useUiStore } from '../state/ui-store.ts'
import { showError } from '../ui/show-error.ts'

/** Pauses or resumes all work at once. Each job keeps its own state for when it goes on. */
export function usePauseAll() {
  return useMutation({
    mutationFn: (isPaused: boolean) => client.settings.update({ isPaused }),
    onSuccess({ isPaused }) {
      useUiStore.getState().announce(isPaused ? 'All jobs are paused.' : 'All jobs go on.')
    },
    onError(error, isPaused) {
      showError(`The jobs could not be ${isPaused ? 'paused' : 'resumed'}`, error)
    },
  })
}
