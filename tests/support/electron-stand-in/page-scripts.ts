/**
 * The two scripts that run in a page before its own. They are written as functions and travel as text, so they use
 * nothing from outside themselves.
 */

/** In the page's world: makes what the preload exposes appear on `window`, as contextBridge does. */
function pageWorld(secret: string): void {
  if (window.parent !== window) return
  interface Pending {
    resolve(value: unknown): void
    reject(error: Error): void
  }
  const pending = new Map<number, Pending>()
  let nextCall = 0
  const methodOf =
    (name: string, method: string) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = nextCall++
        pending.set(id, { resolve, reject })
        document.dispatchEvent(new CustomEvent(`${secret}:call`, { detail: { id, name, method, args } }))
      })
  document.addEventListener(`${secret}:expose`, (event) => {
    const { name, methods } = (event as CustomEvent<{ name: string; methods: string[] }>).detail
    const api = Object.fromEntries(methods.map((method) => [method, methodOf(name, method)]))
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
  })
  document.addEventListener(`${secret}:return`, (event) => {
    const { id, value, error } = (event as CustomEvent<{ id: number; value?: unknown; error?: string }>).detail
    const call = pending.get(id)
    pending.delete(id)
    if (error === undefined) call?.resolve(value)
    else call?.reject(new Error(error))
  })
}

/** In the preload's own world: the module `electron` as a sandboxed preload sees it. */
function preloadWorld(secret: string, toMain: string, preload: (require: unknown, module: unknown) => void): void {
  if (window.parent !== window) return
  type Wire = { kind: 'json'; value: unknown } | { kind: 'bytes'; base64: string }
  const ports = new Map<number, MessagePort>()
  const calls = new Map<number, (answer: { value?: unknown; error?: string }) => void>()
  const files: File[] = []
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>()
  let nextId = 0

  const send = (message: unknown) =>
    (globalThis as unknown as Record<string, (text: string) => void>)[toMain]?.(JSON.stringify(message))
  const pack = (data: unknown): Wire => {
    if (!(data instanceof ArrayBuffer) && !ArrayBuffer.isView(data)) return { kind: 'json', value: data }
    const bytes =
      data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return { kind: 'bytes', base64: btoa(text) }
  }
  const unpack = (data: Wire) =>
    data.kind === 'json' ? data.value : Uint8Array.from(atob(data.base64), (character) => character.charCodeAt(0))

  const forwardPort = (port: MessagePort) => {
    const id = nextId++
    ports.set(id, port)
    port.addEventListener('message', (event) => send({ kind: 'port-message', port: id, data: pack(event.data) }))
    port.addEventListener('close', () => send({ kind: 'port-close', port: id }))
    port.start()
    return id
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, (...args: unknown[]) => unknown>) {
        const isPlain = Object.values(api).every((value) => typeof value === 'function')
        if (!isPlain) throw new Error('The stand-in exposes functions only')
        exposed.set(name, api)
        document.dispatchEvent(new CustomEvent(`${secret}:expose`, { detail: { name, methods: Object.keys(api) } }))
      },
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) =>
        new Promise((resolve, reject) => {
          const id = nextId++
          calls.set(id, ({ value, error }) => {
            if (error === undefined) resolve(value)
            else reject(new Error(`Error invoking remote method '${channel}': ${error}`))
          })
          send({ kind: 'invoke', id, channel, args })
        }),
      postMessage: (channel: string, message: unknown, transfer: MessagePort[] = []) =>
        send({ kind: 'post', channel, message, ports: transfer.map(forwardPort) }),
    },
    webUtils: {
      // The path is known to the browser process only: main puts it in before a handler sees the arguments.
      getPathForFile: (file: File) => `stand-in-file:${files.push(file) - 1}`,
    },
  }

  document.addEventListener(`${secret}:call`, (event) => {
    const { id, name, method, args } = (
      event as CustomEvent<{ id: number; name: string; method: string; args: unknown[] }>
    ).detail
    const answer = (detail: unknown) => document.dispatchEvent(new CustomEvent(`${secret}:return`, { detail }))
    Promise.resolve()
      .then(() => exposed.get(name)?.[method]?.(...args))
      .then(
        (value) => answer({ id, value }),
        (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
      )
  })

  Object.assign(globalThis, {
    standIn: {
      files,
      settle: (id: number, answer: { value?: unknown; error?: string }) => calls.get(id)?.(answer),
      deliver: (port: number, data: Wire) => ports.get(port)?.postMessage(unpack(data)),
      closePort: (port: number) => ports.get(port)?.close(),
    },
  })
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}`)
    return electron
  }
  preload(require, { exports: {} })
}

export function pageWorldScript(secret: string): string {
  return `(${pageWorld})(${JSON.stringify(secret)})`
}

export function preloadWorldScript(secret: string, binding: string, preload: string): string {
  const wrapped = `(require, module) => { const exports = module.exports; ${preload}\n}`
  return `(${preloadWorld})(${JSON.stringify(secret)}, ${JSON.stringify(binding)}, ${wrapped})`
}
