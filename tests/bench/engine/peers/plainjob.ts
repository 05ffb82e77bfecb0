/**
 * One run of plainjob: `addMany`, then worker processes as in its own benchmark. WAL at NORMAL, which it sets itself.
 * Started with `worker` as its task it is one of those processes.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type Measurement, peakMegabytes, readTask, report, Stopwatch, type Task } from '../systems/measurement.ts'
import { answer, type Payload, payloads } from '../systems/payload.ts'
import { load } from './load.ts'

interface Queue {
  addMany(type: string, data: readonly unknown[]): unknown
  countJobs(filter: { status: number }): number
  close(): void
}
interface PlainjobModule {
  better(database: Database.Database): unknown
  defineQueue(options: { connection: unknown; logger: unknown }): Queue
  defineWorker(
    type: string,
    run: (job: { data: string }) => Promise<void>,
    options: { queue: Queue; logger: unknown; pollIntervall: number; onCompleted: () => void },
  ): { start(): Promise<void> }
}
/** What a worker tells: how many it has done and when it did the last one, then what it used. */
interface WorkerReport {
  readonly done: number
  readonly lastAt: number
  readonly peakMegabytes: number
  readonly cpuSeconds: number
}

const DONE = 2
const { better, defineQueue, defineWorker } = await load<PlainjobModule>('plainjob')

function openQueue(folder: string): Queue {
  const logger = { error: console.error, warn: console.error, info() {}, debug() {} }
  return defineQueue({ connection: better(new Database(join(folder, 'plainjob.sqlite'))), logger })
}

function work(folder: string): void {
  const queue = openQueue(folder)
  const logger = { error: console.error, warn: console.error, info() {}, debug() {} }
  let done = 0
  let lastAt = 0
  let told = -1
  const run = async ({ data }: { data: string }) => {
    answer((JSON.parse(data) as Payload).word)
  }
  const onCompleted = () => {
    done += 1
    lastAt = Date.now()
  }
  const worker = defineWorker('bench', run, { queue, logger, pollIntervall: 5, onCompleted })
  const tell = () => {
    if (done === told) return
    told = done
    const { user, system } = process.cpuUsage()
    process.send?.({ done, lastAt, peakMegabytes: peakMegabytes(), cpuSeconds: (user + system) / 1e6 })
  }
  process.once('message', () => {
    setInterval(tell, 5)
    void worker.start()
  })
  process.send?.('ready')
}

async function drive(task: Task, workers: number): Promise<void> {
  const { folder, words } = task
  const queue = openQueue(folder)
  const input = payloads(words)
  const stopwatch = new Stopwatch()
  queue.addMany('bench', input)
  stopwatch.enqueued()
  const children = Array.from({ length: workers }, () => {
    return fork(import.meta.filename, [JSON.stringify({ folder, words, role: 'worker' })])
  })
  await Promise.all(children.map((child) => new Promise((resolve) => child.once('message', resolve))))
  const origin = Date.now() - performance.now()
  stopwatch.drainStarts()
  const reports = await new Promise<WorkerReport[]>((resolve) => {
    const latest: WorkerReport[] = []
    for (const [index, child] of children.entries()) {
      child.on('message', (message: WorkerReport) => {
        latest[index] = message
        if (latest.reduce((sum, { done }) => sum + done, 0) >= words) resolve(latest)
      })
      child.send('go')
    }
  })
  const used = reports.flat()
  stopwatch.drained(Math.max(...used.map(({ lastAt }) => lastAt)) - origin)
  const times = stopwatch.measure(
    words,
    used.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
  )
  for (const child of children) child.kill('SIGKILL')
  const done = queue.countJobs({ status: DONE })
  if (done !== words) throw new Error(`${done} of ${words} are done`)
  queue.close()
  const peak = used.reduce((sum, it) => sum + it.peakMegabytes, peakMegabytes())
  report({ ...times, peakMegabytes: peak } satisfies Measurement)
}

const task = readTask<Task & { readonly role?: 'worker'; readonly workers?: number }>()
if (task.role === 'worker') work(task.folder)
else await drive(task, task.workers ?? 2)
