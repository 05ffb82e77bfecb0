import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Expects that axe finds nothing on what is shown. */
export async function expectAccessible(app: { readonly page: Page }, screen: string): Promise<void> {
  // The single-process way: the usual one opens a second page to finish in, which a window of ours may not.
  const { violations } = await new AxeBuilder({ page: app.page }).setLegacyMode().analyze()
  const found = violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))
  expect(found, screen).toEqual([])
}
