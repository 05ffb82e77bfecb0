import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { claimInstance } from './single-instance.ts'
import { StoppableEvent } from './stoppable-event.ts'

interface OpenWindow {
  close(): Promise<void>
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly windows = new Set<OpenWindow>()
  readonly #ready = Promise.withResolvers<void>()
  readonly #paths = new Map([
    ['userData', join(tmpdir(), 'electron-stand-in')],
    ['downloads', join(homedir(), 'Downloads')],
  ])
  #isReady = false
  #isQuitting = false
  #name = 'Electron'
  /** Closes Chromium; set when it is started. */
  closeBrowser: () => Promise<void> = async () => {}

  enableSandbox(): void {
    this.#beforeReady('app.enableSandbox')
  }

  isReady(): boolean {
    return this.#isReady
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  markReady(): void {
    this.#isReady = true
    this.#ready.resolve()
    this.emit('ready')
  }

  setName(name: string): void {
    this.#name = name
  }

  getName(): string {
    return this.#name
  }

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Electron stand-in: no path called ${name}`)
    return path
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true })
    this.#paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    return claimInstance(this.getPath('userData'), () => this.emit('second-instance', {}, process.argv, process.cwd()))
  }

  quit(): void {
    if (this.#isQuitting) return
    const before = new StoppableEvent()
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#isQuitting = true
    void this.#closeAndQuit()
  }

  exit(code = 0): void {
    this.emit('quit', {}, code)
    void this.closeBrowser().finally(() => process.exit(code))
  }

  windowClosed(window: OpenWindow): void {
    this.windows.delete(window)
    if (this.windows.size > 0 || this.#isQuitting) return
    // Without a listener Electron quits by itself.
    if (!this.emit('window-all-closed')) this.quit()
  }

  async #closeAndQuit(): Promise<void> {
    await Promise.all([...this.windows].map((window) => window.close()))
    const event = new StoppableEvent()
    this.emit('will-quit', event)
    if (!event.defaultPrevented) this.exit(0)
  }

  #beforeReady(what: string): void {
    if (this.#isReady) throw new Error(`${what} can only be called before app is ready`)
  }
}

export const app = new App()

/** Announces that the program has been loaded. */
export function markReady(): void {
  app.markReady()
}

process.on('SIGTERM', () => app.quit())
process.on('SIGINT', () => app.quit())
