import { implement, ORPCError } from '@orpc/server'
import type { Router } from '../../../src-main/api/router.ts'
import type { Wordmill } from '../../../src-main/wordmill.ts'
import { contract } from '../../../src-preload/contract.ts'
import { ERROR_STATUS, type ErrorCode } from '../../../src-preload/errors.ts'
import { type Notice, type ProgressMessage, type QueueStats, settingsSchema } from '../../../src-preload/model.ts'
import { FakeJob, type FakeJobPlan } from './fake-job.ts'
import { fakeDetail, fakeRow } from './fake-words.ts'

const TICK = 100
const SLOTS = 3
const LIST = ['abate', 'aberrant', 'abeyance', 'abscond', 'abstemious', 'admonish', 'aesthetic', 'aggregate']

export interface FakeMillOptions {
  readonly jobs: readonly FakeJobPlan[]
  /** Whether running jobs move; screenshots hold them still. */
  readonly isMoving?: boolean
}

/** Wordmill without engine, store and dictionary: any state of the queue at once, for looking at the page. */
export function openFakeMill({ jobs: plans, isMoving = true }: FakeMillOptions): Wordmill {
  const jobs = new Map(plans.map((plan, index) => [`job-${index}`, new FakeJob(`job-${index}`, plan, Date.now())]))
  let revision = 1
  const listeners = new Set<() => void>()
  const publish = () => {
    revision += 1
    for (const listener of listeners) listener()
  }
  const timer = setInterval(() => {
    const running = [...jobs.values()].filter(({ state }) => state === 'running')
    if (!isMoving || running.length === 0) return
    for (const job of running) job.advance(TICK / 1_000, Date.now())
    publish()
  }, TICK)
  const jobOf = (jobId: string): FakeJob => jobs.get(jobId) ?? refuse('JOB_NOT_FOUND', 'There is no such job.')
  const all = () => [...jobs.values()].map((job) => job.summary())
  const os = implement(contract)
  const router = os.router({
    app: {
      info: os.app.info.handler(() => INFO),
      notices: os.app.notices.handler(() => NOTICES),
    },
    lists: {
      inspect: os.lists.inspect.handler(({ input: { source, column } }) => {
        if (source.kind === 'text' && source.text.includes('\0')) {
          refuse('FILE_NOT_TEXT', 'This is not text: it looks like an image. Choose a text file or a CSV table.')
        }
        return source.kind === 'file' ? { ...INSPECTION, ...TABLE, column: column ?? 1 } : INSPECTION
      }),
      discard: os.lists.discard.handler(() => undefined),
    },
    jobs: {
      submit: os.jobs.submit.handler(({ input }) => {
        const id = `job-${jobs.size}`
        const plan: FakeJobPlan = {
          name: input.name ?? 'New list',
          total: 9_712,
          done: 0,
          state: 'running',
          speed: 900,
        }
        const job = new FakeJob(id, { ...plan, ...(input.priority && { priority: input.priority }) }, Date.now())
        jobs.set(id, job)
        publish()
        return job.summary()
      }),
      cancel: os.jobs.cancel.handler(({ input }) => {
        const job = jobOf(input.jobId)
        job.finish('cancelled', Date.now())
        publish()
        return job.summary()
      }),
      pause: os.jobs.pause.handler(({ input }) => jobOf(input.jobId).summary()),
      resume: os.jobs.resume.handler(({ input }) => jobOf(input.jobId).summary()),
      update: os.jobs.update.handler(({ input }) => jobOf(input.jobId).summary()),
      retryFailed: os.jobs.retryFailed.handler(({ input }) => jobOf(input.jobId).summary()),
      remove: os.jobs.remove.handler(({ input }) => void jobs.delete(input.jobId)),
      get: os.jobs.get.handler(({ input }) => jobOf(input.jobId).summary()),
      list: os.jobs.list.handler(() => all()),
      results: os.jobs.results.handler(({ input: { jobId, state, offset, limit } }) => {
        const job = jobOf(jobId)
        const { counts } = job.summary()
        const whole = Array.from({ length: Math.max(0, Math.min(limit, counts.total - offset)) }, (_, i) => offset + i)
        const positions = state === undefined ? whole : job.positionsOf(state, offset, limit)
        const total = state === undefined ? counts.total : state === 'failed' ? counts.failed : counts.notFound
        const isHostile = job.plan.isHostile ?? false
        return { total, rows: positions.map((position) => fakeRow(position, job.outcome(position), isHostile)) }
      }),
      details: os.jobs.details.handler(() => []),
      result: os.jobs.result.handler(({ input: { jobId, position } }) => {
        const job = jobOf(jobId)
        return fakeDetail(position, job.outcome(position), job.plan.isHostile ?? false)
      }),
      events: os.jobs.events.handler(({ input }) =>
        jobOf(input.jobId)
          .events()
          .filter(({ id }) => id > input.after),
      ),
      watch: os.jobs.watch.handler(async function* ({ signal }): AsyncGenerator<ProgressMessage> {
        yield { type: 'snapshot', revision, jobs: all(), stats: statsOf(jobs) }
        while (signal?.aborted !== true) {
          const seen = revision
          await changed(listeners, signal)
          if (revision === seen) continue
          yield { type: 'diff', revision: seen + 1, changed: all(), removed: [], stats: statsOf(jobs) }
        }
      }),
    },
    settings: {
      get: os.settings.get.handler(() => settingsSchema.parse({})),
      update: os.settings.update.handler(({ input }) => settingsSchema.parse(input)),
    },
    stats: os.stats.handler(() => statsOf(jobs)),
    exports: {
      start: os.exports.start.handler(() => ({ kind: 'saved' as const, fileName: 'gre-high-frequency.csv' })),
    },
  })
  return {
    router: router as unknown as Router,
    close: async () => clearInterval(timer),
  }
}

