import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { chooseLauncher } from './launchers/choose-launcher.ts'

/** Says once what the tests run in, and stops a run that would test nothing. */
export default function setup(): void {
  const root = resolve(import.meta.dirname, '../..')
  if (!existsSync(resolve(root, 'out/main/index.js'))) throw new Error('Nothing is built: npm run build')
  for (const project of ['desktop', 'browser']) {
    const choice = chooseLauncher(project)
    if ('reason' in choice && process.env.CI) throw new Error(choice.reason)
    console.log(`${project}: ${'reason' in choice ? `skipped. ${choice.reason}` : choice.description}`)
  }
}
