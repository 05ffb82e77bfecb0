import { EventEmitter } from 'node:events'
import { fromWire, toWire, type WireValue } from './wire.ts'

/** Main's end of a MessagePort whose other end is in a page. */
export class PipedPort extends EventEmitter {
  readonly #send: (data: WireValue) => void
  readonly #close: () => void
  readonly #early: unknown[] = []
  #isStarted = false
  #isClosed = false

  constructor(send: (data: WireValue) => void, close: () => void) {
    super()
    this.#send = send
    this.#close = close
  }

  postMessage(data: unknown): void {
    if (!this.#isClosed) this.#send(toWire(data))
  }

  start(): void {
    this.#isStarted = true
    for (const data of this.#early.splice(0)) this.emit('message', { data, ports: [] })
  }

  close(): void {
    if (this.#isClosed) return
    this.#close()
    this.closed()
  }

  /** The page sent something. */
  received(wire: WireValue): void {
    const data = fromWire(wire)
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#early.push(data)
  }

  /** The page's end is gone. */
  closed(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.emit('close')
  }
}
