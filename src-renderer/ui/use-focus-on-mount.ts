import { type RefObject, useEffect, useRef } from 'react'

/**
 * Focuses what a dialog is about when that appears after the dialog itself: the dialog's own focus trap has put the
 * focus on the close button by then. Nothing scrolls: in a small window what stands above is read first.
 */
export function useFocusOnMount<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return ref
}
