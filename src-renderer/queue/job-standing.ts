import type { JobSummary } from '../../src-preload/model.ts'
import type { EngineHold } from '../state/engine-state.ts'
import { wordsDone } from '../ui/segments.ts'

const HELD: Readonly<Record<EngineHold, string>> = {
  paused: 'paused with all jobs',
  stopped: 'stopped for now',
}
const WAITING: Readonly<Record<EngineHold, string>> = {
  paused: 'waits until all jobs are resumed',
  stopped: 'waits until work is possible again',
}

/** Why a job that has not ended does not get on, in a few words; undefined while it does. */
export function standstill(
  { state, fault, counts }: Pick<JobSummary, 'state' | 'fault' | 'counts'>,
  hold: EngineHold | undefined,
): string | undefined {
  if (state === 'paused') return 'paused'
  if (state === 'running') return hold === undefined ? undefined : HELD[hold]
  if (state !== 'queued') return undefined
  // What is in its way stands below in a sentence.
  if (fault !== undefined) return 'can’t start'
  if (hold !== undefined) return WAITING[hold]
  return wordsDone(counts) > 0 ? 'goes on when a slot frees' : 'starts when a slot frees'
}
