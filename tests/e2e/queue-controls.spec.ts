import { DISK_FULL, SCENES } from '../support/fake-backend/scenes.ts'
import { type App, expect, test } from './fixture.ts'
import { expectProgress, expectStandstill, startBigJob } from './pages/big-job.ts'
import { expectAccessible } from './pages/expect-accessible.ts'
import { withFakePage } from './pages/fake-page.ts'
import { type JobCard, QueuePage } from './pages/queue-page.ts'

async function startSmallJob(app: App, name = 'Small'): Promise<JobCard> {
  await app.queue.paste('mice\nbetter\nleaves')
  await app.queue.startJob(name)
  return app.queue.job(name)
}

test('a big job is paused, stands still, and goes on', async ({ app }) => {
  const big = await startBigJob(app)
  await big.pause()
  await expect(big.root).toContainText('paused')
  await expect(app.page.getByRole('heading', { name: /^Waiting/ })).toBeVisible()
  const stood = await expectStandstill(app, big)

  await app.reload()
  await expect(big.root).toContainText('paused')
  await big.resume()
  await expectProgress(big, stood)
  await big.cancel()
  await expect(big.root).toContainText('cancelled')
})

test('the P key pauses and resumes the focused card, and the focus stays on it', async ({ app }) => {
  const big = await startBigJob(app)
  await big.title.focus()
  await app.page.keyboard.press('p')
  await expect(big.root).toContainText('paused')
  await expect(big.title).toBeFocused()
  const stood = await expectStandstill(app, big)

  await app.page.keyboard.press('p')
  await expectProgress(big, stood)
  await expect(big.title).toBeFocused()
  // The same for the button: it changes its name and group, not its place under the finger.
  await big.root.getByRole('button', { name: 'Pause job' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(big.root.getByRole('button', { name: 'Resume job' })).toBeFocused()

  await big.title.focus()
  await app.page.keyboard.press('Shift+?')
  await expect(app.page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Pause or resume the job')
})

test('priority and name are changed from the menu and kept', async ({ app }) => {
  const big = await startBigJob(app)
  await big.pause()
  await big.choose('High priority')
  await expect(big.root).toContainText('high')
  const menu = await big.openMenu()
  await expect(menu.getByRole('menuitemradio', { name: 'High priority' })).toBeChecked()
  await expect(menu.getByRole('menuitemradio', { name: 'Normal priority' })).not.toBeChecked()
  await menu.getByRole('menuitem', { name: 'Rename…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Rename job' })
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('  Enormous  ')
  await app.page.keyboard.press('Enter')

  const renamed = app.queue.job('Enormous')
  await expect(renamed.root).toContainText('high')
  await expect(renamed.title).toBeFocused()
  await renamed.select()
  await app.page.getByRole('tab', { name: 'Timeline' }).click()
  await expect(app.page.getByRole('list', { name: 'Events' })).toContainText('priority high')
  await expect(app.page.getByRole('list', { name: 'Events' })).toContainText('name “Enormous”')
  await app.restart()
  await expect(app.queue.job('Enormous').root).toContainText('high')
})

test('everything is paused at once, also what comes later, and goes on', async ({ app }) => {
  const big = await startBigJob(app)
  await app.queue.pauseAll.click()
  await expect(app.queue.engine).toContainText('Engine paused')
  await expect(big.root).toContainText('paused with all jobs')
  const stood = await expectStandstill(app, big)
  const small = await startSmallJob(app)
  await expect(small.root).toContainText('waits until all jobs are resumed')

  await app.restart()
  await expect(app.queue.engine).toContainText('Engine paused')
  await expect(app.queue.job('Small').root).toContainText('waits until all jobs are resumed')
  await app.queue.resumeAll.click()
  await expect(app.queue.job('Small').root).toContainText('completed')
  await expect(app.queue.engine).not.toContainText('Engine paused')
  await expectProgress(app.queue.job('Big'), stood)
})

test('a finished job is removed, unless the person takes it back', async ({ app }) => {
  const kept = await startSmallJob(app, 'Kept')
  await expect(kept.root).toContainText('completed')
  const small = await startSmallJob(app)
  await expect(small.root).toContainText('completed')

  await small.choose('Remove')
  await expect(small.root).toBeHidden()
  await expect(kept.title).toBeFocused()
  await app.queue.toast('Removed Small').getByRole('button', { name: 'Undo' }).click()
  await expect(small.root).toBeVisible()

  await small.choose('Remove')
  await expect(small.root).toBeHidden()
  await app.page.keyboard.press('Control+z')
  await expect(small.root).toBeVisible()
  await expect(app.queue.toast('Removed Small')).toBeHidden()
  // Longer than the offer stands: what was taken back stays.
  await app.page.waitForTimeout(5_500)
  await app.reload()
  await expect(small.root).toBeVisible()

  await small.choose('Remove')
  await expect(app.queue.toast('Removed Small')).toBeVisible()
  await expect(app.queue.toast('Removed Small')).toBeHidden()
  await app.reload()
  await expect(kept.root).toBeVisible()
  await expect(small.root).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the controls have no accessibility violation, ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const big = await startBigJob(app)
    await big.pause()
    await expect(big.root).toContainText('paused')
    await app.queue.pauseAll.click()
    await expect(app.queue.engine).toContainText('Engine paused')
    await expectAccessible(app, 'paused')
    await big.openMenu()
    await expectAccessible(app, 'menu')
    await app.page.getByRole('menuitem', { name: 'Rename…' }).click()
    await app.page.getByRole('dialog', { name: 'Rename job' }).waitFor()
    await expectAccessible(app, 'rename')
    await app.page.keyboard.press('Escape')
    await big.choose('Cancel')
    await expect(big.root).toContainText('cancelled')
    await big.choose('Remove')
    await app.queue.toast('Removed Big').waitFor()
    await expectAccessible(app, 'removed')
  })
}

test.describe('what only a fake Wordmill does', () => {
  test.beforeEach(() => test.skip(test.info().project.name !== 'browser', 'The page is the same in both shells.'))

  test('failed words are tried again from their list', async () => {
    await withFakePage({ jobs: SCENES.retry }, async (page) => {
      const job = new QueuePage({ page }).job('GRE high-frequency 1 200')
      await job.select()
      await page.getByRole('tab', { name: 'Failed 133' }).click()
      await page.getByRole('button', { name: 'Retry these' }).click()
      await expect(page.getByRole('alert').filter({ hasText: '133 failed words' })).toBeVisible()
      await expect(job.root).toContainText('completed')
      await expect(job.root).not.toContainText('failed')
      await expect(page.getByRole('tabpanel')).toContainText('None')
      await page.getByRole('tab', { name: 'Words' }).click()
      await expect(page.getByRole('row').nth(8)).toContainText('entry')
    })
  })

  test('a finished card with failed words offers to try them again, in place', async () => {
    await withFakePage({ jobs: SCENES.retry }, async (page) => {
      const job = new QueuePage({ page }).job('GRE high-frequency 1 200')
      await job.select()
      await page.getByRole('row').filter({ hasText: 'failed' }).first().click()
      await job.root.getByRole('button', { name: 'Retry failed' }).click()
      await expect(job.title).toBeFocused()
      await expect(job.root).toContainText('completed')
      await expect(page.getByRole('row').filter({ hasText: 'failed' })).toHaveCount(0)
      await expect(page.getByRole('region', { name: 'Entry' })).not.toContainText('did not answer')
    })
  })

  test('a full disk is said on top, once, and a job without budget says what helps', async () => {
    await withFakePage({ jobs: SCENES.paused, fault: DISK_FULL }, async (page) => {
      await expect(page.getByRole('alert')).toHaveText(DISK_FULL.message)
      const queue = new QueuePage({ page })
      await expect(queue.engine).toContainText('Engine stopped')
      await expect(queue.job('Medical glossary').root).toContainText('The budget of this job is used up.')
      await expectAccessible({ page }, 'fault')
    })
  })
})
