import type { ChunkAnswer, Provider, Question, WordRequest } from '../../../../src-main/engine/ports/provider.ts'
import { answerBody } from './payload.ts'

export interface InstantProviderOptions {
  /** Words in one call. */
  readonly chunk: number
  /** Calls in flight. */
  readonly concurrency: number
  /** Least length of an answer in characters. */
  readonly bytes?: number
  /** Milliseconds a call takes; 0 answers at once, without a timer. */
  readonly latency?: number
  /** Whether its answers may be cached, as those of a provider that costs money are. */
  readonly isCached?: boolean
}

/** A provider that costs next to nothing, so that what is measured is the engine and its store. */
export class InstantProvider implements Provider {
  readonly id = 'instant'
  readonly name = 'Instant'
  readonly chunk: { readonly default: number; readonly max: number }
  readonly concurrency: number
  readonly cacheKey?: () => string
  /** Words it was asked, to tell that none was asked twice. */
  asked = 0
  inFlight = 0
  readonly #bytes: number
  readonly #latency: number

  constructor({ chunk, concurrency, bytes = 0, latency = 0, isCached = false }: InstantProviderOptions) {
    this.chunk = { default: chunk, max: chunk }
    this.concurrency = concurrency
    this.#bytes = bytes
    this.#latency = latency
    if (isCached) this.cacheKey = () => 'instant'
  }

  async lookUp(words: readonly WordRequest[], _question: Question, signal: AbortSignal): Promise<ChunkAnswer> {
    this.asked += words.length
    if (this.#latency > 0) {
      this.inFlight += 1
      await delay(this.#latency, signal)
      this.inFlight -= 1
    }
    return { outcomes: words.map(({ word }) => ({ kind: 'entry', body: answerBody(word, this.#bytes) })) }
  }

  async close(): Promise<void> {}
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    signal.addEventListener('abort', finish)
  })
}
