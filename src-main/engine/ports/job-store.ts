import type { Fault, Field, JobEventType, JobState, ListReport, Priority } from '../../../src-preload/model.ts'

/** Words of a job in list order; `lines[i]` is the one-based line that `words[i]` came from. */
export interface WordList {
  readonly words: readonly string[]
  readonly lines: Uint32Array
  readonly report: ListReport
}

export interface NewJob {
  readonly id: string
  readonly name: string
  readonly priority: Priority
  readonly provider: { readonly id: string; readonly name: string }
  readonly fields: readonly Field[]
  /** Words in one provider call. */
  readonly chunkSize: number
  /** Tries a word gets before it counts as failed. */
  readonly maxAttempts: number
  /** Epoch milliseconds by which it should be finished. */
  readonly deadline: number | undefined
  /** Most it may cost, in micro-dollars. */
  readonly budgetMicros: number | undefined
  /** Asks even for words that the cache knows, and renews them there. */
  readonly isFresh: boolean
  readonly createdAt: number
}

/** What a person can change about a job at any time. */
export type JobPatch = Partial<Pick<NewJob, 'name' | 'priority' | 'deadline' | 'budgetMicros'>> & {
  readonly isPinned?: boolean
}

/** How many requests of a job ended, and how. */
export interface EndedCounts {
  readonly answered: number
  readonly notFound: number
  readonly failed: number
  readonly cached: number
}

/** A job as it stands in the store. */
export interface JobRecord extends NewJob {
  /** The store's own number for the job; small, dense and never reused. */
  readonly key: number
  readonly state: JobState
  readonly total: number
  readonly ended: EndedCounts
  readonly list: ListReport
  readonly startedAt: number | undefined
  readonly finishedAt: number | undefined
  readonly costMicros: number
  /** Kept when old jobs are cleaned up. */
  readonly isPinned: boolean
  readonly fault: Fault | undefined
}

/** A request that reached its end, ready to be written. */
export interface EndedRequest {
  readonly position: number
  readonly state: 'entry' | 'not-found' | 'failed'
  /** `entry`: the entry as JSON; `not-found`: the suggestions as a JSON array; `failed`: the message. */
  readonly body: string
  /** Error code of a failed request. */
  readonly code: string | undefined
  readonly attempts: number
  /** Milliseconds the provider took for the call that ended it. */
  readonly latency: number
  readonly isCached: boolean
  /** The cached entry it refers to, or the one to make of its body; undefined for answers that are not cached. */
  readonly cache: CacheReference | undefined
}

export type CacheReference =
  | { readonly kind: 'stored'; readonly entry: number }
  | { readonly kind: 'store'; readonly question: string; readonly word: string }

export interface JobChange {
  readonly key: number
  readonly state: JobState
  readonly startedAt?: number
  readonly finishedAt?: number
  readonly fault?: Fault
}

export interface NewEvent {
  readonly key: number
  readonly type: JobEventType
  readonly at: number
  readonly data: Readonly<Record<string, unknown>>
}

/** What a job used since the last commit, for the daily roll-up. */
export interface UsageDelta {
  readonly calls: number
  readonly retries: number
  /** Sum of the latencies of those calls in milliseconds. */
  readonly latency: number
  readonly tokens: number
  readonly costMicros: number
}

export interface JobBatch {
  readonly key: number
  readonly providerId: string
  readonly results: readonly EndedRequest[]
  readonly usage: UsageDelta
}

/** Everything that one transaction writes. */
export interface CommitBatch {
  readonly at: number
  readonly jobs: readonly JobBatch[]
  /** What follows from the counts as they stand after the results are in; called inside the transaction. */
  readonly conclude: (ended: ReadonlyMap<number, EndedCounts>) => {
    readonly changes: readonly JobChange[]
    readonly events: readonly NewEvent[]
  }
}

/** A run of consecutive words of a job. */
export interface WordBlock {
  /** Position of the first word. */
  readonly first: number
  readonly words: readonly string[]
  /** Positions of this block that have ended. */
  readonly ended: ReadonlySet<number>
}

/**
 * What the engine needs of a store. All methods but `createJob` are synchronous: no other work can come between the
 * halves of a transaction. Whatever `commit` returned from is on disk.
 */
export interface JobStore {
  /** Writes the words in pieces, giving the event loop its turns, then the job itself: whole or not at all. */
  createJob(job: NewJob, list: WordList): Promise<JobRecord>
  /** Queued, running and paused jobs, oldest first. */
  readUnfinishedJobs(): JobRecord[]
  /** The latest jobs that ended, newest first. */
  readFinishedJobs(limit: number): JobRecord[]
  readJob(id: string): JobRecord | undefined
  /** The block that holds `position`. */
  readBlock(key: number, position: number): WordBlock
  /** Which of `words` the cache has an answer to `question` for, and the entry's number. */
  readCached(question: string, words: readonly string[]): ReadonlyMap<string, number>
  /** Micro-dollars spent since the local day of `at` (epoch milliseconds), that day included. */
  readCostSince(at: number): number
  /**
   * Writes results, counters, changes, events and usage in one transaction. A result for a position that has one
   * already is ignored and not counted. Returns the jobs' counts as they now stand.
   */
  commit(batch: CommitBatch): ReadonlyMap<number, EndedCounts>
  /** Changes a job at once. */
  updateJob(key: number, patch: JobPatch): void
  /**
   * Makes the failed words of a job pending again and puts it back in the queue, in one transaction with its event.
   * Returns the positions.
   */
  reopenFailed(key: number, at: number): readonly number[]
  /** Takes a finished job away at once; its words and results follow in `sweep`. */
  removeJob(key: number, total: number): void
  /** Takes away some of the unpinned jobs that ended before `before`, and returns their ids. */
  removeExpired(before: number): readonly string[]
  /** Removes a piece of what jobs that are gone left behind; false when nothing is left to remove. */
  sweep(): boolean
}
