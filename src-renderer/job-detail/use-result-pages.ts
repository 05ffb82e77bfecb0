import { useThrottledValue } from '@mantine/hooks'
import { type UseQueryOptions, useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { JobSummary, RequestRow } from '../../src-preload/model.ts'
import { client } from '../state/backend.ts'
import { queryClient } from '../state/queries.ts'
import type { RowRange } from './scroll-map.ts'

/** Rows asked for at a time. */
export const PAGE_SIZE = 100
/** Fastest that the pages on screen are read again while words come in. */
const REFRESH_EVERY = 350
/** Fastest that a flung list asks for the pages it passes. */
const FETCH_EVERY = 80
/** Pages scrolled past are kept this long, which bounds the memory of a million rows. */
const KEEP_PAGE = 20_000

/** The words that need a look; without one of these the list is whole. */
export type NarrowedState = 'not-found' | 'failed'

interface ResultPage {
  readonly total: number
  readonly rows: readonly RequestRow[]
}

export interface ResultPagesOptions {
  readonly jobId: string
  /** Narrows the list to words in one state. */
  readonly state: NarrowedState | undefined
  readonly range: RowRange
  /** Changes whenever words of the job ended. */
  readonly version: string
}

export interface ResultPages {
  readonly rowAt: (index: number) => RequestRow | undefined
  /** The index of a word among the pages at hand. */
  readonly indexOf: (position: number) => number | undefined
  readonly error: Error | null
}

/** The rows on screen, read in pages from main and read again while they can still change. */
export function useResultPages({ jobId, state, range, version }: ResultPagesOptions): ResultPages {
  const wanted = useThrottledValue(pageSpan(range), FETCH_EVERY)
  const [firstPage = 0, lastPage = -1] = wanted.split('-').map(Number)
  const pages = Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index)
  const results = useQueries({ queries: pages.map((page) => pageQuery(jobId, state, page)) })
  useRefresh(jobId, state, pages, version)
  return {
    rowAt(index) {
      return results[Math.floor(index / PAGE_SIZE) - firstPage]?.data?.rows[index % PAGE_SIZE]
    },
    indexOf(position) {
      for (const [offset, { data }] of results.entries()) {
        const inPage = data?.rows.findIndex((row) => row.position === position) ?? -1
        if (inPage >= 0) return (firstPage + offset) * PAGE_SIZE + inPage
      }
      return undefined
    },
    error: results.find((result) => result.error !== null)?.error ?? null,
  }
}

/** As text, so that the same span is the same value. */
function pageSpan({ first, end }: RowRange): string {
  return end <= first ? '0--1' : `${Math.floor(first / PAGE_SIZE)}-${Math.floor((end - 1) / PAGE_SIZE)}`
}

function pageKey(jobId: string, state: NarrowedState | undefined, page: number) {
  return ['results', jobId, state ?? 'all', page] as const
}

function pageQuery(jobId: string, state: NarrowedState | undefined, page: number): UseQueryOptions<ResultPage> {
  const window = { jobId, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
  return {
    queryKey: pageKey(jobId, state, page),
    queryFn: ({ signal }) => client.jobs.results(state === undefined ? window : { ...window, state }, { signal }),
    gcTime: KEEP_PAGE,
    staleTime: ({ state: { data } }) => (canChange(state, data) ? REFRESH_EVERY : Number.POSITIVE_INFINITY),
  }
}

/** Changes with every word that ends, also when one that had failed ends otherwise and the sum stays. */
export function resultsVersion({ counts, state }: Pick<JobSummary, 'counts' | 'state'>): string {
  return `${counts.answered} ${counts.notFound} ${counts.failed} ${state}`
}

/** A page of words with answers never changes again; a failed one may be retried, a narrowed list may grow anywhere. */
function canChange(state: NarrowedState | undefined, page: ResultPage | undefined): boolean {
  if (state !== undefined || page === undefined) return true
  return page.rows.some((row) => row.state === 'pending' || row.state === 'failed')
}

function useRefresh(jobId: string, state: NarrowedState | undefined, pages: readonly number[], version: string): void {
  const beat = useThrottledValue(version, REFRESH_EVERY)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a beat is the only reason to read pages again
  useEffect(() => {
    for (const page of pages) {
      const queryKey = pageKey(jobId, state, page)
      if (!canChange(state, queryClient.getQueryData<ResultPage>(queryKey))) continue
      void queryClient.invalidateQueries({ queryKey, exact: true }, { cancelRefetch: false })
    }
  }, [beat])
}
