import { useEffect } from 'react'

const EDITABLE = 'input, textarea, select, [contenteditable], [role="dialog"]'

/** Takes words or files pasted anywhere but in a field or a dialog. */
export function useWindowPaste(onText: (text: string) => void, onFiles: (files: File[]) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target
      if (target instanceof Element && target.closest(EDITABLE) !== null) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length === 0 && text.trim() === '') return
      event.preventDefault()
      if (files.length > 0) onFiles(files)
      else onText(text)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onText, onFiles])
}
