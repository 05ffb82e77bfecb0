import { mkdirSync } from 'node:fs'
import { app } from 'electron'
import { windowFolder } from '../library-folder.ts'
import { registerPageScheme } from './page-protocol.ts'

/** What has to be settled before Electron is ready. */
export function prepareApp(): void {
  app.enableSandbox()
  app.setName('Wordmill')
  keepWindowDataIn(windowFolder())
  registerPageScheme()
}

/** Whether this is the only instance on its library. If not, the first one is told and comes to the front. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock()
}

function keepWindowDataIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    app.setPath('userData', folder)
  } catch (error) {
    // Opening the library beside it is about to fail as well, and there it becomes a sentence in a box.
    console.error('[desktop] WINDOW_FOLDER', error)
  }
}
