import { parseArgs } from 'node:util'

export const SECTIONS = ['throughput', 'entries', 'cost', 'windows', 'event-loop', 'express'] as const
export type Section = (typeof SECTIONS)[number]

export interface Options {
  readonly runs: number
  /** Times each run is made at most, when other processes disturb. */
  readonly tries: number
  /** Sizes of the throughput tables. */
  readonly sizes: readonly number[]
  /** Ids of the systems to measure; undefined for all. */
  readonly only: readonly string[] | undefined
  readonly sections: ReadonlySet<Section>
  /** Rows in the table whose windows are read. */
  readonly rows: number
  /** Seconds after which a child is given up. */
  readonly timeout: number
  /** Seconds to wait for a quiet moment before each run. */
  readonly patience: number
  readonly countSyncs: boolean
}

export const USAGE = `npm run bench:engine -- [options]
  --runs 5                 runs of each system; the median counts
  --tries 2                a run that others disturbed is made this often; the calmest count
  --n 50000,1000000        words
  --only ours,raw,p-queue  systems: ours ours-200 ours-fill ours-hit raw p-queue plainjob bullmq bullmq-aof liteque
  --sections throughput    sections: ${SECTIONS.join(' ')}
  --rows 10000000          rows in the table for the section windows
  --timeout 600            seconds after which a run is given up
  --patience 10            seconds to wait before a run until other processes are quiet
  --no-syncs               do not count fsyncs with strace`

/** Reads the command line; throws with a sentence when it makes no sense. */
export function readOptions(args: string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: 'string', default: '5' },
      tries: { type: 'string', default: '2' },
      n: { type: 'string', default: '50000,1000000' },
      only: { type: 'string' },
      sections: { type: 'string', default: SECTIONS.join(',') },
      rows: { type: 'string', default: '10000000' },
      timeout: { type: 'string', default: '600' },
      patience: { type: 'string', default: '10' },
      'no-syncs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  return {
    runs: positive('--runs', values.runs),
    tries: positive('--tries', values.tries),
    sizes: values.n.split(',').map((size) => positive('--n', size)),
    only: values.only?.split(','),
    sections: new Set(values.sections.split(',').map(section)),
    rows: positive('--rows', values.rows),
    timeout: positive('--timeout', values.timeout),
    patience: positive('--patience', values.patience),
    countSyncs: !values['no-syncs'],
  }
}

function positive(name: string, text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} needs whole numbers from 1 on, not "${text}"`)
  return value
}

function section(name: string): Section {
  const found = SECTIONS.find((it) => it === name)
  if (found === undefined) throw new Error(`there is no section "${name}"; there are ${SECTIONS.join(', ')}`)
  return found
}
