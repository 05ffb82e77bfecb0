import { VisuallyHidden } from '@mantine/core'
import { useUiStore } from '../state/ui-store.ts'

/** Says to a screen reader what ended while the person was elsewhere: one sentence a job, never progress. */
export function LiveRegion() {
  const announcement = useUiStore((state) => state.announcement)
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announcement?.text}
    </VisuallyHidden>
  )
}
