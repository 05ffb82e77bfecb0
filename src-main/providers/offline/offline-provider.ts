import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { WordmillError } from '../../../src-preload/errors.ts'
import type { ChunkAnswer, Provider, Question, RequestOutcome, WordRequest } from '../../engine/ports/provider.ts'
import { type DictionaryInfo, readDictionaryInfo } from './dictionary.ts'
import type { WorkerAnswer, WorkerInput } from './dictionary-worker.ts'
import { WorkerFailure, WorkerPool } from './worker-pool.ts'

export interface OfflineOptions {
  /** The built `dictionary.sqlite`. */
  readonly file: string
  /** Threads, at least 1; default: 2, or 1 on a machine with one core. */
  readonly workers?: number
  /** Starts a thread; default: the dictionary worker. For tests that want to kill one. */
  readonly spawn?: (input: WorkerInput) => Worker
}

export type OfflineDictionary = Provider & { info(): DictionaryInfo }

const DEFAULT_WORKERS = 2

/** Calls in flight a thread: one that it works on and one that waits, so that it never idles between two. */
const CALLS_PER_WORKER = 2

/**
 * Opens the offline dictionary and starts its threads.
 * Rejects with DICTIONARY_MISSING when the file is not there, is damaged or was built for another version.
 */
export async function openOfflineProvider(options: OfflineOptions): Promise<OfflineDictionary> {
  const { file } = options
  const workers = Math.max(1, options.workers ?? Math.min(DEFAULT_WORKERS, availableParallelism()))
  const pool = new WorkerPool(workers, () => (options.spawn ?? spawnWorker)({ file }))
  try {
    const info = readDictionaryInfo(file)
    await pool.start()
    return new OfflineProvider(pool, info, workers)
  } catch (error) {
    await pool.close()
    throw dictionaryMissing(file, error)
  }
}

function dictionaryMissing(file: string, cause: unknown): WordmillError {
  const problem = existsSync(file) ? 'can not be read' : 'is not there'
  return new WordmillError(
    'DICTIONARY_MISSING',
    `The offline dictionary ${file} ${problem}. Build it with: npm run dictionary -- --force`,
    { file },
    { cause },
  )
}

/** Entries are garbage as soon as they are sent; without a limit the young generation grows to several times this. */
const RESOURCES = { maxYoungGenerationSizeMb: 8 }

/** Starts the worker from source under Node, and from the built file beside the bundle in Electron. */
function spawnWorker(input: WorkerInput): Worker {
  return new Worker(workerUrl(), { workerData: input, name: 'dictionary', resourceLimits: RESOURCES })
}

function workerUrl(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./dictionary-worker.ts', import.meta.url)
  const name = 'dictionary-worker.js'
  const beside = new URL(name, import.meta.url)
  // A bundler may put this module into a folder of chunks below the entries.
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../${name}`, import.meta.url)
}

/** The built-in dictionary as a provider: free, offline, and done with a word in microseconds. */
class OfflineProvider implements OfflineDictionary {
  readonly id = 'offline'
  readonly name = 'Offline dictionary'
  readonly chunk = { default: 200, max: 500 } as const
  readonly concurrency: number
  private readonly pool: WorkerPool
  private readonly dictionaryInfo: DictionaryInfo

  constructor(pool: WorkerPool, info: DictionaryInfo, workers: number) {
    this.pool = pool
    this.dictionaryInfo = info
    this.concurrency = workers * CALLS_PER_WORKER
  }

  info(): DictionaryInfo {
    return this.dictionaryInfo
  }

  /** Entries are always complete, whatever fields are asked for: nothing is saved by leaving any out. */
  async lookUp(words: readonly WordRequest[], _question: Question, signal: AbortSignal): Promise<ChunkAnswer> {
    try {
      const answers = await this.pool.run(
        words.map((request) => request.word),
        signal,
      )
      return { outcomes: answers.map(outcomeOf) }
    } catch (error) {
      if (!(error instanceof WorkerFailure)) throw error
      const fault = { code: 'DICTIONARY_FAILED', message: `The offline dictionary failed: ${error.message}` }
      return { outcomes: words.map(() => ({ kind: 'transient', fault })) }
    }
  }

  close(): Promise<void> {
    return this.pool.close()
  }
}

const outcomeOf = (answer: WorkerAnswer): RequestOutcome =>
  typeof answer === 'string' ? { kind: 'entry', body: answer } : { kind: 'not-found', suggestions: answer }
