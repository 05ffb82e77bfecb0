import { parentPort, workerData } from 'node:worker_threads'
import { Dictionary } from './dictionary.ts'

/** What the worker is started with. */
export interface WorkerInput {
  readonly file: string
}

/** One chunk for the worker to look up. */
export interface ChunkQuestion {
  readonly id: number
  readonly words: readonly string[]
}

/** What the worker sends: once `ready` or `unusable`, then one `answers` a chunk. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'unusable'; readonly reason: string }
  /** One item a word, in order: an entry as JSON text, or the suggestions for an unknown word. */
  | { readonly type: 'answers'; readonly id: number; readonly answers: readonly WorkerAnswer[] }
  | { readonly type: 'failure'; readonly id: number; readonly reason: string }

export type WorkerAnswer = string | readonly string[]

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function lookUpAll(dictionary: Dictionary, { id, words }: ChunkQuestion): WorkerMessage {
  try {
    const answers = words.map((word): WorkerAnswer => {
      const answer = dictionary.lookUp(word)
      return 'body' in answer ? answer.body : answer.suggestions
    })
    return { type: 'answers', id, answers }
  } catch (error) {
    return { type: 'failure', id, reason: messageOf(error) }
  }
}

function serve(): void {
  const port = parentPort
  // Imported for its types only, or run by hand.
  if (port === null) return
  const send = (message: WorkerMessage): void => port.postMessage(message)
  try {
    const dictionary = new Dictionary((workerData as WorkerInput).file)
    port.on('message', (question: ChunkQuestion) => send(lookUpAll(dictionary, question)))
    send({ type: 'ready' })
  } catch (error) {
    send({ type: 'unusable', reason: messageOf(error) })
  }
}

serve()
