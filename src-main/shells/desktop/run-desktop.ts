import { app, type BrowserWindow, dialog } from 'electron'
import { WordmillError } from '../../../src-preload/errors.ts'
import { FileHandles } from '../../api/file-handles.ts'
import type { Shell } from '../../api/shell.ts'
import { openWordmill, type Wordmill, type WordmillOptions } from '../../wordmill.ts'
import { dictionaryFile } from '../dictionary-file.ts'
import { libraryFolder } from '../library-folder.ts'
import { setAppMenu } from './app-menu.ts'
import { acceptConnections } from './connection.ts'
import { guardEverything } from './guards.ts'
import { createMainWindow, focusWindow, showPage } from './main-window.ts'
import { offerRecovery } from './offer-recovery.ts'
import { servePage } from './page-protocol.ts'
import { saveExport } from './save-export.ts'

/** Runs the desktop app from "Electron is ready" to its end. */
export async function runDesktop(): Promise<void> {
  await app.whenReady()
  try {
    await openApp()
  } catch (error) {
    reportFailure(error)
    app.exit(1)
  }
}

/** Ends a second instance, which has nothing to do. */
export function quitAtOnce(): void {
  app.quit()
}

async function openApp(): Promise<void> {
  guardEverything()
  servePage()
  setAppMenu(app.isPackaged)
  let window: BrowserWindow | undefined
  const shell: Shell = {
    kind: 'desktop',
    files: new FileHandles(),
    deliverExport: (offer) => saveExport(window, offer),
  }
  const dictionary = dictionaryFile(app.isPackaged ? process.resourcesPath : undefined)
  const wordmill = await openRecovering({ library: libraryFolder(), dictionary, shell })
  closeOnQuit(wordmill)

  window = createMainWindow()
  const shown = window
  acceptConnections(shown.webContents, wordmill.router, shell.files)
  app.on('second-instance', () => focusWindow(shown))
  app.on('window-all-closed', () => app.quit())
  await showPage(shown)
}

/** Opens the library; a damaged one is opened once more after the person chose how to go on. */
async function openRecovering(options: WordmillOptions): Promise<Wordmill> {
  try {
    return await openWordmill(options)
  } catch (error) {
    if (!(await offerRecovery(options.library, error))) throw error
    return openWordmill(options)
  }
}

/** Holds the end of the program until the library is closed. */
function closeOnQuit(wordmill: Wordmill): void {
  app.once('will-quit', (event) => {
    event.preventDefault()
    wordmill.close().then(
      () => app.exit(0),
      (error: unknown) => {
        console.error('[desktop] CLOSE_FAILED', error)
        app.exit(1)
      },
    )
  })
}

/** A sentence in a box: a person has nothing from a stack. */
function reportFailure(error: unknown): void {
  console.error('[desktop] START_FAILED', error)
  const message =
    error instanceof WordmillError
      ? error.message
      : `Something went wrong that should not: ${error instanceof Error ? error.message : String(error)}`
  dialog.showErrorBox('Wordmill cannot start', message)
}
