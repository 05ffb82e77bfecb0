import { once } from 'node:events'
import { resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { within } from '../support/program.ts'
import type { Launcher } from './launcher.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Runs the built app in the real Electron. */
export function electronLauncher(executablePath: string): Launcher {
  return {
    kind: 'electron',
    description: `Electron, ${executablePath}`,
    async launch({ library, saved }) {
      const app = await _electron.launch({
        executablePath,
        args: [root],
        cwd: root,
        chromiumSandbox: true,
        env: { ...definedEnv(), WORDMILL_LIBRARY: library },
      })
      const child = app.process()
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
      // A native dialog cannot be clicked: it answers with the test's folder.
      await app.evaluate(({ dialog }, folder) => {
        const answer = async (...args: readonly unknown[]) => {
          const { defaultPath = '' } = args.at(-1) as { defaultPath?: string }
          return { canceled: false, filePath: `${folder}/${defaultPath.split(/[\\/]/).at(-1)}` }
        }
        dialog.showSaveDialog = answer as typeof dialog.showSaveDialog
      }, saved)
      return {
        page: await app.firstWindow(),
        output: () => output,
        async end(signal) {
          if (child.exitCode !== null || child.signalCode !== null) return
          const gone = once(child, 'exit')
          child.kill(signal)
          await within(10_000, gone).catch(() => child.kill('SIGKILL'))
          await gone
        },
      }
    },
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
