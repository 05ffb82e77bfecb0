import { ORPCError } from '@orpc/client'
import { create } from 'zustand'
import type { JobSummary, QueueStats } from '../../src-preload/model.ts'
import type { WordmillClient } from './connection.ts'
import { frameScheduler } from './frame-scheduler.ts'
import { type JobSections, NO_SECTIONS, sectionJobs } from './job-sections.ts'
import { followProgress } from './progress-feed.ts'
import type { ProgressState } from './progress-state.ts'

/** `connecting` until the first snapshot, `live` while the stream runs, `lost` while it is being opened again. */
export type FeedStatus = 'connecting' | 'live' | 'lost'

export interface QueueStore {
  readonly byId: ReadonlyMap<string, JobSummary>
  /** Ids by section, in display order; keeps its identity while the order stays. */
  readonly sections: JobSections
  readonly stats: QueueStats | undefined
  readonly status: FeedStatus
  /** What main said when it refused the stream, written for people. */
  readonly problem: string | undefined
}

/** Live jobs as main tells them. Components select the least they need, so that one job's diff draws one card. */
export const useQueueStore = create<QueueStore>()(() => ({
  byId: new Map(),
  sections: NO_SECTIONS,
  stats: undefined,
  status: 'connecting',
  problem: undefined,
}))

export interface QueueFeedOptions {
  readonly client: WordmillClient
  readonly whenOpen: (signal: AbortSignal) => Promise<void>
  /** Called with every state that is shown, after the one before it. */
  readonly onShown: (state: ProgressState, previous: ProgressState | undefined) => void
  readonly signal: AbortSignal
}

/** Feeds the store from `jobs.watch` until aborted, once a frame at most. */
export function feedQueueStore({ client, whenOpen, onShown, signal }: QueueFeedOptions): void {
  let latest: ProgressState | undefined
  let shown: ProgressState | undefined
  const scheduleShow = frameScheduler(() => {
    if (latest === undefined) return
    showProgress(latest)
    onShown(latest, shown)
    shown = latest
  })
  void followProgress({
    async subscribe(streamSignal) {
      await whenOpen(streamSignal)
      return client.jobs.watch(undefined, { signal: streamSignal })
    },
    onChange(state) {
      latest = state
      scheduleShow()
    },
    onBreak(error) {
      const wasLive = useQueueStore.getState().status !== 'connecting'
      const problem = error instanceof ORPCError ? error.message : undefined
      useQueueStore.setState({ status: wasLive ? 'lost' : 'connecting', problem })
    },
    signal,
  })
}

function showProgress({ byId, stats }: ProgressState): void {
  const before = useQueueStore.getState()
  const sections = before.byId === byId ? before.sections : sectionJobs(byId.values(), before.sections)
  useQueueStore.setState({ byId, stats, sections, status: 'live', problem: undefined })
}
