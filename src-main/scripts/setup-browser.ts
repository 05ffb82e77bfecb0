import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']
const elsewhere: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** A Chromium that the end-to-end tests can drive, or undefined. `CHROMIUM_PATH` names one. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    process.env.CHROMIUM_PATH,
    ...programs.flatMap((program) => onPath.map((folder) => join(folder, program))),
    ...(elsewhere[process.platform] ?? []),
    chromium.executablePath(),
  ]
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path))
}

function run(program: string, ...args: string[]): boolean {
  console.log(`> ${[program, ...args].join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

function succeeds(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

/** Debian names the package chromium; Ubuntu has only a snap of it, which a test cannot drive. */
function installWithApt(): boolean {
  if (!succeeds('apt-get', '--version')) return false
  const asRoot = process.getuid?.() === 0 ? [] : succeeds('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined
  if (asRoot === undefined || !existsSync('/etc/debian_version') || existsSync('/etc/lsb-release')) return false
  const [program = 'apt-get', ...args] = [...asRoot, 'apt-get']
  return (
    run(program, ...args, 'update', '-q') &&
    run(program, ...args, 'install', '-qy', '--no-install-recommends', 'chromium')
  )
}

function installWithPlaywright(): boolean {
  const cli = join(import.meta.dirname, '../..', 'node_modules', '@playwright', 'test', 'cli.js')
  return run(process.execPath, cli, 'install', 'chromium')
}

function setUp(): number {
  const found = findChromium()
  if (found !== undefined) {
    console.log(`The tests will use ${found}.`)
    return 0
  }
  if (!installWithApt()) installWithPlaywright()
  const installed = findChromium()
  if (installed === undefined) {
    console.error('No Chromium could be installed. Install Chromium or Chrome and set CHROMIUM_PATH to its program.')
    return 1
  }
  console.log(`Installed ${installed} for the tests.`)
  return 0
}

if (import.meta.main) process.exitCode = setUp()
