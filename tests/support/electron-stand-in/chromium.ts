import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium } from '../../../src-main/scripts/setup-browser.ts'
import { app } from './app.ts'
import { nativeTheme } from './system.ts'

let context: Promise<BrowserContext> | undefined

/** The one Chromium of this program; its profile is in the program's user data folder. */
export function browserContext(): Promise<BrowserContext> {
  context ??= start()
  return context
}

async function start(): Promise<BrowserContext> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('Electron stand-in: no Chromium (npm run setup:browser)')
  const profile = join(app.getPath('userData'), 'chromium')
  const isRoot = process.getuid?.() === 0
  const started = await chromium.launchPersistentContext(profile, {
    executablePath,
    chromiumSandbox: !isRoot,
    // Over the pipe this process steers; over the port a test attaches to the same pages. When this process is
    // killed, the pipe breaks and Chromium ends, as Electron's windows do.
    args: ['--remote-debugging-port=0', '--disable-gpu', '--disable-background-networking'],
    viewport: null,
    colorScheme: nativeTheme.shouldUseDarkColors ? 'dark' : 'light',
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  app.closeBrowser = () => started.close()
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  console.log(`[stand-in] devtools http://127.0.0.1:${port}`)
  return started
}
