import type { CDPSession, Locator, Page } from '@playwright/test'

/** Whoever has the page; a restarted app has another one. */
interface HasPage {
  readonly page: Page
}

/** The queue screen, by the names a person sees and a screen reader says. */
export class QueuePage {
  readonly #app: HasPage

  constructor(app: HasPage) {
    this.#app = app
  }

  get #page(): Page {
    return this.#app.page
  }

  get dropZone(): Locator {
    return this.#page.getByRole('region', { name: 'Drop a word list' })
  }

  get newJobDialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'New job' })
  }

  get words(): Locator {
    return this.#page.getByRole('grid')
  }

  get pauseAll(): Locator {
    return this.#page.getByRole('button', { name: 'Pause all' })
  }

  get resumeAll(): Locator {
    return this.#page.getByRole('button', { name: 'Resume all' })
  }

  /** What the engine does, in the corner of every screen. */
  get engine(): Locator {
    return this.#page.getByRole('region', { name: 'Engine' })
  }

  /** The toasts that are shown. */
  toast(text: string): Locator {
    return this.#page.getByRole('alert').filter({ hasText: text })
  }

  job(name: string): JobCard {
    return new JobCard(this.#page, name)
  }

  /** Drops files as a file manager does, with their paths, on the middle of the window. */
  async drop(...paths: readonly string[]): Promise<void> {
    const cdp = await this.#session()
    const size = await this.#page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
    const data = { items: [], files: [...paths], dragOperationsMask: 1 }
    // A hand never moves only once over a window.
    for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
      await cdp.send('Input.dispatchDragEvent', { type, x: size.width / 2, y: size.height / 2, data })
    }
  }

  /** Chooses files with the button and the system's file dialog. */
  async choose(...paths: readonly string[]): Promise<void> {
    const cdp = await this.#session()
    await cdp.send('Page.setInterceptFileChooserDialog', { enabled: true })
    const opened = new Promise<number>((resolve) =>
      cdp.once('Page.fileChooserOpened', ({ backendNodeId }) => resolve(backendNodeId ?? 0)),
    )
    await this.#page.getByRole('button', { name: 'Choose a file' }).click()
    await cdp.send('DOM.setFileInputFiles', { files: [...paths], backendNodeId: await opened })
  }

  async paste(text: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Paste words' }).click()
    await this.#page.getByRole('textbox', { name: 'Words' }).fill(text)
    await this.#page.getByRole('button', { name: 'Continue' }).click()
  }

  /** Confirms what was found in a list and starts its job. */
  async startJob(name?: string): Promise<void> {
    const dialog = this.newJobDialog
    if (name !== undefined) await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('button', { name: 'Start job' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  // Playwright's own file actions copy what they send to a browser they did not start, and the copy has no path.
  async #session(): Promise<CDPSession> {
    const cdp = await this.#page.context().newCDPSession(this.#page)
    await cdp.send('Page.enable')
    await cdp.send('DOM.enable')
    return cdp
  }
}

/** A job's card. */
export class JobCard {
  readonly root: Locator
  readonly progress: Locator
  readonly #page: Page
  readonly #name: string

  constructor(page: Page, name: string) {
    this.#page = page
    this.#name = name
    this.root = page.getByRole('article', { name, exact: true })
    this.progress = this.root.getByRole('progressbar')
  }

  async select(): Promise<void> {
    await this.title.click()
  }

  /** The stop for the keyboard on the card. */
  get title(): Locator {
    return this.root.getByRole('button', { name: this.#name, exact: true })
  }

  async pause(): Promise<void> {
    await this.root.getByRole('button', { name: 'Pause job' }).click()
  }

  async resume(): Promise<void> {
    await this.root.getByRole('button', { name: 'Resume job' }).click()
  }

  async openMenu(): Promise<Locator> {
    await this.root.getByRole('button', { name: 'Job actions' }).click()
    return this.#page.getByRole('menu')
  }

  /** Chooses something in the menu with everything that can be done with the job. */
  async choose(action: string): Promise<void> {
    const menu = await this.openMenu()
    await menu.getByRole(/priority$/.test(action) ? 'menuitemradio' : 'menuitem', { name: action }).click()
    await menu.waitFor({ state: 'hidden' })
  }

  async cancel(): Promise<void> {
    await this.root.getByRole('button', { name: 'Cancel job' }).click()
  }

  /** Asks for an export; the shell decides where it goes. */
  async exportAs(format: 'CSV' | 'JSONL'): Promise<void> {
    await this.root.getByRole('button', { name: 'Export' }).click()
    await this.#page.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click()
  }

  /** How many words have ended. */
  async wordsDone(): Promise<number> {
    return Number(await this.progress.getAttribute('aria-valuenow'))
  }
}
