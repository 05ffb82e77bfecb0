import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { appRoot } from '../app-root.ts'
import { PAGE_URL } from './page-url.ts'
import { webPreferences } from './web-preferences.ts'

/** What the window shows before the page has drawn anything: the page's own background, so that nothing flashes. */
const BACKGROUND = { light: '#f6f7f9', dark: '#14161b' }

/** Makes the window, still empty and hidden; `showPage` fills it. */
export function createMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Wordmill',
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 520,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: webPreferences(join(appRoot(), 'out', 'preload', 'index.cjs')),
  })
  window.once('ready-to-show', () => window.show())
  return window
}

/** Loads the page. Rejects when it could not be loaded. */
export async function showPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(PAGE_URL)
  } catch (error) {
    // The person reloaded or closed the window before it had loaded: that is no failure.
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_ABORTED')) throw error
  }
}

/** Brings a window to the front, however it was put away. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
