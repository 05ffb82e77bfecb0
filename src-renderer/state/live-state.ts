import { announceStopped } from './announcements.ts'
import { backend, client } from './backend.ts'
import type { ProgressState } from './progress-state.ts'
import { queryClient } from './queries.ts'
import { feedQueueStore, useQueueStore } from './queue-store.ts'
import { useUiStore } from './ui-store.ts'

/** Starts following main for as long as the page lives. */
export function startLiveState(): void {
  feedQueueStore({
    client,
    whenOpen: (signal) => backend.whenOpen(signal),
    onShown: announceAndPropose,
    signal: new AbortController().signal,
  })
  // What failed or went stale while nothing was connected is asked for again.
  useQueueStore.subscribe(({ status }, before) => {
    if (status === 'live' && before.status === 'lost') void queryClient.invalidateQueries()
  })
}

function announceAndPropose(state: ProgressState, previous: ProgressState | undefined): void {
  const { announce, proposeJob } = useUiStore.getState()
  const sentences = announceStopped(state, previous)
  if (sentences.length > 0) announce(sentences.join(' '))
  const { running, waiting, finished } = useQueueStore.getState().sections
  const first = running[0] ?? waiting[0] ?? finished[0]
  if (first !== undefined) proposeJob(first)
}
