import type { EventLoopFact } from '../facts/event-loop.ts'
import type { ExpressFact } from '../facts/express-word.ts'
import type { WindowReads } from '../facts/window-reads.ts'
import type { Figures, Skipped } from '../measure.ts'
import type { Section } from '../options.ts'
import { readable, table } from './format.ts'

/** Everything that was measured; what was not is missing. */
export interface Results {
  /** By size. */
  readonly throughput: Map<number, readonly (Figures | Skipped)[]>
  entries?: readonly (Figures | Skipped)[]
  cost?: { readonly small: Figures; readonly large: Figures }
  windows?: WindowReads
  readonly loops: EventLoopFact[]
  readonly express: ExpressFact[]
}

export interface Aim {
  readonly section: Section
  readonly name: string
  readonly aim: string
  readonly measured: string
  readonly isMet: boolean
}

/** Drain speed as a multiple of another system's. */
const DRAIN_AIMS = [
  ['p-queue', 1],
  ['bullmq', 5],
  ['plainjob', 15],
  ['raw', 0.5],
] as const

/** The aims of the engine that there are figures for, each with what was measured. */
export function aimsOf(results: Results): Aim[] {
  const sizes = [...results.throughput].flatMap(([words, rows]) => throughputAims(words, rows))
  return [...sizes, ...entryAims(results), ...costAims(results), ...windowAims(results), ...loopAims(results)]
}

function throughputAims(words: number, rows: readonly (Figures | Skipped)[]): Aim[] {
  const of = (id: string) => rows.find((row): row is Figures => 'drain' in row && row.system.id === id)
  const ours = of('ours')
  if (ours === undefined) return []
  const at = `at ${readable(words)}`
  const aims = DRAIN_AIMS.flatMap(([id, factor]) => {
    const other = of(id)
    if (other === undefined) return []
    return [atLeast('throughput', `drain ÷ ${other.system.name} ${at}`, ours.drain / other.drain, factor, '×')]
  })
  aims.push(atLeast('throughput', `enqueue ${at}`, ours.enqueue, 400_000, '/s'))
  if (words >= 1_000_000) aims.push(under('throughput', `peak RSS ${at}`, ours.peakMegabytes, 300, 'MB'))
  return aims
}

function entryAims({ entries = [] }: Results): Aim[] {
  const ours = entries.find((row): row is Figures => 'drain' in row && row.system.id === 'ours')
  return ours === undefined ? [] : [atLeast('entries', 'drain, entries of 500 bytes', ours.drain, 60_000, '/s')]
}

function costAims({ cost }: Results): Aim[] {
  if (cost === undefined) return []
  const times = cost.small.drain / cost.large.drain
  const cpu = cost.large.cpuMicroseconds / cost.small.cpuMicroseconds
  const name = (what: string) => `${what} a word, ${readable(cost.large.words)} ÷ ${readable(cost.small.words)} words`
  return [under('cost', name('time'), times, 1.2, '×'), under('cost', name('CPU'), cpu, 1.2, '×')]
}

function windowAims({ windows }: Results): Aim[] {
  if (windows === undefined) return []
  const name = `opening a job and a window of 200 at ${readable(windows.rows)} rows, slowest of 1,000`
  return [
    under('windows', `${name}, warm`, windows.warm.max, 5, 'ms'),
    under('windows', `${name}, cold`, windows.cold.max, 5, 'ms'),
  ]
}

function loopAims({ loops, express }: Results): Aim[] {
  const aims = loops.flatMap(({ words, chunk, commit, readBlock, delay }) => {
    const at = `${readable(words)}, ${chunk} a call`
    return [
      under('event-loop', `longest call of the store at ${at}`, Math.max(commit.max, readBlock.max), 15, 'ms'),
      under('event-loop', `longest turn of the event loop at ${at}`, delay.max, 15, 'ms'),
    ]
  })
  const urgent = express.map(({ concurrency, chunk, median, max }) => {
    const name = `urgent word, ${concurrency} calls of ${chunk} in flight (slowest ${readable(max)} ×)`
    return under('express', name, median, 1.2, '×')
  })
  return [...aims, ...urgent]
}

function atLeast(section: Section, name: string, value: number, aim: number, unit: string): Aim {
  const measured = `${readable(value)} ${unit}`
  return { section, name, aim: `≥ ${readable(aim)} ${unit}`, measured, isMet: value >= aim }
}

function under(section: Section, name: string, value: number, aim: number, unit: string): Aim {
  const measured = `${readable(value)} ${unit}`
  return { section, name, aim: `≤ ${readable(aim)} ${unit}`, measured, isMet: value <= aim }
}

export function aimsTable(aims: readonly Aim[]): string {
  const rows = aims.map(({ name, aim, measured, isMet }) => [name, aim, measured, isMet ? 'met' : 'NOT met'])
  return table(['aim', 'at least / at most', 'measured', ''], rows)
}
