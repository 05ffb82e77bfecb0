import { parseArgs } from 'node:util'
import { type Field, fieldSchema, type Priority, prioritySchema } from '../../../src-preload/model.ts'
import { UsageError } from './usage.ts'

export const COMMANDS = [
  'run',
  'watch',
  'jobs',
  'show',
  'pause',
  'resume',
  'retry',
  'cancel',
  'serve',
  'recover',
] as const
export type Command = (typeof COMMANDS)[number]

export interface Arguments {
  readonly command: Command
  /** The LIST or JOB; empty for commands that take none. */
  readonly subject: string
  readonly fields: readonly Field[] | undefined
  readonly priority: Priority | undefined
  readonly name: string | undefined
  /** Zero-based. */
  readonly column: number | undefined
  readonly out: string | undefined
  readonly port: number | undefined
  /** What `recover` puts in place: the name of a backup, `latest` or `empty`. */
  readonly recovery: string
  readonly isForced: boolean
  readonly library: string | undefined
  readonly isJson: boolean
}

export type ParsedArguments = Arguments | { readonly command: 'help' | 'version' }

const OPTIONS = {
  fields: { type: 'string' },
  priority: { type: 'string' },
  name: { type: 'string' },
  column: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  backup: { type: 'string' },
  force: { type: 'boolean' },
  empty: { type: 'boolean' },
  library: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const

/** Options that mean something to each command, beside --library and --json. */
const ALLOWED: Readonly<Record<Command, readonly string[]>> = {
  run: ['fields', 'priority', 'name', 'column', 'out'],
  watch: ['out'],
  jobs: [],
  show: ['out'],
  pause: [],
  resume: [],
  retry: [],
  cancel: [],
  serve: ['port'],
  recover: ['backup', 'empty', 'force'],
}

const SUBJECT: Readonly<Record<Command, string | undefined>> = {
  run: 'LIST',
  watch: 'JOB',
  jobs: undefined,
  show: 'JOB',
  pause: 'JOB',
  resume: 'JOB',
  retry: 'JOB',
  cancel: 'JOB',
  serve: undefined,
  recover: undefined,
}

/**
 * Reads a command line.
 *
 * @throws UsageError naming the word that can't be understood and what would be
 */
export function readArguments(argv: readonly string[]): ParsedArguments {
  const { values, positionals } = parse(argv)
  if (values.help) return { command: 'help' }
  if (values.version) return { command: 'version' }
  const [name, subject, ...rest] = positionals
  const empty = Object.entries(values).find(([, value]) => value === '')
  if (empty !== undefined) throw new UsageError(`--${empty[0]} is empty.`)
  if (values.out === '-' && values.json)
    throw new UsageError('--out - and --json both write to standard output: choose one.')
  if (name === undefined) return { command: 'help' }
  const command = oneOf(COMMANDS, name, 'command')
  const wanted = SUBJECT[command]
  if (wanted !== undefined && !subject) throw new UsageError(`wordmill ${command} needs a ${wanted}.`)
  const extra = wanted === undefined ? subject : rest[0]
  if (extra !== undefined) throw new UsageError(`wordmill ${command} does not understand "${extra}".`)
  const misplaced = Object.keys(values).find((key) => !['library', 'json', ...ALLOWED[command]].includes(key))
  if (misplaced !== undefined) throw new UsageError(`--${misplaced} is not an option of wordmill ${command}.`)
  return {
    command,
    subject: subject ?? '',
    fields: values.fields === undefined ? undefined : readFields(values.fields),
    priority: values.priority === undefined ? undefined : oneOf(prioritySchema.options, values.priority, 'priority'),
    name: values.name,
    column: values.column === undefined ? undefined : wholeNumber(values.column, 'column', 1, 10_000) - 1,
    out: values.out === undefined ? undefined : readOut(values.out),
    port: values.port === undefined ? undefined : wholeNumber(values.port, 'port', 1, 65_535),
    recovery: values.empty ? 'empty' : (values.backup ?? 'latest'),
    isForced: values.force ?? false,
    library: values.library,
    isJson: values.json ?? false,
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readFields(text: string): Field[] {
  const names = text.split(',').map((name) => name.trim())
  return [...new Set(names.map((name) => oneOf(fieldSchema.options, name, 'field')))]
}

function readOut(path: string): string {
  if (path !== '-' && !/\.(jsonl|csv)$/i.test(path)) {
    throw new UsageError(`--out ${path}: the name must end in .jsonl or .csv, or be - for standard output.`)
  }
  return path
}

function oneOf<Name extends string>(names: readonly Name[], given: string, what: string): Name {
  const found = names.find((name) => name === given)
  if (found === undefined) throw new UsageError(`"${given}" is not a ${what}. Use one of: ${names.join(', ')}.`)
  return found
}

function wholeNumber(text: string, what: string, least: number, most: number): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new UsageError(`--${what} ${text}: give a whole number from ${least} to ${most}.`)
  }
  return value
}
