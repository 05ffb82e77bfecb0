/**
 * A real-time run of "one urgent word": a job of low priority saturates a provider of fixed latency, and a job of high
 * priority with one word comes in at a random moment. What counts is the time from the submission to the answer on
 * disk, as a multiple of the provider's latency.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { InstantProvider } from '../systems/instant-provider.ts'
import { readTask, report, type Task } from '../systems/measurement.ts'
import { completion, listOf, openDurableLibrary, startEngine, submit } from '../systems/our-library.ts'
import { median } from './spread.ts'

export interface ExpressFact {
  readonly latency: number
  readonly concurrency: number
  readonly chunk: number
  readonly repetitions: number
  /** Multiples of the latency. */
  readonly median: number
  readonly max: number
  /** Milliseconds until the submission itself returned, in the median. */
  readonly submitted: number
  readonly backlog: number
}

interface ExpressTask extends Task {
  readonly latency: number
  readonly concurrency: number
  readonly chunk: number
  readonly repetitions: number
}

const { folder, words, latency, concurrency, chunk, repetitions } = readTask<ExpressTask>()
const library = openDurableLibrary(folder)
const provider = new InstantProvider({ chunk, concurrency, latency })
const engine = startEngine(library, provider)
const low = await submit(engine, listOf(words), 'low')
while (provider.inFlight < concurrency) await sleep(5)

const ratios: number[] = []
const submissions: number[] = []
for (let repetition = 0; repetition < repetitions; repetition += 1) {
  await sleep(3 * latency + Math.random() * latency)
  const startedAt = performance.now()
  const { id } = await submit(engine, listOf(1), 'high')
  submissions.push(performance.now() - startedAt)
  ratios.push(((await completion(engine, id)) - startedAt) / latency)
}
const backlog = engine.job(low.id).counts
engine.controls.cancel(low.id)
await engine.stop()
library.close()
report({
  latency,
  concurrency,
  chunk,
  repetitions,
  median: median(ratios),
  max: Math.max(...ratios),
  submitted: median(submissions),
  backlog: backlog.total - backlog.answered,
} satisfies ExpressFact)
