import type { WebPreferences } from 'electron'

/** What the window's page may do. Most of these are defaults; they are stated so that a test can hold on to them. */
export function webPreferences(preload: string): Readonly<WebPreferences> {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // The spelling checker fetches its dictionaries from the network.
    spellcheck: false,
  }
}
