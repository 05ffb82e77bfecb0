import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { Program, within } from '../support/program.ts'
import type { Launcher } from './launcher.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Runs the built app with the Electron stand-in and attaches to the page of its window. */
export function standInLauncher(): Launcher {
  return {
    kind: 'stand-in',
    description: 'Electron stand-in (no Electron binary here): real main, preload and page, windows in Chromium',
    async launch({ library, saved }) {
      const program = new Program([resolve(root, 'tests/support/electron-stand-in/run.ts'), 'out/main/index.js'], {
        cwd: root,
        env: { WORDMILL_LIBRARY: library, ELECTRON_STAND_IN_SAVE_TO: saved },
      })
      const [, address = ''] = await program.printed(/\[stand-in\] devtools (\S+)/)
      const browser = await chromium.connectOverCDP(address)
      const page = browser.contexts()[0]?.pages()[0]
      if (page === undefined) throw new Error(`The window has no page.\n${program.output}`)
      const isGone = new Promise<void>((settle) => browser.once('disconnected', () => settle()))
      return {
        page,
        output: () => program.output,
        async end(signal) {
          await program.end(signal)
          // Chromium ends because its main process is gone, as Electron's windows do.
          await within(10_000, isGone)
        },
      }
    },
  }
}
