import { AxeBuilder } from '@axe-core/playwright'
import { type App, expect, test } from './fixture.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation, ${colorScheme}`, async ({ app }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectAccessible(app, 'empty queue')

    await app.queue.paste('mice\nbetter\nbetter\nxqzvk')
    await app.queue.newJobDialog.getByRole('button', { name: 'Start job' }).waitFor()
    await expectAccessible(app, 'new job')

    await app.queue.startJob('Few words')
    const job = app.queue.job('Few words')
    await expect(job.root).toContainText('completed')
    await job.select()
    await app.queue.words.getByRole('row').filter({ hasText: 'mice' }).click()
    await expect(app.page.getByRole('region', { name: 'Entry' })).toContainText('mouse')
    await expectAccessible(app, 'job with an entry')

    await app.page.getByRole('button', { name: 'About & licences' }).click()
    await app.page.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(app, 'about')
  })
}

async function expectAccessible(app: App, screen: string): Promise<void> {
  // The single-process way: the usual one opens a second page to finish in, which a window of ours may not.
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode().analyze()
  const found = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))
  expect(found, screen).toEqual([])
}
