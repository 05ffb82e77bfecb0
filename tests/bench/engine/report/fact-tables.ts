import type { EventLoopFact } from '../facts/event-loop.ts'
import type { ExpressFact } from '../facts/express-word.ts'
import type { Spread } from '../facts/spread.ts'
import type { WindowReads } from '../facts/window-reads.ts'
import type { Figures } from '../measure.ts'
import { readable, table } from './format.ts'

const SPREAD = ['p50', 'p95', 'p99', 'max', 'samples']
const cells = ({ p50, p95, p99, max, count }: Spread) => [p50, p95, p99, max, count].map(readable)

export function windowTable(windows: WindowReads): string {
  const { rows, fileMegabytes, cold, warm, isColdForced, peakMegabytes } = windows
  return [
    `${readable(rows)} rows, file of ${readable(fileMegabytes)} MB, peak RSS ${readable(peakMegabytes)} MB`,
    table(
      ['milliseconds', ...SPREAD],
      [
        [isColdForced ? 'file not in the page cache' : 'first reads (page cache not emptied)', ...cells(cold)],
        ['warm', ...cells(warm)],
      ],
    ),
  ].join('\n')
}

export function loopTable(fact: EventLoopFact): string {
  const { words, chunk, drainSeconds, delay, commit, commitCpu, readBlock, garbage, submitDelayMax } = fact
  const rate = readable(words / drainSeconds)
  return [
    `${readable(words)} words, ${chunk} a call, at ${rate}/s; longest turn while the list was submitted ${readable(submitDelayMax)} ms`,
    table(
      ['milliseconds', ...SPREAD],
      [
        ['turn of the event loop (timer of 1 ms)', ...cells(delay)],
        ['store.commit', ...cells(commit)],
        ['  of which this thread computed', ...cells(commitCpu)],
        ['store.readBlock', ...cells(readBlock)],
        ['garbage collection', ...cells(garbage)],
      ],
    ),
  ].join('\n')
}

export function expressTable(facts: readonly ExpressFact[]): string {
  const rows = facts.map((fact) => [
    `${fact.concurrency} calls of ${fact.chunk} words`,
    `${fact.latency} ms`,
    `${readable(fact.median)} ×`,
    `${readable(fact.max)} ×`,
    `${readable(fact.submitted)} ms`,
    readable(fact.backlog),
    String(fact.repetitions),
  ])
  return table(['in flight', 'latency', 'median', 'max', 'to submit', 'backlog after', 'times'], rows)
}

export function costTable(rows: readonly Figures[]): string {
  const lines = rows.map(({ words, runs, drain, total, cpuMicroseconds }) => [
    readable(words),
    readable(1e6 / drain),
    readable(1e6 / total),
    readable(cpuMicroseconds),
    String(runs),
  ])
  return table(['words', 'drain µs/word', 'end to end µs/word', 'CPU µs/word', 'runs'], lines)
}
