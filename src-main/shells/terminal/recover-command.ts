import { recoverLibrary } from '../../wordmill.ts'
import type { Arguments } from './arguments.ts'

/** `wordmill recover`: puts a backup, or an empty library, in the place of a damaged one, which is kept. */
export function recoverCommand({ recovery, isForced, isJson }: Arguments, library: string): number {
  const { keptAs, restored } = recoverLibrary(library, recovery, Date.now(), isForced)
  const place = restored === undefined ? 'An empty library takes' : `The backup ${restored} took`
  const text = isJson ? JSON.stringify({ keptAs, restored }) : `${place} its place. The old file is kept as ${keptAs}.`
  process.stdout.write(`${text}\n`)
  return 0
}
