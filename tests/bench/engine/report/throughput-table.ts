import type { Figures, Skipped } from '../measure.ts'
import { ratio, readable, table } from './format.ts'

const HEAD = [
  'system',
  'enqueue/s',
  'drain/s',
  'end to end/s',
  'CPU µs/word',
  'peak RSS MB',
  'fsyncs',
  'ours ÷ it, drain',
  'end to end',
  'runs',
  'foreign cores',
]

/** The measured systems with ours as the measure, and below it what each keeps and who was left out. */
export function throughputTable(rows: readonly (Figures | Skipped)[]): string {
  const measured = rows.filter((row) => 'drain' in row)
  const ours = measured.find(({ system }) => system.id === 'ours')
  const lines = measured.map((row) => [
    row.system.name,
    readable(row.enqueue),
    readable(row.drain),
    readable(row.total),
    readable(row.cpuMicroseconds),
    readable(row.peakMegabytes),
    readable(row.syncs),
    ratio(ours && ours.drain / row.drain),
    ratio(ours && ours.total / row.total),
    String(row.runs),
    row.foreignCores === undefined ? '–' : row.foreignCores.toFixed(1),
  ])
  const notes = measured.map(({ system }) => `- ${system.name}: ${system.durability}`)
  for (const row of rows) if ('reason' in row) notes.push(`- ${row.system.name}: skipped, ${row.reason}`)
  return [table(HEAD, lines), '', ...notes].join('\n')
}
