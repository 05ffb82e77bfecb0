import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inputHash } from '../../../src-main/providers/offline/build/input-hash.ts'
import { buildDictionary, DICTIONARY_FILE } from '../../../src-main/providers/offline/build-dictionary.ts'
import { Dictionary } from '../../../src-main/providers/offline/dictionary.ts'
import { dictionaryFile } from '../../support/dictionary.ts'

const script = fileURLToPath(new URL('../../../src-main/providers/offline/build-dictionary.ts', import.meta.url))
const run = promisify(execFile)
let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-build-'))
  file = join(folder, DICTIONARY_FILE)
})

afterAll(() => rmSync(folder, { recursive: true }))

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

it('builds one good file when two builders run at the same time, and cleans up', async () => {
  const abandoned = join(folder, `${DICTIONARY_FILE}.1.abc.tmp`)
  writeFileSync(abandoned, 'left by a builder that was killed')
  utimesSync(abandoned, new Date(0), new Date(0))
  const results = await Promise.all([
    run(process.execPath, [script, '--out', folder]),
    run(process.execPath, [script, '--out', folder]),
  ])
  for (const { stderr, stdout } of results) {
    expect(stdout).toBe('')
    expect(stderr).toContain('Building the offline dictionary')
    expect(stderr).toMatch(/\d+\.\d MB in \d+\.\d s/)
  }
  expect(readdirSync(folder)).toEqual([DICTIONARY_FILE])
  expect(statSync(file).size).toBeLessThan(80e6)
  const dictionary = new Dictionary(file)
  expect(dictionary.lookUp('mice')).toHaveProperty('body')
  dictionary.close()
}, 120_000)

it('does nothing, and quickly, while the inputs stay the same', async () => {
  const before = statSync(file).mtimeMs
  const durations: number[] = []
  for (let i = 0; i < 10; i++) {
    const result = await buildDictionary({ out: folder })
    expect(result).toMatchObject({ file, isNew: false })
    durations.push(result.duration)
  }
  // The best of ten: this is about the work that is done, not about how busy the machine is.
  expect(Math.min(...durations)).toBeLessThan(50)
  expect(statSync(file).mtimeMs).toBe(before)
})

it('builds the same bytes from the same inputs', async () => {
  expect(hashOf(file)).toBe(hashOf(await dictionaryFile()))
}, 120_000)

it('replaces a damaged file, and one that was built from other inputs', async () => {
  const other = { out: folder, withoutBritish: true }
  writeFileSync(file, 'damaged')
  expect(await buildDictionary(other)).toMatchObject({ isNew: true })
  expect(await buildDictionary(other)).toMatchObject({ isNew: false })
  const dictionary = new Dictionary(file)
  const answer = dictionary.lookUp('mice')
  dictionary.close()
  expect('body' in answer && answer.body).toContain('"region":"US"')
  expect('body' in answer && answer.body).not.toContain('"region":"UK"')
  expect(inputHash({ withoutBritish: true })).not.toBe(inputHash({ withoutBritish: false }))
}, 120_000)
