import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { Program } from '../support/program.ts'
import type { Launcher } from './launcher.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Runs the built browser shell and opens its address in Chromium, as `npm start` does without Electron. */
export function browserShellLauncher(executablePath: string): Launcher {
  return {
    kind: 'browser-shell',
    description: `browser shell, opened in ${executablePath}`,
    async launch({ library }) {
      const program = new Program([resolve(root, 'out/main/browser.js'), '--no-open'], {
        cwd: root,
        env: { WORDMILL_LIBRARY: library },
      })
      const [, address = ''] = await program.printed(/Wordmill is at (\S+)/)
      const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
      await page.goto(address)
      return {
        page,
        output: () => program.output,
        async end(signal) {
          await program.end(signal)
          await browser.close()
        },
      }
    },
  }
}
