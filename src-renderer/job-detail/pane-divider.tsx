import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import styles from './pane-divider.module.css'
import { boundPaneWidth, NARROWEST_PANE, WIDEST_PANE } from './pane-width.ts'

const STEP = 24

export interface PaneDividerProps {
  readonly width: number
  readonly onWidth: (width: number) => void
  /** Told when the person lets go. */
  readonly onWidthChosen: (width: number) => void
}

/** The edge of the detail pane: dragged with the pointer or moved with the arrow keys. */
export function PaneDivider({ width, onWidth, onWidthChosen }: PaneDividerProps) {
  const drag = useRef<{ readonly from: number; readonly width: number } | undefined>(undefined)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current !== undefined) onWidth(boundPaneWidth(drag.current.width + drag.current.from - event.clientX))
  }
  const onPointerUp = () => {
    if (drag.current !== undefined) onWidthChosen(width)
    drag.current = undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = boundPaneWidth(width + step)
    onWidth(next)
    onWidthChosen(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget; hr is not
    <div
      className={styles.divider}
      role="separator"
      tabIndex={0}
      aria-label="Width of the details"
      aria-orientation="vertical"
      aria-valuemin={NARROWEST_PANE}
      aria-valuemax={WIDEST_PANE}
      aria-valuenow={width}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  )
}
