import { useEffect, useState } from 'react'

/**
 * Takes files dropped anywhere on the window and says whether some are being dragged over it. The files are the
 * browser's own objects, unwrapped: the desktop shell finds their path by identity.
 */
export function useWindowDrop(onFiles: (files: File[]) => void): boolean {
  const [isDragging, setIsDragging] = useState(false)
  useEffect(() => {
    let depth = 0
    const settle = (next: number) => {
      depth = Math.max(0, next)
      setIsDragging(depth > 0)
    }
    const listeners: [keyof WindowEventMap, (event: DragEvent) => void][] = [
      ['dragenter', (event) => hasFiles(event) && settle(depth + 1)],
      ['dragleave', (event) => hasFiles(event) && settle(depth - 1)],
      [
        'dragover',
        (event) => {
          if (!hasFiles(event)) return
          event.preventDefault()
          if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
        },
      ],
      [
        'drop',
        (event) => {
          if (!hasFiles(event)) return
          event.preventDefault()
          settle(0)
          const files = [...(event.dataTransfer?.files ?? [])]
          if (files.length > 0) onFiles(files)
        },
      ],
    ]
    for (const [name, listener] of listeners) window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener as EventListener)
    }
  }, [onFiles])
  return isDragging
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
