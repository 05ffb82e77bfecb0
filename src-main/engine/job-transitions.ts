import { WordmillError } from '../../src-preload/errors.ts'
import type { JobState } from '../../src-preload/model.ts'

/**
 * The only ways a job's state may change. `running` → `queued` is preemption: the job keeps its progress. A job that
 * was paused or preempted can still end: its calls in flight may have held its last words.
 */
const TRANSITIONS: Readonly<Record<JobState, readonly JobState[]>> = {
  queued: ['running', 'paused', 'completed', 'failed', 'cancelled'],
  running: ['queued', 'paused', 'completed', 'failed', 'cancelled'],
  paused: ['queued', 'completed', 'failed', 'cancelled'],
  // Only to ask again for the words that failed.
  completed: ['queued'],
  failed: ['queued'],
  cancelled: [],
}

/** Throws JOB_STATE when a job in state `from` cannot go to state `to`. */
export function assertTransition(from: JobState, to: JobState): void {
  if (!TRANSITIONS[from].includes(to))
    throw new WordmillError('JOB_STATE', `A ${from} job can't become ${to}.`, { from, to })
}
