/**
 * One run of liteque: it has no bulk insert, keeps no result and deletes what is done; WAL at NORMAL, which it sets
 * itself. JavaScript, because liteque needs an old better-sqlite3 and that an old Node, which runs no TypeScript.
 */
import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { buildDBClient, Runner, SqliteQueue } from 'liteque'

const { folder, words } = JSON.parse(process.argv[2])
const database = buildDBClient(join(folder, 'liteque.sqlite'), { runMigrations: true, walEnabled: true })
const queue = new SqliteQueue('bench', database, { defaultJobArgs: { numRetries: 2 }, keepFailedJobs: false })

const busySeconds = () => {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0) / 1000
}

const busyAtStart = busySeconds()
const startedAt = performance.now()
const cpuAtStart = process.cpuUsage()
for (let index = 0; index < words; index += 1) await queue.enqueue({ word: `w${index}`, lang: 'en' })
const enqueuedAt = performance.now()
let done = 0
const run = async ({ data }) => ({ word: data.word, t: `translation of ${data.word}` })
const onComplete = async () => {
  done += 1
}
const runner = new Runner(queue, { run, onComplete }, { concurrency: 1, pollIntervalMs: 5, timeoutSecs: 600 })
await runner.runUntilEmpty()
const drainedAt = performance.now()
const { user, system } = process.cpuUsage(cpuAtStart)
const cpuSeconds = (user + system) / 1e6
const foreignCores = Math.max(0, (busySeconds() - busyAtStart - cpuSeconds) / ((drainedAt - startedAt) / 1000))
const { pending, running, pending_retry: retrying, failed } = await queue.stats()
if (done !== words || pending + running + retrying + failed > 0) throw new Error(`${done} of ${words} are done`)
const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
console.log(
  JSON.stringify({
    words,
    enqueueSeconds: (enqueuedAt - startedAt) / 1000,
    drainSeconds: (drainedAt - enqueuedAt) / 1000,
    peakMegabytes: Number(peak?.[1]) / 1024,
    cpuSeconds,
    foreignCores,
  }),
)
process.exit(0)
