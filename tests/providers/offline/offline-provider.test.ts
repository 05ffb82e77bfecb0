import { copyFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Provider } from '../../../src-main/engine/ports/provider.ts'
import type { WorkerInput } from '../../../src-main/providers/offline/dictionary-worker.ts'
import { type OfflineDictionary, openOfflineProvider } from '../../../src-main/providers/offline/offline-provider.ts'
import { entrySchema } from '../../../src-preload/model.ts'
import { commonWords } from '../../bench/coverage-lists.ts'
import { dictionaryFile } from '../../support/dictionary.ts'

const question = { fields: [] }
const never = new AbortController().signal
async function lookUp(provider: Provider, words: readonly string[], signal: AbortSignal) {
  const { outcomes } = await provider.lookUp(
    words.map((word) => ({ word })),
    question,
    signal,
  )
  return outcomes
}
const lemmaOf = (body: string): string => entrySchema.parse(JSON.parse(body)).lemma

let file: string
let folder: string
let provider: OfflineDictionary

beforeAll(async () => {
  file = await dictionaryFile()
  folder = mkdtempSync(join(tmpdir(), 'wordmill-dictionary-'))
  provider = await openOfflineProvider({ file })
}, 120_000)

afterAll(async () => {
  await provider.close()
  rmSync(folder, { recursive: true })
})

/** Starts real workers and keeps them, so that a test can end one. */
function spawnAndKeep(): { workers: Worker[]; spawn: (input: WorkerInput) => Worker } {
  const workers: Worker[] = []
  const url = new URL('../../../src-main/providers/offline/dictionary-worker.ts', import.meta.url)
  const spawn = (input: WorkerInput): Worker => {
    const worker = new Worker(url, { workerData: input })
    workers.push(worker)
    return worker
  }
  return { workers, spawn }
}

describe('lookUp', () => {
  it('gives one outcome a word, in order', async () => {
    const words = ['mice', 'recieve', 'the', '', 'mice', '<b>']
    const outcomes = await lookUp(provider, words, never)
    expect(outcomes.map((outcome) => outcome.kind)).toEqual([
      'entry',
      'not-found',
      'entry',
      'not-found',
      'entry',
      'not-found',
    ])
    expect(outcomes[1]).toMatchObject({ suggestions: expect.arrayContaining(['receive']) })
    expect(outcomes[0]?.kind === 'entry' && lemmaOf(outcomes[0].body)).toBe('mouse')
    expect(outcomes[4]).toEqual(outcomes[0])
  })

  it('keeps count and order for any chunk, while many chunks are under way', async () => {
    const pool = commonWords(2000)
    const chunks = fc.array(fc.array(fc.oneof(fc.constantFrom(...pool), fc.string()), { maxLength: 40 }), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(chunks, async (lists) => {
        const together = await Promise.all(lists.map((words) => lookUp(provider, words, never)))
        for (const [index, words] of lists.entries()) {
          expect(together[index]).toHaveLength(words.length)
          expect(together[index]).toEqual(await lookUp(provider, words, never))
        }
      }),
      { numRuns: 30 },
    )
  })

  it('takes the largest chunk and an empty one', async () => {
    const words = commonWords(provider.chunk.max)
    expect(await lookUp(provider, words, never)).toHaveLength(provider.chunk.max)
    expect(await lookUp(provider, [], never)).toEqual([])
  })
})

describe('abort', () => {
  it('rejects at once with the reason, before, during and not after', async () => {
    const reason = new Error('cancelled by the test')
    await expect(lookUp(provider, ['a'], AbortSignal.abort(reason))).rejects.toBe(reason)
    const controller = new AbortController()
    const settled: string[] = []
    const aborted = lookUp(provider, commonWords(500), controller.signal)
    const others = Array.from({ length: provider.concurrency }, () =>
      lookUp(provider, ['mice'], never).then(() => settled.push('answered')),
    )
    controller.abort(reason)
    await expect(aborted.finally(() => settled.push('aborted'))).rejects.toBe(reason)
    await Promise.all(others)
    // Sooner than any answer, even to a word on the other, idle thread.
    expect(settled[0]).toBe('aborted')
    const done = new AbortController()
    const outcomes = await lookUp(provider, ['mice'], done.signal)
    done.abort()
    expect(outcomes).toHaveLength(1)
  })

  it('ignores the late answer: the next chunk gets its own', async () => {
    const controller = new AbortController()
    const aborted = lookUp(provider, commonWords(500), controller.signal)
    controller.abort()
    await expect(aborted).rejects.toThrow()
    const [outcome] = await lookUp(provider, ['mice'], never)
    expect(outcome?.kind === 'entry' && lemmaOf(outcome.body)).toBe('mouse')
  })
})

