import { accessSync, constants } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ORPCError } from '@orpc/client'
import packageJson from '../../../package.json' with { type: 'json' }
import { WordmillError } from '../../../src-preload/errors.ts'
import { dictionaryFile } from '../dictionary-file.ts'
import { libraryFolder } from '../library-folder.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { controlCommand, jobsCommand, showCommand } from './jobs-command.ts'
import { recoverCommand } from './recover-command.ts'
import { readListArgument, runCommand, watchCommand } from './run-command.ts'
import { serveCommand } from './serve-command.ts'
import { Session, type SessionOptions } from './session.ts'
import { USAGE, UsageError } from './usage.ts'

/** The command line. Resolves to the exit status; see the usage for what it means. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    const parsed = readArguments(argv)
    if ('subject' in parsed) return await execute(parsed)
    return say(parsed.command === 'help' ? USAGE : `${packageJson.version}\n`)
  } catch (error) {
    return report(error, argv.includes('--json'))
  }
}

async function execute(options: Arguments): Promise<number> {
  const library = options.library === undefined ? libraryFolder() : resolve(options.library)
  const dictionary = dictionaryFile()
  const session = (mode: 'run' | 'hold', work: (session: Session) => Promise<number>) =>
    withSession({ library, dictionary, mode }, work)
  switch (options.command) {
    case 'run': {
      assertWritable(options.out)
      const list = await readListArgument(options)
      return session('run', (opened) => runCommand(opened, list, options))
    }
    case 'watch':
      return session('run', (opened) => watchCommand(opened, options))
    case 'jobs':
      return session('hold', (opened) => jobsCommand(opened, options))
    case 'show':
      return session('hold', ({ client }) => showCommand(client, options))
    case 'pause':
    case 'resume':
    case 'retry':
    case 'cancel': {
      const { command } = options
      return session('hold', ({ client }) => controlCommand(client, command, options))
    }
    case 'recover':
      return recoverCommand(options, library)
    case 'serve':
      return serveCommand(options, { library, dictionary })
  }
}

async function withSession(options: SessionOptions, work: (session: Session) => Promise<number>): Promise<number> {
  const session = await Session.open(options)
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}

/** Before the work and not after it: the folder that the words are to be written to. */
function assertWritable(out: string | undefined): void {
  if (out === undefined || out === '-') return
  try {
    accessSync(dirname(resolve(out)), constants.W_OK)
  } catch {
    throw new UsageError(`--out ${out}: that folder is not there or can't be written.`)
  }
}

function say(text: string): number {
  process.stdout.write(text)
  return 0
}

/** What is wrong with the command or its list is status 2, everything else 1. */
const STATUS_2 = new Set([
  'BAD_REQUEST',
  'FILE_NOT_READABLE',
  'FILE_TOO_LARGE',
  'FILE_NOT_TEXT',
  'LIST_EMPTY',
  'LIST_TOO_LONG',
  'JOB_NOT_FOUND',
])

function report(error: unknown, isJson: boolean): number {
  const systemCode = (error as { code?: unknown } | null)?.code
  // Whoever read our output has read enough.
  if (systemCode === 'EPIPE') return 0
  if (systemCode === 'EADDRINUSE')
    return report(new UsageError('This port is in use. Choose another with --port.'), isJson)
  const isUsage = error instanceof UsageError
  const isExpected = isUsage || error instanceof WordmillError || error instanceof ORPCError
  const code = isUsage ? 'USAGE' : isExpected && 'code' in error ? String(error.code) : 'INTERNAL'
  const message = error instanceof Error ? error.message : String(error)
  if (isJson) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
  process.stderr.write(`wordmill: ${message}\n${isUsage ? 'See: wordmill --help\n' : ''}`)
  if (!isExpected && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  return isUsage || STATUS_2.has(code) ? 2 : 1
}
