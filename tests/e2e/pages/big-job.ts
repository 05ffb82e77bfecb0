import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect } from '../fixture.ts'
import type { JobCard } from './queue-page.ts'

// Far from finished when it is paused, on any machine.
const BIG = 200_000

/** Letters only, as words are, and in no dictionary. */
function unknownWord(index: number): string {
  return `zqx${[...index.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('')}`
}

/** Starts a job that lasts, and waits until it runs. */
export async function startBigJob(app: App, name = 'Big'): Promise<JobCard> {
  const path = join(app.folders.saved, `${name}.txt`)
  await writeFile(path, Array.from({ length: BIG }, (_, index) => unknownWord(index)).join('\n'))
  await app.queue.drop(path)
  await app.queue.startJob(name)
  const job = app.queue.job(name)
  await expect.poll(() => job.wordsDone(), { intervals: [50] }).toBeGreaterThan(0)
  return job
}

/** Waits until calls in flight are back, then expects that no more words end. */
export async function expectStandstill(app: App, job: JobCard): Promise<number> {
  await app.page.waitForTimeout(700)
  const stood = await job.wordsDone()
  await app.page.waitForTimeout(700)
  expect(await job.wordsDone()).toBe(stood)
  expect(stood).toBeLessThan(BIG)
  return stood
}

export async function expectProgress(job: JobCard, from: number): Promise<void> {
  await expect.poll(() => job.wordsDone(), { intervals: [50] }).toBeGreaterThan(from)
}
