import { implement } from '@orpc/server'
import type { Router } from '../../../src-main/api/router.ts'
import type { Wordmill } from '../../../src-main/wordmill.ts'
import { contract } from '../../../src-preload/contract.ts'
import type { Notice, ProgressMessage } from '../../../src-preload/model.ts'
import type { FakeJobPlan } from './fake-job.ts'
import { FakeQueue, type FakeQueueOptions, refuse } from './fake-queue.ts'
import { fakeDetail, fakeRow } from './fake-words.ts'

const TICK = 100
const LIST = ['abate', 'aberrant', 'abeyance', 'abscond', 'abstemious', 'admonish', 'aesthetic', 'aggregate']

export interface FakeMillOptions extends FakeQueueOptions {
  /** Whether running jobs move; screenshots hold them still. */
  readonly isMoving?: boolean
}

/** Wordmill without engine, store and dictionary: any state of the queue at once, for looking at the page. */
export function openFakeMill({ isMoving = true, ...options }: FakeMillOptions): Wordmill {
  const queue = new FakeQueue(options)
  const timer = setInterval(() => {
    if (isMoving) queue.advance(TICK / 1_000)
  }, TICK)
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
      submit: os.jobs.submit.handler(({ input: { name = 'New list', priority = 'normal' } }) => {
        const plan: FakeJobPlan = { name, priority, total: 9_712, done: 0, state: 'queued', speed: 900 }
        return queue.submit(plan)
      }),
      cancel: os.jobs.cancel.handler(({ input }) => queue.cancel(input.jobId)),
      pause: os.jobs.pause.handler(({ input }) => queue.pause(input.jobId)),
      resume: os.jobs.resume.handler(({ input }) => queue.resume(input.jobId)),
      update: os.jobs.update.handler(({ input }) => queue.update(input)),
      retryFailed: os.jobs.retryFailed.handler(({ input }) => queue.retryFailed(input.jobId)),
      remove: os.jobs.remove.handler(({ input }) => queue.remove(input.jobId)),
      get: os.jobs.get.handler(({ input }) => queue.job(input.jobId).summary()),
      list: os.jobs.list.handler(() => queue.summaries()),
      results: os.jobs.results.handler(({ input: { jobId, state, offset, limit } }) => {
        const job = queue.job(jobId)
        const { counts } = job.summary()
        const whole = Array.from({ length: Math.max(0, Math.min(limit, counts.total - offset)) }, (_, i) => offset + i)
        const positions = state === undefined ? whole : job.positionsOf(state, offset, limit)
        const total = state === undefined ? counts.total : state === 'failed' ? counts.failed : counts.notFound
        const isHostile = job.plan.isHostile ?? false
        return { total, rows: positions.map((position) => fakeRow(position, job.outcome(position), isHostile)) }
      }),
      details: os.jobs.details.handler(() => []),
      result: os.jobs.result.handler(({ input: { jobId, position } }) => {
        const job = queue.job(jobId)
        return fakeDetail(position, job.outcome(position), job.plan.isHostile ?? false)
      }),
      events: os.jobs.events.handler(({ input }) =>
        queue
          .job(input.jobId)
          .events()
          .filter(({ id }) => id > input.after),
      ),
      watch: os.jobs.watch.handler(({ signal }) => watch(queue, signal)),
    },
    settings: {
      get: os.settings.get.handler(() => queue.settings),
      update: os.settings.update.handler(({ input }) => queue.configure(input)),
    },
    stats: os.stats.handler(() => queue.stats()),
    exports: {
      start: os.exports.start.handler(() => ({ kind: 'saved' as const, fileName: 'gre-high-frequency.csv' })),
    },
  })
  return {
    router: router as unknown as Router,
    close: async () => clearInterval(timer),
  }
}

/** Every diff carries all jobs; revisions are the reader's own, so that a slow one misses none. */
async function* watch(queue: FakeQueue, signal: AbortSignal | undefined): AsyncGenerator<ProgressMessage> {
  let revision = 0
  let seen = queue.revision
  let jobs = queue.summaries()
  yield { type: 'snapshot', revision, jobs, stats: queue.stats() }
  while (signal?.aborted !== true) {
    if (queue.revision === seen) await queue.nextChange(signal)
    if (queue.revision === seen) continue
    seen = queue.revision
    revision += 1
    const changed = queue.summaries()
    const removed = jobs.map(({ id }) => id).filter((id) => !changed.some((job) => job.id === id))
    jobs = changed
    yield { type: 'diff', revision, changed, removed, stats: queue.stats() }
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
