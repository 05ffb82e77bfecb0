import { Button } from '@mantine/core'
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useQueueStore } from '../state/queue-store.ts'
import { usePauseAll } from './use-pause-all.ts'

/** Stops all work with one click, and starts it again. */
export function PauseAllButton() {
  const isPaused = useQueueStore(({ stats }) => stats?.isPaused === true)
  const pauseAll = usePauseAll()
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause
  return (
    <Button
      variant="default"
      leftSection={<Icon size={15} stroke={2} aria-hidden />}
      onClick={() => pauseAll.mutate(!isPaused)}
    >
      {isPaused ? 'Resume all' : 'Pause all'}
    </Button>
  )
}
