import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ConsoleMessage, expect, type Page, type TestInfo } from '@playwright/test'
import { chooseLauncher } from './launchers/choose-launcher.ts'
import type { Folders, Launcher, LauncherKind, RunningApp } from './launchers/launcher.ts'
import { QueuePage } from './pages/queue-page.ts'

/** Wordmill as a test uses it: one library of its own, and the app on it, started as often as the test likes. */
export class App {
  readonly folders: Folders
  readonly queue: QueuePage
  readonly #launcher: Launcher
  readonly #expected: RegExp[] = []
  #problems: string[] = []
  #output = ''
  #running: RunningApp | undefined

  constructor(launcher: Launcher, folders: Folders) {
    this.#launcher = launcher
    this.folders = folders
    this.queue = new QueuePage(this)
  }

  get kind(): LauncherKind {
    return this.#launcher.kind
  }

  get isDesktop(): boolean {
    return this.kind !== 'browser-shell'
  }

  /** The page of the app as it runs now; another one after a restart. */
  get page(): Page {
    return this.#current().page
  }

  get output(): string {
    return this.#output + (this.#running?.output() ?? '')
  }

  async start(): Promise<void> {
    this.#running = await this.#launcher.launch(this.folders)
    const { page } = this
    // Sooner than the test ends, so that what stood in the way is still there to be seen.
    page.setDefaultTimeout(15_000)
    page.on('console', (message) => this.#note(page, message))
    page.on('pageerror', (error) => this.#problems.push(error.message))
    await this.ready()
  }

  /** Waits until the page shows the state of the library. */
  async ready(): Promise<void> {
    await this.page.locator('html[data-app-state="ready"]').waitFor()
  }

  async reload(): Promise<void> {
    await this.page.reload()
    await this.ready()
  }

  /** Ends the app, politely or not, and leaves its library. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const running = this.#running
    if (running === undefined) return
    this.#output = this.output
    this.#running = undefined
    await running.end(signal)
  }

  async restart(signal?: NodeJS.Signals): Promise<void> {
    await this.stop(signal)
    await this.start()
  }

  /** Lets the page report something that would otherwise fail the test. */
  expectProblem(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  /** What the page reported that nobody expected: errors, and anything its policy refused. */
  unexpectedProblems(): string[] {
    return this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)))
  }

  #current(): RunningApp {
    if (this.#running === undefined) throw new Error('The app does not run.')
    return this.#running
  }

  #note(page: Page, message: ConsoleMessage): void {
    // A page whose program was ended complains, and rightly.
    const isCurrent = this.#running?.page === page
    if (isCurrent && message.type() === 'error') this.#problems.push(message.text())
  }
}

export const test = base.extend<{ app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's pattern.
  app: async ({}, use, testInfo) => {
    const launcher = chooseLauncher(testInfo.project.name)
    if ('reason' in launcher) return testInfo.skip(true, launcher.reason)
    const root = await mkdtemp(join(tmpdir(), 'wordmill-e2e-'))
    const folders = { library: join(root, 'library'), saved: join(root, 'saved') }
    await mkdir(folders.saved)
    const app = new App(launcher, folders)
    try {
      await app.start()
      await use(app)
      expect(app.unexpectedProblems()).toEqual([])
    } finally {
      await attachWhatHappened(app, testInfo)
      await app.stop()
      // Chromium's helper processes may still be writing to its profile.
      await rm(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    }
  },
})

async function attachWhatHappened(app: App, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return
  await testInfo.attach('program output', { body: app.output, contentType: 'text/plain' })
  const seen = await app.page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String)
  await testInfo.attach('page', { body: seen, contentType: 'text/plain' })
  await testInfo
    .attach('screenshot', { body: await app.page.screenshot({ timeout: 5_000 }), contentType: 'image/png' })
    .catch(() => {})
}

export { expect } from '@playwright/test'
