import { Engine } from '../../src-main/engine/engine.ts'
import type { Clock } from '../../src-main/engine/ports/clock.ts'
import type { RequestOutcome } from '../../src-main/engine/ports/provider.ts'
import type { WritableDatabase } from '../../src-main/store/database.ts'
import { SqliteJobStore } from '../../src-main/store/sqlite-job-store.ts'
import { WordmillError } from '../../src-preload/errors.ts'
import type { Priority } from '../../src-preload/model.ts'
import { entryFor, FakeProvider } from './fake-provider.ts'
import { listOf, openMemoryLibrary } from './test-library.ts'
import { VirtualClock } from './virtual-clock.ts'

export interface WorldOptions {
  readonly seed: number
  readonly concurrency: number
  readonly maxAttempts: number
  /** Whether answers are cached and identical words coalesced. */
  readonly isCached: boolean
  /** Micro-dollars a word may cost; it then costs up to that. */
  readonly price: number
}

/** Few words, so that jobs share them: a swapped or doubled answer has somewhere to show. */
const VOCABULARY = 60

/** An engine on the real schema, with a provider of many moods and a disk that can fill up; survives crashes of it. */
export class EngineWorld {
  readonly clock: VirtualClock
  readonly database: WritableDatabase = openMemoryLibrary()
  /** Jobs that were submitted and not removed. */
  readonly jobs: { readonly id: string; readonly words: readonly string[] }[] = []
  provider!: FakeProvider
  engine!: Engine
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

  async submit(count: number, priority: Priority, budgetMicros?: number): Promise<void> {
    const words = Array.from({ length: count }, () => `word${Math.floor(this.clock.random() * VOCABULARY)}`)
    const job = await this.engine.submit({
      name: 'list',
      list: listOf(words),
      fields: ['definition'],
      priority,
      providerId: this.provider.id,
      budgetMicros,
    })
    this.jobs.push({ id: job.id, words })
  }

  /** Does something to a job; being refused because of its state or the disk is fine, anything else is not. */
  control(index: number, act: (id: string) => void): void {
    const job = this.jobs[index % Math.max(1, this.jobs.length)]
    if (job === undefined) return
    try {
      act(job.id)
    } catch (error) {
      const code = error instanceof WordmillError ? error.code : undefined
      const isExpected = code === 'JOB_STATE' || (code === 'LIBRARY_UNUSABLE' && this.#isDiskFull)
      if (!isExpected) throw error
    }
  }

  remove(index: number): void {
    this.control(index, (id) => {
      this.engine.controls.remove(id)
      const at = this.jobs.findIndex((job) => job.id === id)
      this.jobs.splice(at, 1)
    })
  }

  /** The process is gone: what was not written is lost, and calls in flight answer nobody. */
  crash(): void {
    this.#process.kill()
    this.#isDiskFull = false
    this.#boot()
  }

  /** An orderly stop, then a new start. */
  async restart(): Promise<void> {
    let isStopped = false
    // On a full disk it rejects: what is not written counts as lost, as after a crash.
    const stopping = this.engine.stop().catch(() => undefined)
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

  pauseAll(isPaused: boolean): void {
    this.engine.configure({ ...this.engine.settings, isPaused })
  }

  /** From now on the disk has room, money is no object and the provider answers everything: every job can end. */
  async finish(): Promise<void> {
    this.#isDiskFull = false
    this.#isCalm = true
    this.pauseAll(false)
    for (const { id, budgetMicros } of this.engine.jobs()) {
      if (budgetMicros !== undefined) this.engine.controls.update(id, { budgetMicros: undefined })
      // Writing the change may have written a job's last results too: what is paused is known only now.
      if (this.engine.job(id).state === 'paused') this.engine.controls.resume(id)
    }
    await this.clock.until(() => this.engine.stats().pendingWords === 0)
  }

  #boot(): void {
    const { concurrency, isCached, price } = this.#options
    this.#process = this.clock.forProcess()
    this.provider = new FakeProvider(this.#process, {
      concurrency,
      ...(isCached && { cacheKey: 'the question' }),
      ...(price > 0 && {
        price: { estimate: { tokens: 10, costMicros: price }, actual: { tokens: 5, costMicros: Math.ceil(price / 2) } },
      }),
      latency: () => {
        this.mostInFlight = Math.max(this.mostInFlight, this.provider.inFlight)
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
    const settings = { maxRetries: this.#options.maxAttempts - 1 }
    this.engine = new Engine({ store, providers: [this.provider], clock: this.#process, settings })
    this.engine.start()
  }

  #moodyAnswer(word: string): RequestOutcome | undefined {
    const dice = this.clock.random()
    if (dice < 0.08) {
      const isOverload = this.clock.random() < 0.5
      return { kind: 'transient', fault: { code: 'RESET', message: 'reset' }, isOverload }
    }
    if (dice < 0.1) return { kind: 'rate-limited', until: this.clock.now() + Math.floor(this.clock.random() * 2_000) }
    if (dice < 0.12) return { kind: 'permanent', fault: { code: 'REFUSED', message: 'refused' } }
    if (dice < 0.14) return { kind: 'not-found', suggestions: [] }
    if (dice < 0.15) return undefined
    if (dice < 0.155) throw new Error('the provider has a bug')
    return entryFor(word)
  }
}
