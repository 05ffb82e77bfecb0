import type { QueueStats } from '../../src-preload/model.ts'
import type { FeedStatus } from './queue-store.ts'

/** Why no job gets on, whatever its own state: the person paused all of them, or the engine can't work. */
export type EngineHold = 'paused' | 'stopped'

export function engineHold(stats: QueueStats | undefined): EngineHold | undefined {
  // What can't be changed with a click goes first: resuming would help nobody.
  if (stats?.fault !== undefined) return 'stopped'
  return stats?.isPaused === true ? 'paused' : undefined
}

export interface EngineState {
  readonly text: string
  readonly tone: 'lost' | 'stopped' | 'paused' | 'running' | 'ready'
}

/** What the engine does, in two words. */
export function describeEngine(stats: QueueStats | undefined, status: FeedStatus): EngineState {
  if (status !== 'live') return { text: 'Engine not reached', tone: 'lost' }
  const hold = engineHold(stats)
  if (hold !== undefined) return { text: `Engine ${hold}`, tone: hold }
  const isRunning = stats !== undefined && stats.runningJobs > 0
  return isRunning ? { text: 'Engine running', tone: 'running' } : { text: 'Engine ready', tone: 'ready' }
}
