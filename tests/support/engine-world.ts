import { Engine } from '../../src-main/engine/engine.ts'
import type { Clock } from '../../src-main/engine/ports/clock.ts'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { SqliteJobStore } from '../../src-main/store/sqlite-job-store.ts'
import type { Priority } from '../../src-preload/model.ts'
import { entryFor, FakeProvider } from './fake-provider.ts'
import { listOf, numbered, openMemoryLibrary } from './test-library.ts'
import { VirtualClock } from './virtual-clock.ts'

export interface WorldOptions {
  readonly seed: number
  readonly concurrency: number
  readonly maxAttempts: number
}

/** An engine on a real schema, with a provider of many moods and a disk that can fill up; survives crashes of it. */
export class EngineWorld {
  readonly clock: VirtualClock
  readonly database: WritableDatabase = openMemoryLibrary()
  readonly jobs: { readonly id: string; readonly words: readonly string[] }[] = []
  /** How often each word was asked, over all lives of the engine. */
  readonly asked = new Map<string, number>()
  provider!: FakeProvider
  engine!: Engine
  crashes = 0
  mostInFlight = 0
  readonly #options: WorldOptions
  #process!: Clock & { kill(): void }
  #isDiskFull = false
  #isCalm = false

  constructor(options: WorldOptions) {
    this.#options = options
    this.clock = new VirtualClock({ seed: options.seed })
    this.#boot()
  }

  async submit(words: number, priority: Priority): Promise<void> {
    const list = numbered(words, `job${this.jobs.length}-`)
    const job = await this.engine.submit({
      name: 'list',
      list: listOf(list),
      fields: ['definition'],
      priority,
      providerId: this.provider.id,
    })
    this.jobs.push({ id: job.id, words: list })
  }

  /** The process is gone: what was not written is lost, and calls in flight answer nobody. */
  crash(): void {
    this.crashes += 1
    this.#process.kill()
    this.#isDiskFull = false
    this.#boot()
  }

  /** An orderly stop, then a new start. */
  async restart(): Promise<void> {
    let isStopped = false
    const stopping = this.engine.stop().catch(() => {
      // The disk is full: what is not written counts as lost, as after a crash.
      this.crashes += 1
    })
    void stopping.then(() => {
      isStopped = true
    })
    await this.clock.until(() => isStopped, 6_000)
    this.#process.kill()
    this.#isDiskFull = false
    this.#boot()
  }

  fillDisk(isFull: boolean): void {
    this.#isDiskFull = isFull
  }

  /** From now on the disk has room and the provider answers everything: every job can end. */
  async finish(): Promise<void> {
    this.#isDiskFull = false
    this.#isCalm = true
    await this.clock.until(() => this.engine.stats().pendingWords === 0)
  }

  #boot(): void {
    this.#process = this.clock.forProcess()
    this.provider = new FakeProvider(this.#process, {
      concurrency: this.#options.concurrency,
      latency: (words) => {
        this.mostInFlight = Math.max(this.mostInFlight, this.provider.inFlight)
        for (const word of words) this.asked.set(word, (this.asked.get(word) ?? 0) + 1)
        return Math.floor(this.clock.random() * 400)
      },
      answer: (word) => (this.#isCalm ? entryFor(word) : this.#moodyAnswer(word)),
    })
    const store = new SqliteJobStore(this.database)
    const commit = store.commit.bind(store)
    store.commit = (batch) => {
      if (this.#isDiskFull) throw new Error('database or disk is full')
      return commit(batch)
    }
    const settings = { maxAttempts: this.#options.maxAttempts }
    this.engine = new Engine({ store, providers: [this.provider], clock: this.#process, settings })
    this.engine.start()
  }

  #moodyAnswer(word: string): RequestOutcome | undefined {
    const dice = this.clock.random()
    if (dice < 0.08) return { kind: 'transient', fault: { code: 'RESET', message: 'reset' } }
    if (dice < 0.1) return { kind: 'rate-limited', until: this.clock.now() + Math.floor(this.clock.random() * 2_000) }
    if (dice < 0.12) return { kind: 'permanent', fault: { code: 'REFUSED', message: 'refused' } }
    if (dice < 0.14) return { kind: 'not-found', suggestions: [] }
    if (dice < 0.15) return undefined
    if (dice < 0.155) throw new Error('the provider has a bug')
    return entryFor(word)
  }
}
