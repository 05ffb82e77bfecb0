const KEY = 'wordmill.detail-width'
const USUAL = 420
export const NARROWEST_PANE = 320
export const WIDEST_PANE = 760

/** Keeps a width the pane can be drawn at. */
export function boundPaneWidth(width: number): number {
  return Number.isFinite(width) ? Math.round(Math.min(WIDEST_PANE, Math.max(NARROWEST_PANE, width))) : USUAL
}

/** The width chosen last time. Storage may be denied or hold nonsense: then the usual one. */
export function readPaneWidth(): number {
  try {
    const stored = localStorage.getItem(KEY)
    return stored === null ? USUAL : boundPaneWidth(Number(stored))
  } catch {
    return USUAL
  }
}

export function savePaneWidth(width: number): void {
  try {
    localStorage.setItem(KEY, String(width))
  } catch {
    // Without storage the width lasts as long as the window, which is all that can be done.
  }
}
