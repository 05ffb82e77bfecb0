import type { Conclusion } from './commit-buffer.ts'
import { countEnded } from './job-run.ts'
import type { EndedCounts, JobRecord } from './ports/job-store.ts'

/** A progress event is kept for every twentieth of a job: enough for a timeline, never a flood. */
const PROGRESS_STEPS = 20

/** What follows for a job when its counts go from `before` to `after`: a progress event, or its end. */
export function conclude(job: JobRecord, before: EndedCounts, after: EndedCounts, at: number): Conclusion {
  const { key, total } = job
  const done = countEnded(after)
  const data = { total, ...after }
  if (done < total) {
    const step = (count: number) => Math.floor((count * PROGRESS_STEPS) / total)
    if (step(done) === step(countEnded(before))) return { changes: [], events: [] }
    return { changes: [], events: [{ key, type: 'job:progress', at, data }] }
  }
  if (after.failed < total) {
    return {
      changes: [{ key, state: 'completed', finishedAt: at }],
      events: [{ key, type: 'job:completed', at, data }],
    }
  }
  const fault = {
    code: 'ALL_WORDS_FAILED',
    message: 'Every word failed. Open the failed words to see why, then run the list again.',
  }
  return {
    changes: [{ key, state: 'failed', finishedAt: at, fault }],
    events: [{ key, type: 'job:failed', at, data: { ...data, fault } }],
  }
}
