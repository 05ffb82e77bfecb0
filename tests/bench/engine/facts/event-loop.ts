/**
 * How long main's event loop is held up while a job drains at full speed and somebody watches. `monitorEventLoopDelay`
 * sees everything, garbage collection and other processes too; the store's calls are timed one by one beside it, by the
 * clock and by the processor time of this thread.
 */
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import type { JobStore } from '../../../../src-main/engine/ports/job-store.ts'
import { InstantProvider } from '../systems/instant-provider.ts'
import { readTask, report, type Task } from '../systems/measurement.ts'
import { completion, listOf, openDurableLibrary, startEngine, submit, verifyJob } from '../systems/our-library.ts'
import { type Spread, spreadOf } from './spread.ts'

export interface EventLoopFact {
  readonly words: number
  readonly chunk: number
  readonly drainSeconds: number
  /** Milliseconds between two turns of a timer of 1 ms. */
  readonly delay: Spread
  /** Milliseconds that one call of the store took, and how much of them this thread was computing. */
  readonly commit: Spread
  readonly commitCpu: Spread
  readonly readBlock: Spread
  /** Longest turn of the loop while the list was being submitted. */
  readonly submitDelayMax: number
  readonly garbage: Spread
}

interface LoopTask extends Task {
  readonly chunk: number
  readonly concurrency: number
  readonly bytes?: number
}

interface Timings {
  readonly wall: number[]
  readonly cpu: number[]
}

/** Times every call of one of the store's methods. */
function time<Name extends 'commit' | 'readBlock'>(store: JobStore, name: Name): Timings {
  const timings: Timings = { wall: [], cpu: [] }
  const method = store[name].bind(store) as (...values: unknown[]) => unknown
  store[name] = ((...values: unknown[]) => {
    const cpu = process.threadCpuUsage()
    const startedAt = performance.now()
    try {
      return method(...values)
    } finally {
      timings.wall.push(performance.now() - startedAt)
      const used = process.threadCpuUsage(cpu)
      timings.cpu.push((used.user + used.system) / 1000)
    }
  }) as JobStore[Name]
  return timings
}

const { folder, words, chunk, concurrency, bytes = 0 } = readTask<LoopTask>()
const library = openDurableLibrary(folder)
const store: JobStore = library.store
const commits = time(store, 'commit')
const blocks = time(store, 'readBlock')
const pauses: number[] = []
const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) pauses.push(entry.duration)
})
observer.observe({ entryTypes: ['gc'] })
const engine = startEngine(library, new InstantProvider({ chunk, concurrency, bytes }))
const watching = new AbortController()
void (async () => {
  for await (const message of engine.watch(watching.signal)) void message
})()
await completion(engine, (await submit(engine, listOf(5_000))).id)
for (const { wall, cpu } of [commits, blocks]) wall.length = cpu.length = 0

let list: ReturnType<typeof listOf> | undefined = listOf(words)
const histogram = monitorEventLoopDelay({ resolution: 1 })
histogram.enable()
const submitted = submit(engine, list)
list = undefined
const { id } = await submitted
const submitDelayMax = histogram.max / 1e6
histogram.reset()
pauses.length = 0
const startedAt = performance.now()
const drainSeconds = ((await completion(engine, id, 20)) - startedAt) / 1000
histogram.disable()
observer.disconnect()
watching.abort()
await engine.stop()
library.close()
verifyJob(folder, id, words, bytes)
report({
  words,
  chunk,
  drainSeconds,
  delay: {
    p50: histogram.percentile(50) / 1e6,
    p95: histogram.percentile(95) / 1e6,
    p99: histogram.percentile(99) / 1e6,
    max: histogram.max / 1e6,
    count: histogram.count,
  },
  commit: spreadOf(commits.wall),
  commitCpu: spreadOf(commits.cpu),
  readBlock: spreadOf(blocks.wall),
  submitDelayMax,
  garbage: spreadOf(pauses),
} satisfies EventLoopFact)
