import { EventEmitter } from 'node:events'
import type { CustomScheme, OnBeforeRequestListenerDetails } from 'electron'
import { app } from './app.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
type RequestListener = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: { cancel?: boolean }) => void,
) => void
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: unknown) => boolean

class Protocol {
  readonly #schemes = new Map<string, CustomScheme>()
  readonly #handlers = new Map<string, ProtocolHandler>()

  registerSchemesAsPrivileged(schemes: readonly CustomScheme[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const scheme of schemes) this.#schemes.set(scheme.scheme, scheme)
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (!app.isReady()) throw new Error('protocol.handle can only be called after app is ready')
    if (!this.#schemes.get(scheme)?.privileges?.standard) throw new Error(`The stand-in serves standard schemes only`)
    this.#handlers.set(scheme, handler)
  }

  /** The handler for a URL of the program's own schemes. */
  handlerOf(url: string): ProtocolHandler | undefined {
    return this.#handlers.get(new URL(url).protocol.slice(0, -1))
  }
}

class WebRequest {
  #listener: RequestListener | undefined

  onBeforeRequest(listener: RequestListener): void {
    this.#listener = listener
  }

  async isCancelled(details: OnBeforeRequestListenerDetails): Promise<boolean> {
    const listener = this.#listener
    if (listener === undefined) return false
    const { promise, resolve } = Promise.withResolvers<{ cancel?: boolean }>()
    listener(details, resolve)
    return (await promise).cancel === true
  }
}

class Session extends EventEmitter {
  readonly webRequest = new WebRequest()
  readonly protocol = protocol
  #hasRequestHandler = false
  #check: PermissionCheck | undefined

  setPermissionRequestHandler(handler: unknown): void {
    this.#hasRequestHandler = handler !== null
  }

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.#check = handler ?? undefined
  }

  setDevicePermissionHandler(): void {}

  /** Electron's answer to a permission: granted unless both handlers are there and this one says no. */
  isGranted(permission: string, origin: string): boolean {
    if (!this.#hasRequestHandler || this.#check === undefined) return true
    return this.#check(null, permission, origin, {})
  }
}

export const protocol = new Protocol()
export const session = { defaultSession: new Session() }
