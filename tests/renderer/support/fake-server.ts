import type { JobState, JobSummary, ProgressMessage } from '../../../src-preload/model.ts'
import { makeCounts, makeJob, NO_STATS } from './make-job.ts'

/** What can happen to the queue of a fake server, and to a stream from it. */
export type ServerStep =
  | { readonly kind: 'change'; readonly id: string; readonly answered: number; readonly state: JobState }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'lose' }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'break' }
  | { readonly kind: 'restart' }

interface OpenStream {
  readonly push: (message: ProgressMessage) => void
  readonly fail: () => void
}

/** Holds the truth about a queue and tells it over streams that lose, repeat and break. */
export class FakeServer {
  readonly jobs = new Map<string, JobSummary>()
  subscriptions = 0
  #revision = 0
  #stream: OpenStream | undefined
  #isLosing = false
  #isRepeating = false

  /** As `jobs.watch`: a snapshot, then diffs. */
  async subscribe(signal: AbortSignal): Promise<AsyncIterable<ProgressMessage>> {
    this.subscriptions += 1
    const { stream, open } = openStream(signal)
    this.#stream = open
    open.push({ type: 'snapshot', revision: this.#revision, jobs: [...this.jobs.values()], stats: NO_STATS })
    return stream
  }

  play(step: ServerStep): void {
    if (step.kind === 'change') {
      const counts = makeCounts({ answered: step.answered })
      this.#tell([makeJob({ id: step.id, state: step.state, counts })], [])
    }
    if (step.kind === 'remove') this.#tell([], [step.id])
    if (step.kind === 'lose') this.#isLosing = true
    if (step.kind === 'repeat') this.#isRepeating = true
    if (step.kind === 'break') this.#stream?.fail()
    if (step.kind === 'restart') {
      this.#revision = 0
      this.#stream?.fail()
    }
  }

  #tell(changed: JobSummary[], removed: string[]): void {
    for (const job of changed) this.jobs.set(job.id, job)
    for (const id of removed) this.jobs.delete(id)
    this.#revision += 1
    const message: ProgressMessage = { type: 'diff', revision: this.#revision, changed, removed, stats: NO_STATS }
    if (!this.#isLosing) this.#stream?.push(message)
    if (this.#isRepeating) this.#stream?.push(message)
    this.#isLosing = false
    this.#isRepeating = false
  }
}

function openStream(signal: AbortSignal): { stream: AsyncIterable<ProgressMessage>; open: OpenStream } {
  const queue: ProgressMessage[] = []
  let isBroken = false
  let wake: (() => void) | undefined
  const poke = () => wake?.()
  signal.addEventListener('abort', poke)
  async function* read(): AsyncGenerator<ProgressMessage> {
    while (!signal.aborted) {
      const next = queue.shift()
      if (next !== undefined) yield next
      else if (isBroken) throw new Error('the stream broke')
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    stream: read(),
    open: {
      push(message) {
        queue.push(message)
        poke()
      },
      fail() {
        isBroken = true
        poke()
      },
    },
  }
}
