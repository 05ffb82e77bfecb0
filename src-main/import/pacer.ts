import { setImmediate } from 'node:timers/promises'

/** Longest stretch of work between two turns of the event loop, in milliseconds. */
const STRETCH = 5

/** Lets the event loop turn while a long list is read, so that the window and other jobs stay alive. */
export class Pacer {
  readonly #signal: AbortSignal | undefined
  #since = performance.now()

  constructor(signal?: AbortSignal) {
    this.#signal = signal
  }

  /**
   * Gives way if it is time to.
   * @throws the signal's reason when it was aborted
   */
  async pause(): Promise<void> {
    this.#signal?.throwIfAborted()
    if (performance.now() - this.#since < STRETCH) return
    await setImmediate()
    this.#signal?.throwIfAborted()
    this.#since = performance.now()
  }
}
