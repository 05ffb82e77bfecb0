import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ListInspection } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { queryClient } from '../state/queries.ts'
import type { Intake } from './intake-store.ts'

/** Has main read a list; again when another column is to be used. Nothing is looked up. */
export function useInspection(intake: Intake, column: number | undefined) {
  return useQuery({
    queryKey: ['inspection', intake.id, column ?? 'guessed'],
    queryFn: async ({ signal }) => {
      const source = await intake.source()
      return client.lists.inspect(column === undefined ? { source } : { source, column }, { signal })
    },
    placeholderData: keepPreviousData,
  })
}

/** Forgets what was read for a list, here and in main, except the one that became a job. */
export function forgetInspections(intake: Intake, submittedListId?: string): void {
  const queryKey = ['inspection', intake.id]
  for (const [, inspection] of queryClient.getQueriesData<ListInspection>({ queryKey })) {
    if (inspection === undefined || inspection.listId === submittedListId) continue
    // Main forgets unused lists after an hour anyway, so a refusal changes nothing for the person.
    client.lists.discard({ listId: inspection.listId }).catch(() => undefined)
  }
  queryClient.removeQueries({ queryKey })
}
