import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import {
  exportFormatSchema,
  fieldSchema,
  jobEventSchema,
  jobStateSchema,
  jobSummarySchema,
  listInspectionSchema,
  listReportSchema,
  noticeSchema,
  prioritySchema,
  progressMessageSchema,
  queueStatsSchema,
  requestDetailSchema,
  requestRowSchema,
  settingsPatchSchema,
  settingsSchema,
} from './model.ts'

const jobReference = z.object({ jobId: z.string().min(1).max(100) })

/** Most rows one call may ask for; a screen shows about 40. */
export const MAX_WINDOW = 500
/** Most words one job may hold. */
export const MAX_WORDS = 1_000_000
/** Longest word or phrase that is looked up, in UTF-16 units; a longer line is skipped and reported. */
export const MAX_WORD_LENGTH = 200
/** Longest text that can be pasted, in UTF-16 units; longer lists come as a file. */
export const MAX_PASTE_LENGTH = 20_000_000

export const listSourceSchema = z.discriminatedUnion('kind', [
  /** A file the shell handed out a handle for: the page never learns a path. */
  z.object({ kind: z.literal('file'), handle: z.string().min(1).max(100) }),
  z.object({ kind: z.literal('text'), text: z.string().max(MAX_PASTE_LENGTH), name: z.string().max(200).optional() }),
  /** One of the lists that come with the app. */
  z.object({ kind: z.literal('sample'), id: z.string().max(100) }),
])
export type ListSource = z.infer<typeof listSourceSchema>

export const submitSchema = z.object({
  list: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('staged'), listId: z.string().max(100) }),
    /** Words as they are; `lines` are their one-based lines, same order, 1, 2, 3 … when left out. */
    z.object({
      kind: z.literal('words'),
      words: z.array(z.string()).min(1).max(MAX_WORDS),
      lines: z.array(z.int().positive().max(0xffff_ffff)).max(MAX_WORDS).optional(),
      report: listReportSchema.optional(),
    }),
  ]),
  name: z.string().trim().min(1).max(200).optional(),
  fields: z.array(fieldSchema).min(1).optional(),
  priority: prioritySchema.optional(),
  provider: z.string().max(100).optional(),
  /** Epoch milliseconds by which the job should be finished. */
  deadline: z.number().positive().optional(),
  /** Most the job may cost, in micro-dollars; it pauses there. */
  budgetMicros: z.int().nonnegative().optional(),
  /** Asks even for words that the cache knows. */
  isFresh: z.boolean().optional(),
})
export type SubmitInput = z.infer<typeof submitSchema>

/** What can be changed about a job at any time; null takes a deadline or a budget away. */
export const updateSchema = jobReference.extend({
  name: z.string().trim().min(1).max(200).optional(),
  priority: prioritySchema.optional(),
  isPinned: z.boolean().optional(),
  deadline: z.number().positive().nullable().optional(),
  budgetMicros: z.int().nonnegative().nullable().optional(),
})
export type UpdateInput = z.infer<typeof updateSchema>

/**
 * Every call and stream that crosses a border. The router in main implements it, every client is derived from it;
 * inputs are validated at run time on every way in. Errors carry a code of `errors.ts`.
 */
export const contract = {
  app: {
    info: oc.output(
      z.object({
        version: z.string(),
        shell: z.enum(['desktop', 'browser', 'terminal']),
        maxWords: z.int(),
        dictionary: z.object({ isReady: z.boolean(), lemmas: z.int().nonnegative(), version: z.string() }),
        samples: z.array(z.object({ id: z.string(), name: z.string(), description: z.string() })),
      }),
    ),
    notices: oc.output(z.array(noticeSchema)),
  },
  lists: {
    /** Parses a list and keeps it for `jobs.submit`. Nothing is looked up. */
    inspect: oc
      .input(z.object({ source: listSourceSchema, column: z.int().nonnegative().max(10_000).optional() }))
      .output(listInspectionSchema),
    discard: oc.input(z.object({ listId: z.string().max(100) })).output(z.void()),
  },
  jobs: {
    submit: oc.input(submitSchema).output(jobSummarySchema),
    cancel: oc.input(jobReference).output(jobSummarySchema),
    /** Sends no more words of the job; calls in flight count. */
    pause: oc.input(jobReference).output(jobSummarySchema),
    resume: oc.input(jobReference).output(jobSummarySchema),
    update: oc.input(updateSchema).output(jobSummarySchema),
    /** Asks once more for the words that failed, and only for those. */
    retryFailed: oc.input(jobReference).output(jobSummarySchema),
    /** Removes a job that has ended, with its words and answers. */
    remove: oc.input(jobReference).output(z.void()),
    get: oc.input(jobReference).output(jobSummarySchema),
    /** Newest first. `before` is the `createdAt` of the last job of the previous page. */
    list: oc
      .input(
        z.object({
          state: z.array(jobStateSchema).optional(),
          before: z.number().optional(),
          limit: z.int().min(1).max(MAX_WINDOW).default(100),
        }),
      )
      .output(z.array(jobSummarySchema)),
    /**
     * A window on the words of a job, in list order. `state` narrows it to the words that need a look, and `total` is
     * the narrowed count. Either way it is one index range, at any offset of a million words.
     */
    results: oc
      .input(
        jobReference.extend({
          state: z.enum(['not-found', 'failed']).optional(),
          offset: z.int().nonnegative(),
          limit: z.int().min(1).max(MAX_WINDOW),
        }),
      )
      .output(z.object({ total: z.int().nonnegative(), rows: z.array(requestRowSchema) })),
    /** As `results`, each row with everything known about its word: for exports and scripts. */
    details: oc
      .input(jobReference.extend({ offset: z.int().nonnegative(), limit: z.int().min(1).max(MAX_WINDOW) }))
      .output(z.array(requestDetailSchema)),
    result: oc.input(jobReference.extend({ position: z.int().nonnegative() })).output(requestDetailSchema),
    events: oc
      .input(
        jobReference.extend({
          after: z.int().nonnegative().default(0),
          limit: z.int().min(1).max(MAX_WINDOW).default(MAX_WINDOW),
        }),
      )
      .output(z.array(jobEventSchema)),
    /** Live jobs and the latest finished ones: a snapshot, then coalesced diffs, at most ten a second. */
    watch: oc.output(eventIterator(progressMessageSchema)),
  },
  settings: {
    get: oc.output(settingsSchema),
    /** Changes only what is given. */
    update: oc.input(settingsPatchSchema).output(settingsSchema),
  },
  stats: oc.output(queueStatsSchema),
  exports: {
    /** Writes a job's words to where the shell decides: a save dialog, or a download for the browser. */
    start: oc
      .input(jobReference.extend({ format: exportFormatSchema }))
      .output(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('saved'), fileName: z.string() }),
          z.object({ kind: z.literal('download'), url: z.string(), fileName: z.string() }),
          z.object({ kind: z.literal('cancelled') }),
        ]),
      ),
  },
}
export type Contract = typeof contract
