import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build, isBuilt } from './build.ts'
import { provideElectron, whyNoWindow } from './electron-binary.ts'

const root = resolve(import.meta.dirname, '../..')

/** Gets everything ready that is not, then opens Wordmill: as a window where that can be, else in the browser. */
async function start(): Promise<number> {
  if (!buildDictionary()) return 1
  if (!isBuilt() && !build({ isQuiet: true })) return 1
  if (process.argv.includes('--browser')) return openBrowserShell()
  const noWindow = whyNoWindow()
  if (noWindow !== undefined) return openBrowserShell(noWindow)
  const electron = provideElectron()
  return 'problem' in electron ? openBrowserShell(electron.problem) : openWindow(electron.path)
}

function buildDictionary(): boolean {
  const builder = join(root, 'src-main', 'providers', 'offline', 'build-dictionary.ts')
  return spawnSync(process.execPath, [builder], { cwd: root, stdio: 'inherit' }).status === 0
}

async function openWindow(electron: string): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const { code, signal } = await ended(spawn(electron, [root], { stdio: 'inherit', env }))
  // Chromium gives up with a trap where the system does not let it build its sandbox.
  if (signal === 'SIGTRAP' || signal === 'SIGABRT') return openBrowserShell(`Electron could not start here (${signal})`)
  return code ?? 1
}

async function openBrowserShell(reason?: string): Promise<number> {
  if (reason !== undefined) console.log(`${reason}: opening Wordmill in the browser instead.`)
  const options = process.argv.includes('--no-open') ? ['--no-open'] : []
  const child = spawn(process.execPath, [join(root, 'out', 'main', 'browser.js'), ...options], { stdio: 'inherit' })
  return (await ended(child)).code ?? 1
}

/** Waits for a program to end. Ctrl-C reaches it by itself; a polite kill of this script is passed on. */
function ended(child: ChildProcess): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  const { promise, resolve: settle, reject } = Promise.withResolvers<Awaited<ReturnType<typeof ended>>>()
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('error', reject)
  child.once('exit', (code, signal) => settle({ code, signal }))
  return promise
}

process.exitCode = await start()
