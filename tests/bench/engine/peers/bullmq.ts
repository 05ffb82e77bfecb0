/** One run of BullMQ on a redis-server of its own: 4 × 1,000 `addBulk` in flight, then one worker, 100 at a time. */
import { type Measurement, peakMegabytes, readTask, report, Stopwatch, type Task } from '../systems/measurement.ts'
import { type Answer, answer, type Payload, payloads } from '../systems/payload.ts'
import { load } from './load.ts'
import { startRedis } from './redis-server.ts'

interface Connection {
  readonly path: string
}
interface Queue {
  waitUntilReady(): Promise<unknown>
  addBulk(jobs: readonly { name: string; data: Payload }[]): Promise<unknown>
  getCompletedCount(): Promise<number>
  getCompleted(from: number, to: number): Promise<{ returnvalue: Answer }[]>
  close(): Promise<void>
}
interface Worker {
  waitUntilReady(): Promise<unknown>
  on(event: 'completed', listener: () => void): void
  run(): Promise<void>
  close(): Promise<void>
}
interface BullModule {
  readonly Queue: new (name: string, options: { connection: Connection }) => Queue
  readonly Worker: new (
    name: string,
    run: (job: { data: Payload }) => Promise<Answer>,
    options: { connection: Connection; concurrency: number; autorun: boolean },
  ) => Worker
}

const BULK = 1_000
const BULKS_IN_FLIGHT = 4

async function addAll(queue: Queue, input: readonly Payload[]): Promise<void> {
  const inFlight: Promise<unknown>[] = []
  for (let from = 0; from < input.length; from += BULK) {
    inFlight.push(queue.addBulk(input.slice(from, from + BULK).map((data) => ({ name: 'word', data }))))
    if (inFlight.length >= BULKS_IN_FLIGHT) await inFlight.shift()
  }
  await Promise.all(inFlight)
}

async function drain(worker: Worker, words: number): Promise<void> {
  let done = 0
  await new Promise<void>((resolve) => {
    worker.on('completed', () => {
      done += 1
      if (done === words) resolve()
    })
    void worker.run()
  })
}

const { folder, words, redis: settings } = readTask<Task & { readonly redis: readonly string[] }>()
const { Queue, Worker } = await load<BullModule>('bullmq')
const redis = await startRedis(folder, settings)
const connection = { path: redis.socket }
const queue = new Queue('bench', { connection })
await queue.waitUntilReady()
const worker = new Worker('bench', async ({ data }) => answer(data.word), {
  connection,
  concurrency: 100,
  autorun: false,
})
await worker.waitUntilReady()
const input = payloads(words)

const stopwatch = new Stopwatch()
await addAll(queue, input)
stopwatch.enqueued()
await drain(worker, words)
stopwatch.drained()
const times = stopwatch.measure(words, redis.cpuSeconds())
const peak = peakMegabytes() + peakMegabytes(redis.pid)
const completed = await queue.getCompletedCount()
const [sample] = await queue.getCompleted(0, 0)
if (completed !== words || sample?.returnvalue.t === undefined) throw new Error(`${completed} of ${words} are done`)
await worker.close()
await queue.close()
await redis.stop()
report({ ...times, peakMegabytes: peak } satisfies Measurement)
