import { WordmillError } from '../../../src-preload/errors.ts'
import { dictionaryFile } from '../dictionary-file.ts'
import { libraryFolder } from '../library-folder.ts'
import { openInBrowser } from './open-in-browser.ts'
import { startBrowserShell } from './start-browser-shell.ts'

/** Runs the browser shell as a program: `node out/main/browser.js [--no-open]`. */
async function run(): Promise<void> {
  const shell = await startBrowserShell({ library: libraryFolder(), dictionary: dictionaryFile() })
  const close = () => {
    // A second Ctrl-C ends the program at once.
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
    void shell.close()
  }
  process.on('SIGINT', close).on('SIGTERM', close)
  console.log(
    `Wordmill is at ${shell.url}\nThe address works once. Ctrl-C ends Wordmill; unfinished jobs go on next time.`,
  )
  if (process.argv.includes('--no-open')) return
  if (!(await openInBrowser(shell.url))) console.log('No browser could be opened here: open the address yourself.')
}

try {
  await run()
} catch (error) {
  console.error(error instanceof WordmillError ? error.message : error)
  process.exitCode = 1
}
