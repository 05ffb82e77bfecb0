import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const packageFolder = resolve(import.meta.dirname, '../..', 'node_modules', 'electron')
/** Remembers that the download failed, so that not every start waits for it. */
const failureMark = resolve(
  import.meta.dirname,
  '../..',
  'node_modules',
  '.cache',
  'wordmill',
  'electron-download-failed',
)
const RETRY_AFTER = 24 * 60 * 60_000
/** Enough for the 110 MB on a usual line; `npx install-electron` has no limit. */
const DOWNLOAD_LIMIT = 90_000

/** Electron's program, or undefined when it has not been downloaded. Downloads nothing. */
export function findElectron(): string | undefined {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' } as Record<string, string>
  const path = join(override ?? join(packageFolder, 'dist'), names[process.platform] ?? 'electron')
  return existsSync(path) ? path : undefined
}

/** Finds Electron's program, downloading it the first time. Answers why there is none otherwise. */
export function provideElectron(): { readonly path: string } | { readonly problem: string } {
  const found = findElectron()
  if (found !== undefined) return { path: found }
  if (hasFailedLately()) return { problem: 'Electron could not be downloaded (to try again now: npx install-electron)' }
  console.log('Getting Electron, once (about 110 MB) …')
  const installer = join(packageFolder, 'install.js')
  const { status, error, stderr } = spawnSync(process.execPath, [installer], {
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: DOWNLOAD_LIMIT,
    encoding: 'utf8',
  })
  const installed = findElectron()
  if (status === 0 && installed !== undefined) return { path: installed }
  mkdirSync(dirname(failureMark), { recursive: true })
  writeFileSync(failureMark, '')
  const reason = error === undefined ? firstLine(stderr) : 'the download took too long'
  return { problem: `Electron could not be downloaded (${reason})` }
}

/** Why this machine can show no window, or undefined. */
export function whyNoWindow(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  userId: number | undefined = process.getuid?.(),
): string | undefined {
  if (platform !== 'linux') return undefined
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return 'There is no display here'
  // Chromium's sandbox cannot be set up by root, and Wordmill does not run without it.
  return userId === 0 ? 'The desktop app does not run as root' : undefined
}

function hasFailedLately(): boolean {
  return existsSync(failureMark) && Date.now() - statSync(failureMark).mtimeMs < RETRY_AFTER
}

function firstLine(text: string): string {
  const line = text.split('\n').find((candidate) => candidate.trim() !== '') ?? 'no reason given'
  return line.trim() === 'TypeError: fetch failed' ? 'no connection' : line.trim().slice(0, 200)
}
