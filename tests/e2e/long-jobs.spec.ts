import { type App, expect, test } from './fixture.ts'
import type { JobCard } from './pages/queue-page.ts'
import { readLibrary } from './support/library-rows.ts'
import { writeWordList } from './support/word-lists.ts'

// Long enough to be caught in the middle on any machine.
const LONG = 40_000

async function startLongJob(app: App): Promise<JobCard> {
  await app.queue.drop(await writeWordList(app.folders.saved, 'long.txt', LONG))
  await app.queue.startJob('Long')
  const job = app.queue.job('Long')
  await expect.poll(() => job.wordsDone()).toBeGreaterThan(0)
  return job
}

test('progress moves, and one job is cancelled while the other finishes', async ({ app }) => {
  const long = await startLongJob(app)
  const first = await long.wordsDone()
  await expect.poll(() => long.wordsDone()).toBeGreaterThan(first)
  await app.page.getByRole('button', { name: 'New job' }).click()
  await app.page.getByRole('textbox', { name: 'Words' }).fill('mice\nbetter\nleaves')
  await app.page.getByRole('button', { name: 'Continue' }).click()
  await app.queue.startJob('Short')

  await long.cancel()
  await expect(long.root).toContainText('cancelled')
  await expect(app.queue.job('Short').root).toContainText('completed')
  const kept = await long.wordsDone()
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThan(LONG)
})

test('a reload in the middle loses nothing', async ({ app }) => {
  const long = await startLongJob(app)
  const before = await long.wordsDone()
  await app.reload()
  const again = app.queue.job('Long')
  await expect.poll(() => again.wordsDone()).toBeGreaterThanOrEqual(before)
  await expect(again.root).toContainText('completed', { timeout: 45_000 })
  expect(await again.wordsDone()).toBe(LONG)
})

test('a job that was killed in the middle goes on by itself: nothing is lost or asked twice', async ({ app }) => {
  await startLongJob(app)
  const shown = await app.queue.job('Long').wordsDone()
  await app.stop('SIGKILL')
  const killed = await readLibrary(app.folders.library)
  // What the person was told had been done is on the disk, and the middle was really the middle.
  expect(killed.endedAt.size).toBeGreaterThanOrEqual(shown)
  expect(killed.endedAt.size).toBeLessThan(LONG)
  expect(killed.jobs).toEqual([{ state: 'running', total: LONG, ended: killed.endedAt.size }])

  await app.start()
  await expect(app.queue.job('Long').root).toContainText('completed', { timeout: 45_000 })
  await app.stop()
  const finished = await readLibrary(app.folders.library)
  expect(finished.jobs).toEqual([{ state: 'completed', total: LONG, ended: LONG }])
  expect(finished.endedAt.size).toBe(LONG)
  expect(finished.counted).toBe(LONG)
  const askedAgain = [...killed.endedAt].filter(([id, at]) => finished.endedAt.get(id) !== at)
  expect(askedAgain).toEqual([])
})

test('a job that was running goes on after a quit and a new start', async ({ app }) => {
  await startLongJob(app)
  await app.restart()
  await expect(app.queue.job('Long').root).toContainText('completed', { timeout: 45_000 })
})
