/**
 * The engine against its peers and its aims. Run: npm run bench:engine [-- --help]
 *
 * Every run of a system is a process of its own on an empty folder; the systems take turns, and the medians count.
 */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventLoopFact } from './facts/event-loop.ts'
import type { ExpressFact } from './facts/express-word.ts'
import { spreadOf } from './facts/spread.ts'
import type { WindowReads } from './facts/window-reads.ts'
import { type Figures, measureAll } from './measure.ts'
import { type Options, readOptions, type Section, USAGE } from './options.ts'
import { quietMoment } from './quiet-moment.ts'
import { aimsOf, aimsTable, type Results } from './report/aims.ts'
import { costTable, expressTable, loopTable, windowTable } from './report/fact-tables.ts'
import { readable } from './report/format.ts'
import { throughputTable } from './report/throughput-table.ts'
import { endChildren, runChild } from './run-child.ts'
import { CONCURRENCY, chooseSystems, ours, oursCached, raw, script } from './systems.ts'

/** Magic number of a file system in memory, where an fsync costs nothing. */
const TMPFS = 0x01021994

type Measure = (options: Options, results: Results) => Promise<void>

const SECTIONS: Readonly<Record<Section, Measure>> = {
  throughput: async (options, results) => {
    const systems = chooseSystems(options.only)
    for (const words of options.sizes) {
      const rows = await measureAll(systems, words, options)
      if (rows.some((row) => 'reason' in row && row.system.skipped === undefined)) process.exitCode = 1
      results.throughput.set(words, rows)
      say(`## ${readable(words)} words, small entries`, throughputTable(rows))
    }
  },
  entries: async (options, results) => {
    const bytes = 500
    results.entries = await measureAll(
      [ours(5, { bytes }), ours(200, { bytes }), oursCached('fill', { bytes }), raw({ bytes })],
      200_000,
      options,
    )
    say('## 200,000 words, entries of 500 bytes', throughputTable(results.entries))
  },
  cost: async (options, results) => {
    const system = ours(5, { warmUp: 20_000 })
    const quick = { ...options, countSyncs: false }
    const rows = [...(await measureAll([system], 10_000, quick)), ...(await measureAll([system], 1_000_000, quick))]
    const [small, large] = rows.filter((row): row is Figures => 'drain' in row)
    if (small === undefined || large === undefined) return
    results.cost = { small, large }
    say('## Cost of a word, after a job of 20,000 to warm up', costTable([small, large]))
  },
  windows: async (options, results) => {
    const jobs = Math.max(1, Math.round(options.rows / 1_000_000))
    const task = { words: Math.round(options.rows / jobs), jobs, bytes: 500 }
    results.windows = await fact<WindowReads>('facts/window-reads.ts', task, options)
    say('## Opening a job and reading 200 rows', windowTable(results.windows))
  },
  'event-loop': async (options, results) => {
    for (const [words, chunk] of [
      [100_000, 5],
      [1_000_000, 5],
      [1_000_000, 200],
    ]) {
      const task = { words, chunk, concurrency: CONCURRENCY }
      const loop = await fact<EventLoopFact>('facts/event-loop.ts', task, options)
      results.loops.push(loop)
      say('## Event loop while a job drains', loopTable(loop))
    }
  },
  express: async (options, results) => {
    for (const [concurrency, chunk] of [
      [4, 5],
      [1, 5],
      [16, 25],
    ]) {
      const task = { words: 100_000, latency: 50, concurrency, chunk, repetitions: 20 }
      results.express.push(await fact<ExpressFact>('facts/express-word.ts', task, options))
    }
    say(
      '## One urgent word beside a job of 100,000: time to its answer on disk ÷ latency',
      expressTable(results.express),
    )
  },
}

async function fact<Result>(path: string, task: Readonly<Record<string, unknown>>, options: Options): Promise<Result> {
  console.error(`  ${path} ${JSON.stringify(task)}`)
  await quietMoment(options.patience)
  return (await runChild<Result>({ command: script(path), task, timeout: options.timeout })).result
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') return console.log(USAGE)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      endChildren()
      process.exit(1)
    })
  }
  say('# Engine benchmark', describeMachine())
  const results: Results = { throughput: new Map(), loops: [], express: [] }
  for (const section of options.sections) {
    try {
      await SECTIONS[section](options, results)
    } catch (error) {
      process.exitCode = 1
      say(`## ${section}: failed`, error instanceof Error ? error.message : String(error))
    }
  }
  const aims = aimsOf(results)
  if (aims.length === 0) return
  const met = aims.filter(({ isMet }) => isMet).length
  say('## Aims', aimsTable(aims), '', `${met} of ${aims.length} met; load at the end ${describeLoad()}`)
}

function describeMachine(): string {
  const cpu = cpus()[0]?.model.trim() ?? 'unknown processor'
  const folder = mkdtempSync(join(tmpdir(), 'wordmill-bench-'))
  try {
    const isMemory = statfsSync(folder).type === TMPFS
    const { p50, p99 } = measureSyncs(join(folder, 'sync'))
    return [
      `${availableParallelism()} cores (${cpu}), Node ${process.version}, load ${describeLoad()}`,
      `fsync of 4 KB in ${tmpdir()}: p50 ${readable(p50)} ms, p99 ${readable(p99)} ms`,
      ...(isMemory ? ['WARNING: this folder is in memory, nothing here is durable; set TMPDIR to a disk'] : []),
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureSyncs(file: string) {
  const descriptor = openSync(file, 'w')
  const page = Buffer.alloc(4096)
  const times = Array.from({ length: 200 }, () => {
    const startedAt = performance.now()
    writeSync(descriptor, page)
    fdatasyncSync(descriptor)
    return performance.now() - startedAt
  })
  closeSync(descriptor)
  return spreadOf(times)
}

const describeLoad = () =>
  loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')

const say = (...lines: string[]) => console.log(`${lines.join('\n')}\n`)

await main()
