import type { Clock } from '../../src-main/engine/ports/clock.ts'
import type {
  ChunkAnswer,
  Provider,
  ProviderLimits,
  RequestOutcome,
  Usage,
  WordRequest,
} from '../../src-main/engine/ports/provider.ts'

export interface Call {
  readonly at: number
  readonly words: readonly string[]
}

export interface FakeProviderOptions {
  readonly id?: string
  readonly chunk?: number
  readonly concurrency?: number
  /** Milliseconds a call takes, by the words asked. */
  readonly latency?: (words: readonly string[]) => number
  /** What a word gets; may throw, which breaks the provider's promise on purpose. */
  readonly answer?: (word: string) => RequestOutcome | undefined
  readonly limits?: ProviderLimits
  /** Set to have answers cached under this question. */
  readonly cacheKey?: string
  /** What a word may cost and what it then does cost. */
  readonly price?: { readonly estimate: Usage; readonly actual: Usage }
}

export const entryFor = (word: string): RequestOutcome => ({
  kind: 'entry',
  body: JSON.stringify({ lemma: word, senses: [], pronunciation: [] }),
})

/** A provider in virtual time that keeps a record of what it was asked. */
export class FakeProvider implements Provider {
  readonly id: string
  readonly name = 'Fake'
  readonly chunk: { readonly default: number; readonly max: number }
  readonly concurrency: number
  readonly limits: ProviderLimits
  readonly cacheKey?: () => string
  readonly estimate?: (words: readonly WordRequest[]) => Usage
  readonly calls: Call[] = []
  readonly aborted: string[] = []
  inFlight = 0
  mostInFlight = 0
  readonly #clock: Clock
  readonly #options: FakeProviderOptions

  constructor(clock: Clock, options: FakeProviderOptions = {}) {
    this.id = options.id ?? 'fake'
    this.chunk = { default: options.chunk ?? 5, max: 500 }
    this.concurrency = options.concurrency ?? 4
    this.limits = options.limits ?? {}
    const { cacheKey, price } = options
    if (cacheKey !== undefined) this.cacheKey = () => cacheKey
    if (price !== undefined) this.estimate = (words) => times(price.estimate, words.length)
    this.#clock = clock
    this.#options = options
  }

  get asked(): string[] {
    return this.calls.flatMap((call) => call.words)
  }

  async lookUp(requests: readonly WordRequest[], _question: unknown, signal: AbortSignal): Promise<ChunkAnswer> {
    const words = requests.map((request) => request.word)
    this.calls.push({ at: this.#clock.now(), words })
    this.inFlight += 1
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight)
    try {
      await this.#latency(words, signal)
      const outcomes = words.map((word) => (this.#options.answer ?? entryFor)(word) as RequestOutcome)
      const { price } = this.#options
      return price === undefined ? { outcomes } : { outcomes, usage: times(price.actual, words.length) }
    } finally {
      this.inFlight -= 1
      if (signal.aborted) this.aborted.push(...words)
    }
  }

  async close(): Promise<void> {}

  #latency(words: readonly string[], signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const cancel = this.#clock.setTimer(this.#options.latency?.(words) ?? 100, resolve)
      signal.addEventListener('abort', () => {
        cancel()
        reject(signal.reason)
      })
    })
  }
}

function times({ tokens, costMicros }: Usage, count: number): Usage {
  return { tokens: tokens * count, costMicros: costMicros * count }
}
