import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../src-main/scripts/setup-browser.ts'
import { type BrowserShell, startBrowserShell } from '../../src-main/shells/browser/start-browser-shell.ts'
import { dictionaryFile } from '../../src-main/shells/dictionary-file.ts'
import { startFakeBackend } from '../support/fake-backend/start-fake-backend.ts'
import { SCENES, type Scene } from './scenes.ts'

const root = resolve(import.meta.dirname, '../..')
const LOOKS = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 1280, height: 800 },
  { colorScheme: 'light', width: 900, height: 600 },
  { colorScheme: 'dark', width: 900, height: 600 },
] as const

type Look = (typeof LOOKS)[number]

/**
 * Takes a picture of every scene in every look: `node tests/screenshots/take-screenshots.ts [FOLDER] [SCENE …]`.
 * The real engine answers from the real dictionary, except where a scene needs something to go wrong.
 */
async function takeScreenshots(folder: string, wanted: readonly string[]): Promise<void> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium was found: npm run setup:browser')
  if (!existsSync(join(root, 'out/renderer/index.html'))) throw new Error('Nothing is built: npm run build')
  await mkdir(folder, { recursive: true })
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  try {
    for (const scene of SCENES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      for (const look of LOOKS) await takeOne(browser, scene, look, folder)
    }
  } finally {
    await browser.close()
  }
}

async function takeOne(browser: Browser, scene: Scene, look: Look, folder: string): Promise<void> {
  const { colorScheme, width, height } = look
  const library = await mkdtemp(join(tmpdir(), 'wordmill-screenshots-'))
  const shell = await startShell(scene, library)
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    await page.goto(shell.url)
    await page.locator('html[data-app-state="ready"]').waitFor()
    await scene.act(page)
    const path = join(folder, `${scene.name}-${colorScheme}-${width}x${height}.png`)
    await settled(page)
    await page.screenshot({ path })
    console.log(path)
  } finally {
    await context.close()
    await shell.close()
    await rm(library, { recursive: true, force: true })
  }
}

function startShell(scene: Scene, library: string): Promise<BrowserShell> {
  if (scene.fake !== undefined) return startFakeBackend({ ...scene.fake, isMoving: false })
  return startBrowserShell({ library, dictionary: dictionaryFile() })
}

/** Waits for fonts and for what fades in. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
}

const [folder = join(root, 'test-results/screenshots'), ...wanted] = process.argv.slice(2)
await takeScreenshots(resolve(folder), wanted)
