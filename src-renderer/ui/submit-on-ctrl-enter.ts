import type { KeyboardEvent } from 'react'

/** Ctrl+Enter, or ⌘Enter on a Mac, submits a form from any of its fields, also from those where Enter means more. */
export function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  // Or the browser submits once more by itself.
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
