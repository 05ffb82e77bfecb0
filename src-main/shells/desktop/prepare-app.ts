import { app } from 'electron'
import { windowFolder } from '../library-folder.ts'
import { registerPageScheme } from './page-protocol.ts'

/** What has to be settled before Electron is ready. */
export function prepareApp(): void {
  app.enableSandbox()
  app.setName('Wordmill')
  app.setPath('userData', windowFolder())
  registerPageScheme()
}

/** Whether this is the only instance on its library. If not, the first one is told and comes to the front. */
export function isOnlyInstance(): boolean {
  return app.requestSingleInstanceLock()
}
