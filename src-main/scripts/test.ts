import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const results = join(root, 'test-results')
const unitResults = join(results, 'unit.json')
const e2eResults = join(results, 'e2e.json')

interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

type Step = readonly [name: string, program: string, ...args: string[]]

/** Fast first: what fails most often fails soonest. */
const steps: readonly Step[] = [
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['types', 'node_modules/typescript/bin/tsc'],
  ['dictionary', 'src-main/providers/offline/build-dictionary.ts'],
  [
    'unit and integration tests',
    'node_modules/vitest/vitest.mjs',
    ...['run', '--config', 'tests/vitest.config.ts', '--reporter=dot', '--reporter=json'],
    `--outputFile.json=${unitResults}`,
  ],
  ['build', 'src-main/scripts/build.ts'],
  ['end-to-end tests', 'node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/e2e'],
]

/** Runs every check there is, stops at the first step that fails, and ends with one line of counts. */
function test(): number {
  rmSync(results, { recursive: true, force: true })
  const failed = steps.find(([name, ...command]) => {
    console.log(`\n── ${name}`)
    return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' }).status !== 0
  })
  const { passed, failed: failures, skipped } = [unitCounts(), e2eCounts()].reduce(sum)
  if (failed !== undefined) console.log(`\nStopped at: ${failed[0]}`)
  console.log(`\n${passed} passed, ${failures} failed, ${skipped} skipped`)
  return failed === undefined ? 0 : 1
}

function unitCounts(): Counts {
  const report = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(unitResults)
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: report?.numPendingTests ?? 0,
  }
}

function e2eCounts(): Counts {
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
    e2eResults,
  )
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {}
  return { passed: expected + flaky, failed: unexpected, skipped }
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    // That step was not reached.
    return undefined
  }
}

function sum(left: Counts, right: Counts): Counts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }
}

process.exitCode = test()
