import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from '@playwright/test'
import { fromPageAddress } from './page-address.ts'
import { pageWorldScript, preloadWorldScript } from './page-scripts.ts'
import { PipedPort } from './piped-port.ts'
import type { FromPreload } from './wire.ts'

const WORLD = 'Electron Isolated Context'
const BINDING = 'toElectronStandIn'
const FILE_MARK = /^stand-in-file:(\d+)$/

export interface Frame {
  readonly url: string
  readonly parent: unknown
  readonly detached: boolean
}

/** Runs a preload in an isolated world of a page and carries what it says to main and back. */
export class PreloadBridge {
  onInvoke: (channel: string, frame: Frame, args: readonly unknown[]) => Promise<unknown> = async () => undefined
  onPost: (channel: string, frame: Frame, message: unknown, ports: readonly PipedPort[]) => void = () => {}

  readonly #cdp: CDPSession
  readonly #ports = new Map<number, PipedPort>()
  #url = ''
  #context: number | undefined

  private constructor(cdp: CDPSession) {
    this.#cdp = cdp
  }

  static async attach(page: Page, preloadFile: string): Promise<PreloadBridge> {
    const preload = await readFile(preloadFile, 'utf8')
    const bridge = new PreloadBridge(await page.context().newCDPSession(page))
    await bridge.#install(preload)
    return bridge
  }

  async #install(preload: string): Promise<void> {
    const cdp = this.#cdp
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.#url = fromPageAddress(frame.url)
    })
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return
      this.#replaceContext(context.id)
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== BINDING || executionContextId !== this.#context) return
      this.#receive(JSON.parse(payload) as FromPreload, executionContextId)
    })
    const secret = randomUUID()
    await cdp.send('Page.enable')
    await cdp.send('Runtime.enable')
    await cdp.send('DOM.enable')
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(secret) })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldScript(secret, BINDING, preload),
      worldName: WORLD,
    })
  }

  /** A new document: what was connected to the old one is gone. */
  #replaceContext(context: number): void {
    this.#context = context
    for (const port of this.#ports.values()) port.closed()
    this.#ports.clear()
  }

  #receive(message: FromPreload, context: number): void {
    const frame: Frame = { url: this.#url, parent: null, detached: false }
    switch (message.kind) {
      case 'port-message':
        this.#ports.get(message.port)?.received(message.data)
        break
      case 'port-close':
        this.#ports.get(message.port)?.closed()
        this.#ports.delete(message.port)
        break
      case 'post':
        this.onPost(message.channel, frame, message.message, this.#openPorts(message.ports, context))
        break
      case 'invoke':
        void this.#invoke(message, frame, context)
    }
  }

  #openPorts(ids: readonly number[], context: number): PipedPort[] {
    return ids.map((id) => {
      const port = new PipedPort(
        (data) => this.#call(context, `standIn.deliver(${id}, ${JSON.stringify(data)})`),
        () => this.#call(context, `standIn.closePort(${id})`),
      )
      this.#ports.set(id, port)
      return port
    })
  }

  async #invoke(message: FromPreload & { kind: 'invoke' }, frame: Frame, context: number): Promise<void> {
    let answer: { value?: unknown; error?: string }
    try {
      const args = (await this.#withPaths(message.args, context)) as readonly unknown[]
      answer = { value: await this.onInvoke(message.channel, frame, args) }
    } catch (error) {
      answer = { error: String(error) }
    }
    this.#call(context, `standIn.settle(${message.id}, ${JSON.stringify(answer)})`)
  }

  /** Replaces the marks that getPathForFile left by the paths that Chromium knows. */
  async #withPaths(value: unknown, context: number): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map((item) => this.#withPaths(item, context)))
    const mark = typeof value === 'string' ? FILE_MARK.exec(value) : null
    if (mark === null) return value
    const expression = `standIn.files[${mark[1]}]`
    const { result } = await this.#cdp.send('Runtime.evaluate', { expression, contextId: context })
    if (result.objectId === undefined) return ''
    const { path } = await this.#cdp.send('DOM.getFileInfo', { objectId: result.objectId })
    return path
  }

  /** Messages go out in the order of these calls. One to a page that is gone is dropped, as in Electron. */
  #call(context: number, expression: string): void {
    this.#cdp.send('Runtime.evaluate', { expression, contextId: context }).catch(() => {})
  }
}
