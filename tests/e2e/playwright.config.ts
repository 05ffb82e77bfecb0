import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'

const root = resolve(import.meta.dirname, '../..')

/** Both shells run every test that does not say otherwise; see fixture.ts for what starts what. */
export default defineConfig({
  testDir: '.',
  outputDir: resolve(root, 'test-results/e2e'),
  globalSetup: './global-setup.ts',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  // Every test runs a whole app with its own Chromium; more of them at once only wait for each other.
  workers: 2,
  // A popup of the stand-in was lost once in a few hundred tests; what passes at the second try is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: resolve(root, 'test-results/e2e.json') }]],
  projects: [{ name: 'desktop' }, { name: 'browser' }],
})
