import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../src-preload/contract.ts'
import type { ClaimedFile } from '../../src-preload/page-bridge.ts'
import { backoffDelay, pause } from './backoff.ts'
import type { ShellBridge, Transport, WordmillLink } from './transport.ts'

export type WordmillClient = ContractRouterClient<Contract>

/** A call that could not be made because nothing is connected; it was not sent. */
export class ConnectionLostError extends Error {
  constructor(options?: ErrorOptions) {
    super('Wordmill is not connected right now. It keeps trying; try again in a moment.', options)
    this.name = 'ConnectionLostError'
  }
}

/** Keeps one transport open as long as the page lives and lets every call go over the current one. */
export class Connection {
  readonly client: WordmillClient
  readonly #bridge: ShellBridge
  readonly #end = new AbortController()
  #current: Transport
  #isLost = false

  constructor(bridge: ShellBridge) {
    this.#bridge = bridge
    this.#current = bridge.openTransport()
    const link: WordmillLink = { call: (path, input, options) => this.#call(path, input, options) }
    this.client = createORPCClient<WordmillClient>(link)
    void this.#keepOpen()
  }

  /** Resolves when calls can be made, also after a loss. */
  async whenOpen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const isOpen = !this.#isLost && (await settles(this.#current.opened))
      if (isOpen) return
      await pause(50, signal)
    }
  }

  /** What to tell the person when main stays away. */
  get goneSentence(): string {
    return this.#bridge.goneSentence
  }

  claimFile(file: File): Promise<ClaimedFile> {
    return this.#bridge.claimFile(file)
  }

  close(): void {
    this.#end.abort()
  }

  async #call(path: readonly string[], input: unknown, options: Parameters<WordmillLink['call']>[2]): Promise<unknown> {
    if (this.#isLost) throw new ConnectionLostError()
    const transport = this.#current
    if (!(await settles(transport.opened))) throw new ConnectionLostError()
    try {
      return await transport.link.call(path, input, options)
    } catch (error) {
      // A transport that closes ends its calls with an abort of its own; the person needs to hear what happened.
      const isCut = this.#current !== transport || this.#isLost
      if (isCut && options.signal?.aborted !== true) throw new ConnectionLostError({ cause: error })
      throw error
    }
  }

  async #keepOpen(): Promise<void> {
    let failures = 0
    while (!this.#end.signal.aborted) {
      if (await settles(this.#current.opened)) {
        this.#isLost = false
        failures = 0
      }
      await this.#current.closed
      this.#isLost = true
      failures += 1
      await pause(backoffDelay(failures), this.#end.signal)
      if (this.#end.signal.aborted) return
      this.#current = this.#bridge.openTransport()
    }
  }
}

async function settles(promise: Promise<void>): Promise<boolean> {
  try {
    await promise
    return true
  } catch {
    return false
  }
}
