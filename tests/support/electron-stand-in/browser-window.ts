import { EventEmitter } from 'node:events'
import type { Page } from '@playwright/test'
import type { BrowserWindowConstructorOptions } from 'electron'
import { app } from './app.ts'
import { browserContext } from './chromium.ts'
import { fromPageAddress, toPageAddress } from './page-address.ts'
import { interceptRequests } from './requests.ts'
import { session } from './session.ts'
import { StoppableEvent } from './stoppable-event.ts'
import { WebContents } from './web-contents.ts'

/** Web permissions and what Electron calls them. */
const PERMISSIONS = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  camera: 'media',
  microphone: 'media',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
}

const contentsOf = new Map<Page, WebContents>()

/** A window: a page of Chromium, with nothing around it. */
export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly #options: BrowserWindowConstructorOptions
  readonly #page: Promise<Page>
  #isDestroyed = false
  #isVisible: boolean

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences ?? {}
    // The stand-in's preload runs sandboxed and isolated; it must not look as if a program were that by luck.
    if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
      throw new Error('The stand-in runs sandboxed, isolated windows only')
    }
    this.#options = options
    this.#isVisible = options.show !== false
    app.windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
    this.#page = this.#open()
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page
    this.webContents.expect(url)
    try {
      await page.goto(toPageAddress(url), { waitUntil: 'domcontentloaded' })
    } catch (error) {
      const code = /net::(ERR_[A-Z_]+)/.exec(String(error))?.[1] ?? 'ERR_FAILED'
      throw Object.assign(new Error(`${code} loading '${url}'`, { cause: error }), { code, url })
    }
    this.emit('ready-to-show')
    this.webContents.emit('did-finish-load')
  }

  show(): void {
    this.#isVisible = true
    console.log('[stand-in] window shown')
  }

  focus(): void {
    console.log('[stand-in] window focused')
  }

  isVisible(): boolean {
    return this.#isVisible
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {}

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  async close(): Promise<void> {
    const event = new StoppableEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return
    const page = await this.#page
    await page.close()
  }

  async #open(): Promise<Page> {
    const context = await browserContext()
    if (contentsOf.size > 0) throw new Error('The stand-in has one window a program')
    const page = context.pages()[0] ?? (await context.newPage())
    contentsOf.set(page, this.webContents)
    await interceptRequests(context, contentsOf)
    // Whatever a page opens: the program was asked when it asked for its address, and refused.
    context.on('page', (opened) => void opened.close())
    page.on('close', () => this.#closed())
    page.on('download', (download) => {
      const event = new StoppableEvent()
      session.defaultSession.emit('will-download', event, download, this.webContents)
      if (event.defaultPrevented) void download.cancel()
    })
    const { width = 800, height = 600, webPreferences } = this.#options
    await page.setViewportSize({ width, height })
    await applyPermissions(page)
    if (webPreferences?.preload !== undefined) await this.webContents.attach(page, webPreferences.preload)
    return page
  }

  #closed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.emit('closed')
    app.windowClosed(this)
  }
}

/** Sets Chromium's permissions to what the program's handlers say. */
async function applyPermissions(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  for (const [name, electronName] of Object.entries(PERMISSIONS)) {
    const isGranted = session.defaultSession.isGranted(electronName, fromPageAddress(page.url()))
    const setting = isGranted ? 'granted' : 'denied'
    await browser.send('Browser.setPermission', { permission: { name }, setting })
  }
  await browser.detach()
}
