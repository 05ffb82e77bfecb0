import type { JobSummary, ProgressMessage, QueueStats } from '../../src-preload/model.ts'

/** What the progress stream adds up to. Immutable; jobs that did not change keep their identity. */
export interface ProgressState {
  /** Revision of the last message applied; undefined before the first snapshot. */
  readonly revision: number | undefined
  readonly byId: ReadonlyMap<string, JobSummary>
  readonly stats: QueueStats | undefined
}

export const EMPTY_PROGRESS: ProgressState = { revision: undefined, byId: new Map(), stats: undefined }

/**
 * Applies one message. A diff applies only on top of the revision before it: anything else is a gap and the answer
 * is `undefined`, which asks the reader for a new stream. A diff that was already applied changes nothing.
 */
export function applyProgress(state: ProgressState, message: ProgressMessage): ProgressState | undefined {
  if (message.type === 'snapshot') {
    const byId = new Map(message.jobs.map((job) => [job.id, job]))
    return { revision: message.revision, byId, stats: message.stats }
  }
  if (state.revision === undefined) return undefined
  if (message.revision <= state.revision) return state
  if (message.revision !== state.revision + 1) return undefined
  if (message.changed.length === 0 && message.removed.length === 0) {
    return { ...state, revision: message.revision, stats: message.stats }
  }
  const byId = new Map(state.byId)
  for (const job of message.changed) byId.set(job.id, job)
  for (const id of message.removed) byId.delete(id)
  return { revision: message.revision, byId, stats: message.stats }
}
