import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import type { ChunkQuestion, WorkerAnswer, WorkerMessage } from './dictionary-worker.ts'

/** Thrown to the callers of a chunk whose worker died or could not read; the chunk may be tried again. */
export class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure'
}

interface Waiting {
  readonly resolve: (answers: readonly WorkerAnswer[]) => void
  readonly reject: (error: Error) => void
}

/** One thread and the chunks it owes an answer. */
interface Slot {
  worker: Worker | undefined
  readonly waiting: Map<number, Waiting>
}

/**
 * A fixed number of worker threads. A thread that dies fails the chunks it had and is replaced when the next chunk
 * comes, so that a thread which can not live does not spin.
 */
export class WorkerPool {
  private readonly slots: Slot[]
  private readonly spawn: () => Worker
  private nextId = 1
  private isClosed = false

  /** `spawn` starts one thread that runs `dictionary-worker.ts`. */
  constructor(size: number, spawn: () => Worker) {
    this.spawn = spawn
    this.slots = Array.from({ length: size }, () => ({ worker: undefined, waiting: new Map() }))
  }

  /** Starts all threads. Rejects with the reason when one can not read the dictionary. */
  async start(): Promise<void> {
    await Promise.all(
      this.slots.map(async (slot) => {
        const [message] = (await once(this.fill(slot), 'message')) as [WorkerMessage]
        if (message.type === 'unusable') throw new WorkerFailure(message.reason)
      }),
    )
  }

  /**
   * Looks up one chunk on the thread with the least to do. Rejects with `signal.reason` as soon as the signal is
   * aborted (an answer that comes later is ignored) and with a WorkerFailure when the thread dies.
   */
  run(words: readonly string[], signal: AbortSignal): Promise<readonly WorkerAnswer[]> {
    if (signal.aborted) return Promise.reject(signal.reason)
    if (this.isClosed) return Promise.reject(new WorkerFailure('The dictionary is closed.'))
    const slot = this.slots.reduce((least, other) => (other.waiting.size < least.waiting.size ? other : least))
    const id = this.nextId++
    return new Promise((resolve, reject) => {
      const stopListening = (): void => signal.removeEventListener('abort', abort)
      const abort = (): void => {
        slot.waiting.delete(id)
        reject(signal.reason)
      }
      signal.addEventListener('abort', abort, { once: true })
      slot.waiting.set(id, {
        resolve: (answers) => {
          stopListening()
          resolve(answers)
        },
        reject: (error) => {
          stopListening()
          reject(error)
        },
      })
      const worker = slot.worker ?? this.fill(slot)
      worker.postMessage({ id, words } satisfies ChunkQuestion)
    })
  }

  /** Ends all threads; chunks under way fail. */
  async close(): Promise<void> {
    this.isClosed = true
    await Promise.all(this.slots.map((slot) => slot.worker?.terminate()))
  }

  private fill(slot: Slot): Worker {
    const worker = this.spawn()
    slot.worker = worker
    let reason = 'A dictionary thread ended unexpectedly.'
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'unusable') {
        reason = message.reason
        void worker.terminate()
      } else if (message.type !== 'ready') {
        settle(slot, message)
      }
    })
    worker.on('error', (error) => {
      reason = error instanceof Error ? error.message : String(error)
    })
    worker.on('exit', () => {
      if (slot.worker === worker) slot.worker = undefined
      for (const { reject } of slot.waiting.values()) reject(new WorkerFailure(reason))
      slot.waiting.clear()
    })
    return worker
  }
}

function settle(slot: Slot, message: Extract<WorkerMessage, { id: number }>): void {
  const waiting = slot.waiting.get(message.id)
  // Nobody waits any more for a chunk that was aborted.
  if (waiting === undefined) return
  slot.waiting.delete(message.id)
  if (message.type === 'answers') waiting.resolve(message.answers)
  else waiting.reject(new WorkerFailure(message.reason))
}
