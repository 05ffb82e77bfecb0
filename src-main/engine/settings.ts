import { type Settings, settingsSchema } from '../../src-preload/model.ts'
import { type BackoffPolicy, DEFAULT_BACKOFF } from './backoff.ts'

/** What the engine goes by: what a person can set, and what only tests and benchmarks change. */
export interface EngineSettings extends Settings {
  /** Milliseconds of waiting that lift a job by one priority. */
  readonly agingInterval: number
  /** Milliseconds between two commits that are not full batches, 1 to 50. */
  readonly commitDelay: number
  /** Milliseconds that calls in flight get to finish at `stop`. */
  readonly stopGrace: number
  readonly backoff: BackoffPolicy
}

/** Three attempts a word, three jobs at a time, and so on: see `settingsSchema`. */
export const DEFAULT_SETTINGS: EngineSettings = {
  ...settingsSchema.parse({}),
  agingInterval: 10 * 60_000,
  commitDelay: 10,
  stopGrace: 5_000,
  backoff: DEFAULT_BACKOFF,
}
