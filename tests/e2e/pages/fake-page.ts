import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../../src-main/scripts/setup-browser.ts'
import type { FakeMillOptions } from '../../support/fake-backend/fake-mill.ts'
import { startFakeBackend } from '../../support/fake-backend/start-fake-backend.ts'

/** Opens the built page on a fake Wordmill: for what the real one can't be brought to do. */
export async function withFakePage(options: FakeMillOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const shell = await startFakeBackend(options)
  try {
    const browser = await chromium.launch({
      executablePath: findChromium() ?? '',
      chromiumSandbox: process.getuid?.() !== 0,
    })
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
      await page.goto(shell.url)
      await act(page)
    } finally {
      await browser.close()
    }
  } finally {
    await shell.close()
  }
}
