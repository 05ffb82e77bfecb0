import { EventEmitter } from 'node:events'
import type { Page } from '@playwright/test'
import { fromPageAddress } from './page-address.ts'
import { PreloadBridge } from './preload-bridge.ts'
import { StoppableEvent } from './stoppable-event.ts'

type Handler = (event: unknown, ...args: unknown[]) => unknown
type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }

/** What one window's page says to main, and what main answers. */
class ContentsIpc extends EventEmitter {
  readonly #handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, handler)
  }

  async invoke(channel: string, event: unknown, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }
}

/** The page of a window, as main sees it. */
export class WebContents extends EventEmitter {
  static #next = 1
  readonly id = WebContents.#next++
  readonly ipc = new ContentsIpc()
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #expected: string | undefined
  #page: Page | undefined

  /** Puts the preload into a page and listens to it. */
  async attach(page: Page, preload: string): Promise<void> {
    this.#page = page
    const bridge = await PreloadBridge.attach(page, preload)
    bridge.onInvoke = (channel, frame, args) => this.ipc.invoke(channel, { sender: this, senderFrame: frame }, args)
    bridge.onPost = (channel, frame, message, ports) =>
      this.ipc.emit(channel, { sender: this, senderFrame: frame, ports }, message)
  }

  getURL(): string {
    return this.#page === undefined ? '' : fromPageAddress(this.#page.url())
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** Main itself is about to load this URL: such a navigation is not announced. */
  expect(url: string): void {
    this.#expected = url
  }

  /** Announces a navigation that the page began, as Electron does. Answers whether it may go on. */
  mayNavigate(url: string, isMainFrame: boolean): boolean {
    const isExpected = isMainFrame && url === this.#expected
    this.#expected = undefined
    if (isExpected) return true
    const names = isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate']
    return names.every((name) => {
      const event = Object.assign(new StoppableEvent(), { url, isMainFrame })
      this.emit(name, event)
      return !event.defaultPrevented
    })
  }

  /** The page opened a window. The stand-in has one window a program, so allowing is not supported. */
  opened(url: string): void {
    if (this.#openHandler({ url }).action !== 'deny') throw new Error('The stand-in cannot open windows for a page')
  }
}
