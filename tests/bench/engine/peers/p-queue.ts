/** One run of p-queue: in memory, 100 at a time, nothing is kept. */
import { type Measurement, peakMegabytes, readTask, report, Stopwatch } from '../systems/measurement.ts'
import { type Answer, answer, payloads } from '../systems/payload.ts'
import { load } from './load.ts'

interface Queue {
  add(task: () => Promise<void>): Promise<void>
  start(): void
  onIdle(): Promise<void>
}
interface PQueueModule {
  readonly default: new (options: { concurrency: number; autoStart: boolean }) => Queue
}

const { words } = readTask()
const { default: PQueue } = await load<PQueueModule>('p-queue')
const queue = new PQueue({ concurrency: 100, autoStart: false })
const input = payloads(words)
const results = new Map<string, Answer>()

const stopwatch = new Stopwatch()
for (const { word } of input) {
  void queue.add(async () => {
    results.set(word, answer(word))
  })
}
stopwatch.enqueued()
queue.start()
await queue.onIdle()
stopwatch.drained()
if (results.size !== words) throw new Error(`${results.size} of ${words} are done`)
report({ ...stopwatch.measure(words), peakMegabytes: peakMegabytes() } satisfies Measurement)
