import type { Fault } from '../../../src-preload/model.ts'
import type { FakeJobPlan } from './fake-job.ts'

const gre: FakeJobPlan = {
  name: 'GRE high-frequency 1 200',
  total: 1_200,
  done: 816,
  state: 'running',
  priority: 'high',
  speed: 38,
  cachedEvery: 4,
  notFoundEvery: 7,
  failedEvery: 74,
  fileName: 'gre.txt',
}
const medical: FakeJobPlan = {
  name: 'Medical glossary',
  total: 9_712,
  done: 3_604,
  state: 'running',
  speed: 62,
  cachedEvery: 9,
  fileName: 'medizin-glossar.csv',
}
const million: FakeJobPlan = {
  name: 'Every English word I could find, from three dictionaries and a crossword archive, sorted and merged',
  total: 1_000_000,
  done: 412_345,
  state: 'running',
  priority: 'low',
  speed: 8_214,
  cachedEvery: 6,
  notFoundEvery: 91,
  failedEvery: 90_001,
}
const waiting: FakeJobPlan = { name: '370k English words', total: 370_105, done: 0, state: 'queued', priority: 'low' }
const finished: FakeJobPlan = { name: 'Cambridge C1 unit 4', total: 96, done: 96, state: 'completed', cachedEvery: 8 }
const cancelled: FakeJobPlan = {
  ...finished,
  name: 'Kindle: The Name of the Rose',
  total: 412,
  done: 341,
  state: 'cancelled',
}
const failed: FakeJobPlan = {
  name: 'Business English',
  total: 120,
  done: 48,
  state: 'failed',
  failedEvery: 3,
  fault: {
    code: 'DICTIONARY_MISSING',
    message:
      'The dictionary file could not be read any more. Start Wordmill again to build it; finished words are kept.',
  },
}
const hostile: FakeJobPlan = {
  ...finished,
  name: '<script>alert("name")</script> ‏مرحبا 🦊 '.repeat(4),
  total: 4_000,
  done: 4_000,
  isHostile: true,
}

const paused: FakeJobPlan = {
  name: 'Words of the newspaper archive',
  total: 90_000,
  done: 31_870,
  state: 'paused',
  cachedEvery: 5,
  notFoundEvery: 40,
}
const outOfBudget: FakeJobPlan = {
  ...medical,
  state: 'paused',
  provider: 'gpt-5-mini',
  fault: { code: 'BUDGET_REACHED', message: 'The budget of this job is used up. Raise it to go on.' },
}

/** What the engine says when the disk is full. */
export const DISK_FULL: Fault = {
  code: 'LIBRARY_UNUSABLE',
  message: 'The library can’t be written: database or disk is full. Work goes on by itself when it can.',
}

/** States of the queue worth looking at. */
export const SCENES = {
  empty: [],
  running: [gre, medical, million, waiting, finished],
  finished: [finished, { ...gre, done: 1_200, state: 'completed' }, cancelled],
  failing: [{ ...gre, failedEvery: 9, name: 'Flaky provider' }, failed, cancelled, finished],
  paused: [gre, paused, outOfBudget, waiting, finished],
  retry: [finished, { ...gre, done: 1_200, state: 'completed', failedEvery: 9 }],
  hostile: [hostile, million],
  huge: [million],
} satisfies Record<string, readonly FakeJobPlan[]>
