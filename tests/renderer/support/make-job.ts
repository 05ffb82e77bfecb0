import { ALL_FIELDS, type JobCounts, type JobSummary, type QueueStats } from '../../../src-preload/model.ts'

export const NO_STATS: QueueStats = {
  runningJobs: 0,
  waitingJobs: 0,
  slots: 3,
  pendingWords: 0,
  wordsPerMinute: 0,
  recent: [],
  costTodayMicros: 0,
  isPaused: false,
}

/** Counts of a job of 100 words with nothing done. */
export function makeCounts(counts: Partial<JobCounts> = {}): JobCounts {
  return { total: 100, answered: 0, notFound: 0, failed: 0, cached: 0, inFlight: 0, ...counts }
}

/** A job with only what a test is about spelled out. */
export function makeJob(job: Partial<JobSummary> = {}): JobSummary {
  return {
    id: 'a',
    name: 'List',
    state: 'running',
    priority: 'normal',
    provider: { id: 'offline', name: 'Offline dictionary' },
    fields: [...ALL_FIELDS],
    counts: makeCounts(),
    list: { lines: 100, merged: 0, skipped: 0 },
    createdAt: 1_000,
    costMicros: 0,
    isPinned: false,
    ...job,
  }
}