function refuse(code: ErrorCode, message: string): never {
  throw new ORPCError(code, { status: ERROR_STATUS[code], message })
}

function changed(listeners: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      listeners.delete(finish)
      resolve()
    }
    listeners.add(finish)
    signal?.addEventListener('abort', finish, { once: true })
  })
}

function statsOf(jobs: ReadonlyMap<string, FakeJob>): QueueStats {
  const running = [...jobs.values()].filter(({ state }) => state === 'running')
  const waiting = [...jobs.values()].filter(({ state }) => state === 'queued').length
  const pendingWords = running.reduce((sum, { plan, done }) => sum + plan.total - done, 0)
  const recent = Array.from({ length: 60 }, (_, second) =>
    running.length === 0 ? 0 : Math.round(28 + second / 3 + 6 * Math.sin(second / 3)),
  )
  const wordsPerMinute = recent.reduce((sum, words) => sum + words, 0)
  return {
    runningJobs: running.length,
    waitingJobs: waiting,
    slots: SLOTS,
    pendingWords,
    wordsPerMinute,
    recent,
    costTodayMicros: 0,
    isPaused: false,
  }
}

const INFO = {
  version: '0.1.0',
  shell: 'browser' as const,
  maxWords: 1_000_000,
  dictionary: { isReady: true, lemmas: 147_691, version: 'fake' },
  samples: [
    { id: 'gre', name: 'GRE, 79 words', description: 'definitions, examples' },
    { id: 'business', name: 'Business English', description: '120 words, synonyms' },
    { id: 'tricky', name: 'Tricky forms', description: 'mice, better, took off, leaves …' },
  ],
}

const NOTICES: Notice[] = [
  ['wordnet', 'WordNet', '3.1', 'Definitions, examples, synonyms and antonyms', 'WordNet License'],
  ['cmudict', 'CMU Pronouncing Dictionary', '0.7b', 'American pronunciation', 'BSD-2-Clause'],
  ['scowl', 'SCOWL', '2020.12', 'How common a word is', 'SCOWL licence'],
].map(([id = '', name = '', version = '', use = '', licence = '']) => {
  return { id, name, version, use, licence, url: 'https://example.org/', text: `${licence}\n\nPermission is granted …` }
})

const INSPECTION = {
  listId: 'list-1',
  name: 'gre-high-frequency',
  format: 'text' as const,
  encoding: 'UTF-8',
  words: 1_200,
  report: { lines: 1_236, merged: 34, skipped: 2 },
  sample: LIST,
  skippedLines: [
    { line: 17, reason: 'no letters', text: '---' },
    { line: 801, reason: 'longer than 200 characters', text: 'Lorem ipsum dolor sit amet, consectetur …' },
  ],
}

const TABLE = {
  name: 'medizin-glossar',
  format: 'csv' as const,
  words: 9_712,
  report: { fileName: 'medizin-glossar.csv', lines: 9_941, merged: 214, skipped: 15 },
  columns: ['Nr', 'Begriff', 'Kontext'],
}