describe('a thread that dies', () => {
  it('fails its chunk as transient, is replaced, and leaves the other thread alone', async () => {
    const { workers, spawn } = spawnAndKeep()
    const fragile = await openOfflineProvider({ file, workers: 2, spawn })
    try {
      expect(workers).toHaveLength(2)
      const words = commonWords(500)
      const first = lookUp(fragile, words, never)
      const second = lookUp(fragile, words, never)
      await workers[0]?.terminate()
      const kinds = (await first).map((outcome) => outcome.kind)
      expect(kinds).toHaveLength(words.length)
      expect(new Set(kinds)).toEqual(new Set(['transient']))
      expect((await second).some((outcome) => outcome.kind === 'entry')).toBe(true)
      const again = await lookUp(fragile, words, never)
      expect(again.filter((outcome) => outcome.kind === 'entry').length).toBeGreaterThan(400)
      expect(workers).toHaveLength(3)
    } finally {
      await fragile.close()
    }
  })

  it('does not spin when it can not live: one start a chunk', async () => {
    const { workers, spawn } = spawnAndKeep()
    let starts = 0
    const fragile = await openOfflineProvider({
      file,
      workers: 1,
      spawn: (input) => (++starts === 1 ? spawn(input) : new Worker('throw new Error("no life")', { eval: true })),
    })
    await workers[0]?.terminate()
    const [outcome] = await lookUp(fragile, ['mice'], never)
    expect(outcome).toMatchObject({ kind: 'transient', fault: { code: 'DICTIONARY_FAILED' } })
    expect(outcome?.kind === 'transient' && outcome.fault.message).toContain('no life')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(starts).toBe(2)
    await fragile.close()
  })

  it('fails chunks after close as transient', async () => {
    const closed = await openOfflineProvider({ file, workers: 1 })
    await closed.close()
    expect(await lookUp(closed, ['a'], never)).toMatchObject([{ kind: 'transient' }])
  })
})

describe('openOfflineProvider', () => {
  it('says how many lemmas there are and which version it is', async () => {
    const opened = await openOfflineProvider({ file, workers: 1 })
    expect(opened.info().lemmas).toBeGreaterThan(147_000)
    expect(opened.info().version).toMatch(/^[0-9a-f]{12}$/)
    expect(opened.concurrency).toBe(2)
    await opened.close()
  })

  const damaged: [string, (path: string) => void][] = [
    ['missing', () => {}],
    ['no database', (path) => writeFileSync(path, 'not a database, however long this text may be')],
    ['empty', (path) => writeFileSync(path, '')],
    [
      'cut short',
      (path) => {
        copyFileSync(file, path)
        truncateSync(path, 100_000)
      },
    ],
    [
      'of another format',
      (path) => {
        copyFileSync(file, path)
        const database = new Database(path)
        database.exec("UPDATE meta SET value = '999' WHERE key = 'format'")
        database.close()
      },
    ],
    [
      'without its parts',
      (path) => {
        copyFileSync(file, path)
        const database = new Database(path)
        database.exec("DELETE FROM blob WHERE name = 'lexicon.keys'")
        database.close()
      },
    ],
  ]
  it.each(damaged)('refuses a dictionary that is %s and says what to run', async (name, damage) => {
    const path = join(folder, `${name}.sqlite`)
    damage(path)
    const error = await openOfflineProvider({ file: path }).then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(error).toMatchObject({ code: 'DICTIONARY_MISSING' })
    expect((error as Error).message).toContain('npm run dictionary')
    expect((error as Error).message).toContain(path)
  })
})
