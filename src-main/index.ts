import { isOnlyInstance, prepareApp } from './shells/desktop/prepare-app.ts'
import { quitAtOnce, runDesktop } from './shells/desktop/run-desktop.ts'

// No await here: Electron is ready only after this file has run to its end.
prepareApp()
if (isOnlyInstance()) void runDesktop()
else quitAtOnce()
