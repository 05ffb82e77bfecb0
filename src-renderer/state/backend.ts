import { createBrowserBridge } from './browser-bridge.ts'
import { Connection } from './connection.ts'
import { createDesktopBridge } from './desktop-bridge.ts'

/** The page's one connection: over the preload's port in the desktop window, over a WebSocket in a browser. */
export const backend = new Connection(
  window.wordmill === undefined ? createBrowserBridge(window.location) : createDesktopBridge(window.wordmill),
)
export const { client } = backend
