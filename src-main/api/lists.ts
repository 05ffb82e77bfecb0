import type { ListSource } from '../../src-preload/contract.ts'
import { WordmillError } from '../../src-preload/errors.ts'
import type { ListInspection } from '../../src-preload/model.ts'
import { type ReadSource, readList } from '../import/read-list.ts'
import { inspect } from '../import/staged-list.ts'
import type { Services } from './services.ts'

/** The calls about lists that were read and not submitted yet. */
export function listsOf({ stagedLists, shell }: Services) {
  const sourceOf = (source: ListSource): ReadSource => {
    if (source.kind !== 'file') return source
    const path = shell.files.resolve(source.handle)
    if (path !== undefined) return { kind: 'file', path }
    throw new WordmillError('HANDLE_UNKNOWN', 'This file is no longer known. Drop or choose it again.')
  }
  return {
    async inspect(
      input: { source: ListSource; column?: number | undefined },
      signal: AbortSignal | undefined,
    ): Promise<ListInspection> {
      const list = await readList(sourceOf(input.source), { column: input.column, signal })
      return { listId: stagedLists.stage(list), ...inspect(list) }
    },

    discard(listId: string): void {
      stagedLists.discard(listId)
    },
  }
}
