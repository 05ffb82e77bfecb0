import type { Page } from '@playwright/test'
import { someWords } from '../e2e/support/word-lists.ts'
import type { FakeMillOptions } from '../support/fake-backend/fake-mill.ts'
import { DISK_FULL, SCENES as FAKE_SCENES } from '../support/fake-backend/scenes.ts'

export interface Scene {
  readonly name: string
  /** What the fake Wordmill holds; the real one without. */
  readonly fake?: FakeMillOptions
  /** What a person does to get there. */
  readonly act: (page: Page) => Promise<void>
}

const WORDS = ['abate', 'aberrant', 'abscond', 'mice', 'took off', 'the', 'adulterrate', 'resume', 'better', 'leaves']

/** States of the app worth a picture. */
export const SCENES: readonly Scene[] = [
  { name: 'empty', act: async (page) => page.getByRole('heading', { name: 'Drop a word list' }).waitFor() },
  { name: 'confirm', act: (page) => drop(page, 'gre-words.csv', csvOf(1_200)) },
  { name: 'running', act: showRunning },
  { name: 'finished', act: showFinished },
  { name: 'failing', fake: { jobs: FAKE_SCENES.failing }, act: (page) => openTab(page, 'Failed') },
  { name: 'paused', fake: { jobs: FAKE_SCENES.paused }, act: (page) => select(page, 1) },
  { name: 'paused-all', fake: { jobs: FAKE_SCENES.paused, isPaused: true }, act: (page) => select(page, 0) },
  { name: 'fault', fake: { jobs: FAKE_SCENES.running, fault: DISK_FULL }, act: (page) => select(page, 0) },
  { name: 'actions', fake: { jobs: FAKE_SCENES.running }, act: (page) => openActions(page, 0) },
  { name: 'rename', fake: { jobs: FAKE_SCENES.running }, act: (page) => choose(page, 0, 'Rename…') },
  { name: 'retry', fake: { jobs: FAKE_SCENES.retry }, act: (page) => openTab(page, 'Failed') },
  { name: 'removed', fake: { jobs: FAKE_SCENES.finished }, act: (page) => choose(page, 0, 'Remove') },
  { name: 'hostile', fake: { jobs: FAKE_SCENES.hostile }, act: (page) => select(page, 1) },
  { name: 'about', act: (page) => page.getByRole('button', { name: 'About' }).click() },
]

async function showRunning(page: Page): Promise<void> {
  await start(page, 'Cambridge C1 unit 4', WORDS.concat(someWords(86)))
  await page.getByRole('article').getByText('completed').waitFor()
  await start(page, 'Newspaper archive', someWords(90_000), 'High')
  await start(page, 'Medical glossary', someWords(60_000))
  await start(page, 'The Name of the Rose', someWords(50_000))
  await start(page, 'English words, the whole list', someWords(100_000), 'Low')
  await openWord(page, 'Cambridge C1 unit 4', 'mice')
  await page.waitForTimeout(800)
}

async function showFinished(page: Page): Promise<void> {
  await start(page, 'Business English', someWords(400))
  await start(page, 'GRE high-frequency', WORDS)
  await page.getByRole('article', { name: 'GRE high-frequency' }).getByText('completed').waitFor()
  await openWord(page, 'GRE high-frequency', 'abscond')
}

async function openWord(page: Page, job: string, word: string): Promise<void> {
  if (!(await page.getByRole('complementary', { name: 'Job details' }).isVisible())) return
  await page.getByRole('article', { name: job }).locator('[data-job-title]').click()
  await page.getByRole('row').filter({ hasText: word }).click()
}

async function start(page: Page, name: string, words: readonly string[], priority = 'Normal'): Promise<void> {
  await drop(page, `${name}.txt`, words.join('\n'))
  const dialog = page.getByRole('dialog', { name: 'New job' })
  await dialog.getByText(priority, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Start job' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function drop(page: Page, name: string, content: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(content) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('dialog', { name: 'New job' }).getByRole('button', { name: 'Start job' }).waitFor()
}

function csvOf(count: number): string {
  const rows = someWords(count).map((word, index) => `${index + 1},${word},seen on page ${index % 300}`)
  return ['Nr,Word,Note', ...rows, ...rows.slice(0, 34)].join('\n')
}

async function select(page: Page, index: number): Promise<void> {
  if (await page.getByRole('complementary', { name: 'Job details' }).isVisible()) {
    await page.locator('[data-job-title]').nth(index).click()
  }
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.locator('[data-job-title]').first().click()
  await page.getByRole('tab', { name }).click()
}

async function openActions(page: Page, index: number): Promise<void> {
  await page.getByRole('button', { name: 'Job actions' }).nth(index).click()
  await page.getByRole('menu').waitFor()
}

async function choose(page: Page, index: number, item: string): Promise<void> {
  await openActions(page, index)
  await page.getByRole('menuitem', { name: item }).click()
}
