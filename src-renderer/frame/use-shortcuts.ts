import { useHotkeys } from '@mantine/hooks'
import { openFilePicker } from '../new-job/intake-points.tsx'
import { useIntakeStore } from '../new-job/intake-store.ts'
import { undoLastRemoval } from '../queue/remove-job.tsx'
import { useUiStore } from '../state/ui-store.ts'

/** Keys that work on every screen, but not over an open dialog. Browsers keep Ctrl+N for themselves: Alt+N there. */
export function useShortcuts(): void {
  const newJob = unlessDialog(() => useIntakeStore.getState().showPaste(true))
  const closeDetail = unlessDialog(() => useUiStore.getState().closeDetail())
  useHotkeys([
    ['mod+N', newJob],
    ['alt+N', newJob],
    ['mod+O', unlessDialog(openFilePicker)],
    ['mod+Z', unlessDialog(undoLastRemoval)],
    ['shift+?', unlessDialog(() => useUiStore.getState().showHelp(true))],
    ['Escape', closeDetail, { preventDefault: false }],
  ])
}

function unlessDialog(task: () => void): () => void {
  return () => {
    if (document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') === null) task()
  }
}
