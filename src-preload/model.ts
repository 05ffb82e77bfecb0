import * as z from 'zod'

/**
 * The domain, as zod schemas and the types inferred from them. This is the only vocabulary that main, page,
 * terminal and tests share; the meaning of each word is in the README's glossary.
 *
 * Times are epoch milliseconds, durations milliseconds, money integer micro-dollars (1 USD = 1,000,000).
 */

export const prioritySchema = z.enum(['low', 'normal', 'high'])
export type Priority = z.infer<typeof prioritySchema>

export const jobStateSchema = z.enum(['queued', 'running', 'paused', 'completed', 'failed', 'cancelled'])
export type JobState = z.infer<typeof jobStateSchema>

/** Whether a job in this state will never change again. */
export function isFinished(state: JobState): boolean {
  return state === 'completed' || state === 'failed' || state === 'cancelled'
}

/** What a person can ask for about every word. */
export const fieldSchema = z.enum([
  'definition',
  'partOfSpeech',
  'examples',
  'synonyms',
  'antonyms',
  'pronunciation',
  'commonness',
])
export type Field = z.infer<typeof fieldSchema>
export const ALL_FIELDS: readonly Field[] = fieldSchema.options

export const partOfSpeechSchema = z.enum([
  'noun',
  'verb',
  'adjective',
  'adverb',
  'pronoun',
  'determiner',
  'preposition',
  'conjunction',
  'interjection',
  'auxiliary',
  'particle',
  'numeral',
])
export type PartOfSpeech = z.infer<typeof partOfSpeechSchema>

/** Where a fact comes from: the id of a data source in the notices (`wordnet`, `cmudict`, …) or of a model. */
export const sourceIdSchema = z.string().min(1).max(100)

export const senseSchema = z.object({
  /** The base form this sense belongs to; an entry for "leaves" has senses of "leaf" and of "leave". */
  lemma: z.string().optional(),
  partOfSpeech: partOfSpeechSchema,
  definition: z.string(),
  examples: z.array(z.string()),
  synonyms: z.array(z.string()),
  antonyms: z.array(z.string()),
  source: sourceIdSchema,
})
export type Sense = z.infer<typeof senseSchema>

export const pronunciationSchema = z.object({
  /** IPA without slashes. */
  ipa: z.string(),
  region: z.enum(['US', 'UK']),
  source: sourceIdSchema,
})
export type Pronunciation = z.infer<typeof pronunciationSchema>

export const commonnessSchema = z.object({
  /** SCOWL size of the smallest list that holds the word: 10 (most common) to 70 (rare). */
  band: z.int().min(10).max(95),
  /** The band as one to five stars; five is most common. */
  stars: z.int().min(1).max(5),
  source: sourceIdSchema,
})
export type Commonness = z.infer<typeof commonnessSchema>

export const entrySchema = z.object({
  /** The base form the word was answered under ("mice" → "mouse"). */
  lemma: z.string(),
  senses: z.array(senseSchema),
  pronunciation: z.array(pronunciationSchema),
  commonness: commonnessSchema.optional(),
})
export type Entry = z.infer<typeof entrySchema>

export const requestStateSchema = z.enum(['pending', 'entry', 'not-found', 'failed'])
export type RequestState = z.infer<typeof requestStateSchema>

export const faultSchema = z.object({ code: z.string(), message: z.string() })
/** Something that went wrong, as data: a stable code and a sentence that says what to do next. */
export type Fault = z.infer<typeof faultSchema>

/** One word of a job as a list row: enough to draw the row, not the whole entry. */
export const requestRowSchema = z.object({
  /** Zero-based place in the job. */
  position: z.int().nonnegative(),
  word: z.string(),
  /** One-based line of the list the word came from. */
  line: z.int().positive(),
  state: requestStateSchema,
  /** First definition, or the first suggestion of a word that was not found. */
  gist: z.string().optional(),
  fault: faultSchema.optional(),
  isCached: z.boolean().optional(),
  latency: z.number().nonnegative().optional(),
})
export type RequestRow = z.infer<typeof requestRowSchema>

/** One word of a job with everything known about it. */
export const requestDetailSchema = requestRowSchema.extend({
  entry: entrySchema.optional(),
  suggestions: z.array(z.string()).optional(),
  attempts: z.int().nonnegative().optional(),
})
export type RequestDetail = z.infer<typeof requestDetailSchema>

export const jobCountsSchema = z.object({
  total: z.int().nonnegative(),
  answered: z.int().nonnegative(),
  notFound: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** How many of the answered came from the cache. */
  cached: z.int().nonnegative(),
  /** Sent to the provider and not back yet; not part of the three above. */
  inFlight: z.int().nonnegative(),
})
export type JobCounts = z.infer<typeof jobCountsSchema>

/** What became of the lines of a list. `words + merged + skipped` is the number of places a word could stand. */
export const listReportSchema = z.object({
  fileName: z.string().optional(),
  lines: z.int().nonnegative(),
  merged: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
})
export type ListReport = z.infer<typeof listReportSchema>

export const etaSchema = z.object({ low: z.number(), likely: z.number(), high: z.number() })
/** Seconds left, as an honest range. */
export type Eta = z.infer<typeof etaSchema>

