import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type App, expect, test } from './fixture.ts'
import { writeWordList } from './support/word-lists.ts'

test('a dropped list of 1,000 words becomes entries and a file', async ({ app }) => {
  await app.queue.drop(await writeWordList(app.folders.saved, 'common words.txt', 1_000))
  await expect(app.queue.newJobDialog).toContainText(/1\D?000\s*words to look up/)
  await app.queue.startJob('Common words')
  const job = app.queue.job('Common words')
  await expect(job.root).toContainText('completed')
  expect(await job.wordsDone()).toBe(1_000)

  await job.select()
  await expect(app.queue.words).toHaveAttribute('aria-rowcount', /^100[01]$/)
  await app.queue.words
    .getByRole('row')
    .filter({ hasText: /^ability/ })
    .click()
  await expect(app.page.getByRole('region', { name: 'Entry' })).toContainText('the quality of being able to perform')

  const file = await exported(app, () => job.exportAs('CSV'))
  const lines = file.trimEnd().split('\r\n')
  expect(file.startsWith('\ufeff')).toBe(true)
  expect(lines.length).toBeGreaterThan(1_000)
})

test('a list is chosen with the file dialog', async ({ app }) => {
  await app.queue.choose(await writeWordList(app.folders.saved, 'chosen.txt', 20))
  await app.queue.startJob('Chosen')
  await expect(app.queue.job('Chosen').root).toContainText('completed')
})

test('inflected, unknown and hostile words are answered honestly', async ({ app }) => {
  const words = ['mice', 'took off', 'xqzvk', '<img src=x onerror=alert(1)>', '=1+1']
  await app.queue.paste(words.join('\n'))
  await app.queue.startJob('Odd words')
  const job = app.queue.job('Odd words')
  await expect(job.root).toContainText('completed')
  await job.select()
  await app.queue.words.getByRole('row').filter({ hasText: 'mice' }).click()
  await expect(app.page.getByRole('region', { name: 'Entry' })).toContainText('mouse')
  await expect(app.queue.words).toContainText('<img src=x onerror=alert(1)>')
  await expect(job.root).toContainText('not found')
})

/** What an export wrote, whichever way the shell delivers it. */
async function exported(app: App, act: () => Promise<void>): Promise<string> {
  if (app.isDesktop) {
    const before = app.output.length
    await act()
    await expect.poll(() => app.output.slice(before)).toContain('save-dialog')
    const path = join(app.folders.saved, 'Common words.csv')
    await expect.poll(() => readFile(path, 'utf8').catch(() => '')).not.toBe('')
    return readFile(path, 'utf8')
  }
  const [download] = await Promise.all([app.page.waitForEvent('download'), act()])
  return readFile(await download.path(), 'utf8')
}