export const jobSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  state: jobStateSchema,
  priority: prioritySchema,
  provider: z.object({ id: z.string(), name: z.string() }),
  fields: z.array(fieldSchema),
  counts: jobCountsSchema,
  list: listReportSchema,
  createdAt: z.number(),
  startedAt: z.number().optional(),
  finishedAt: z.number().optional(),
  wordsPerSecond: z.number().nonnegative().optional(),
  eta: etaSchema.optional(),
  costMicros: z.int().nonnegative(),
  /** Most the job may cost; it pauses there. */
  budgetMicros: z.int().nonnegative().optional(),
  /** When the job should be finished. */
  deadline: z.number().optional(),
  /** Kept when old jobs are cleaned up. */
  isPinned: z.boolean(),
  /** Why the job failed or waits. */
  fault: faultSchema.optional(),
})
export type JobSummary = z.infer<typeof jobSummarySchema>

export const jobEventTypeSchema = z.enum([
  'job:created',
  'job:started',
  'job:progress',
  'job:retry',
  'job:preempted',
  'job:paused',
  'job:resumed',
  'job:changed',
  'job:completed',
  'job:failed',
  'job:cancelled',
])
export type JobEventType = z.infer<typeof jobEventTypeSchema>

export const jobEventSchema = z.object({
  /** Grows by one an event within the library; never reused. */
  id: z.int().positive(),
  jobId: z.string(),
  type: jobEventTypeSchema,
  at: z.number(),
  data: z.record(z.string(), z.unknown()),
})
export type JobEvent = z.infer<typeof jobEventSchema>

export const queueStatsSchema = z.object({
  runningJobs: z.int().nonnegative(),
  waitingJobs: z.int().nonnegative(),
  slots: z.int().positive(),
  pendingWords: z.int().nonnegative(),
  /** Words that ended in the last 60 seconds. */
  wordsPerMinute: z.int().nonnegative(),
  /** Words that ended in each of the last 60 seconds, oldest first. */
  recent: z.array(z.int().nonnegative()),
  costTodayMicros: z.int().nonnegative(),
  /** All work is paused by the person. */
  isPaused: z.boolean(),
  /** Why no work can be done at all, such as a full disk. */
  fault: faultSchema.optional(),
})
export type QueueStats = z.infer<typeof queueStatsSchema>

/**
 * What the progress stream carries: first a snapshot, then diffs. A diff applies only to the state at
 * `revision - 1`; a reader that misses one asks for a new stream. Terminal states are never coalesced away.
 */
export const progressMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('snapshot'),
    revision: z.int().nonnegative(),
    jobs: z.array(jobSummarySchema),
    stats: queueStatsSchema,
  }),
  z.object({
    type: z.literal('diff'),
    revision: z.int().positive(),
    changed: z.array(jobSummarySchema),
    removed: z.array(z.string()),
    stats: queueStatsSchema,
  }),
])
export type ProgressMessage = z.infer<typeof progressMessageSchema>

export const skippedLineSchema = z.object({ line: z.int().positive(), reason: z.string(), text: z.string() })
export type SkippedLine = z.infer<typeof skippedLineSchema>

/** What Wordmill understood of a list before anything runs. */
export const listInspectionSchema = z.object({
  /** Names the parsed list in `jobs.submit`; forgotten when submitted, discarded or an hour old. */
  listId: z.string(),
  name: z.string(),
  format: z.enum(['text', 'csv']),
  encoding: z.string(),
  words: z.int().nonnegative(),
  report: listReportSchema,
  /** The first words, as they will be looked up. */
  sample: z.array(z.string()),
  /** The first skipped lines with the reason for each. */
  skippedLines: z.array(skippedLineSchema),
  /** For tables: the columns and the one the words are taken from. */
  columns: z.array(z.string()).optional(),
  column: z.int().nonnegative().optional(),
})
export type ListInspection = z.infer<typeof listInspectionSchema>

export const exportFormatSchema = z.enum(['csv', 'jsonl'])
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const noticeSchema = z.object({
  /** The id that entries name as their `source`. */
  id: sourceIdSchema,
  name: z.string(),
  version: z.string(),
  /** What Wordmill uses it for. */
  use: z.string(),
  licence: z.string(),
  url: z.string(),
  text: z.string(),
})
/** Credit and licence of one data source. */
export type Notice = z.infer<typeof noticeSchema>

const settingShapes = {
  /** Jobs that run at the same time. */
  maxActiveJobs: z.int().min(1).max(32),
  /** Words in one call; null for the provider's own choice. */
  chunkSize: z.int().min(1).max(500).nullable(),
  /** Times a word that failed is tried again at most. */
  maxRetries: z.int().min(0).max(10),
  /** Most words one job may hold. */
  maxWords: z.int().min(1).max(16_000_000),
  /** Days that ended jobs are kept, unless they are pinned; null for ever. */
  retentionDays: z.int().min(1).max(3_650).nullable(),
  /** Micro-dollars that may be spent in a calendar month; null for no limit. */
  monthlyCapMicros: z.int().min(0).nullable(),
  /** All work is paused. */
  isPaused: z.boolean(),
}

/** What a person can set about the engine. A missing setting has its default, that of the seed. */
export const settingsSchema = z.object({
  maxActiveJobs: settingShapes.maxActiveJobs.default(3),
  chunkSize: settingShapes.chunkSize.default(null),
  maxRetries: settingShapes.maxRetries.default(2),
  maxWords: settingShapes.maxWords.default(1_000_000),
  retentionDays: settingShapes.retentionDays.default(30),
  monthlyCapMicros: settingShapes.monthlyCapMicros.default(null),
  isPaused: settingShapes.isPaused.default(false),
})
export type Settings = z.infer<typeof settingsSchema>

/** Some of the settings: what is left out stays as it is. */
export const settingsPatchSchema = z.object(settingShapes).partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>
