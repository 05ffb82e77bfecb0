import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { RPCHandler } from '@orpc/server/message-port'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FileHandles } from '../../src-main/api/file-handles.ts'
import type { ExportOffer, Shell } from '../../src-main/api/shell.ts'
import { openWordmill, type Wordmill } from '../../src-main/wordmill.ts'
import type { Contract } from '../../src-preload/contract.ts'
import type { JobSummary, ProgressMessage } from '../../src-preload/model.ts'
import { dictionaryFile } from '../support/dictionary.ts'

let folder: string
let wordmill: Wordmill
let client: ContractRouterClient<Contract>
const offers: ExportOffer[] = []
const files = new FileHandles()
const channel = new MessageChannel()

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wordmill-test-'))
  const shell: Shell = {
    kind: 'desktop',
    files,
    async deliverExport(offer) {
      offers.push(offer)
      await offer.write(join(folder, offer.fileName))
      return { kind: 'saved', fileName: offer.fileName }
    },
  }
  wordmill = await openWordmill({ library: join(folder, 'library'), dictionary: await dictionaryFile(), shell })
  new RPCHandler(wordmill.router).upgrade(channel.port1)
  channel.port1.start()
  client = createORPCClient(new RPCLink({ port: channel.port2 }))
}, 120_000)

afterAll(async () => {
  channel.port1.close()
  await wordmill.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Follows the stream, applying diffs, until a job is in a state. */
async function until(jobId: string, state: JobSummary['state']): Promise<ProgressMessage[]> {
  const seen: ProgressMessage[] = []
  for await (const message of await client.jobs.watch()) {
    seen.push(message)
    const jobs = message.type === 'snapshot' ? message.jobs : message.changed
    if (jobs.some((job) => job.id === jobId && job.state === state)) return seen
  }
  throw new Error('the stream ended')
}

describe('over a message port', () => {
  test('a dropped file is inspected by its handle, submitted, watched, read and exported', async () => {
    const path = join(folder, 'Vocabulary.csv')
    writeFileSync(path, 'Nr,Word\n1,mice\n2,better\n3,quikly\n4,mice\n')
    const { handle } = files.issue(path)
    const list = await client.lists.inspect({ source: { kind: 'file', handle } })
    expect(list).toMatchObject({
      name: 'Vocabulary',
      format: 'csv',
      words: 3,
      columns: ['Nr', 'Word'],
      column: 1,
      report: { merged: 1, skipped: 0 },
    })
    expect(JSON.stringify(list)).not.toContain(folder)
    const job = await client.jobs.submit({ list: { kind: 'staged', listId: list.listId }, priority: 'high' })
    const messages = await until(job.id, 'completed')
    expect(messages[0]?.type).toBe('snapshot')
    expect(messages.map(({ revision }) => revision)).toEqual(messages.map((_, index) => index))
    const { total, rows } = await client.jobs.results({ jobId: job.id, offset: 0, limit: 100 })
    expect([total, rows.map(({ word, line, state }) => [word, line, state])]).toEqual([
      3,
      [
        ['mice', 2, 'entry'],
        ['better', 3, 'entry'],
        ['quikly', 4, 'not-found'],
      ],
    ])
    expect(await client.jobs.results({ jobId: job.id, state: 'not-found', offset: 0, limit: 9 })).toMatchObject({
      total: 1,
      rows: [{ word: 'quikly', gist: 'quickly' }],
    })
    expect(await client.jobs.result({ jobId: job.id, position: 0 })).toMatchObject({
      entry: { lemma: 'mouse' },
      attempts: 1,
    })
    expect((await client.jobs.events({ jobId: job.id })).map(({ type }) => type)).toEqual([
      'job:created',
      'job:started',
      'job:completed',
    ])
    const saved = await client.exports.start({ jobId: job.id, format: 'jsonl' })
    expect(saved).toEqual({ kind: 'saved', fileName: 'Vocabulary.jsonl' })
    expect(readFileSync(join(folder, 'Vocabulary.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3)
    await expect(client.jobs.submit({ list: { kind: 'staged', listId: list.listId } })).rejects.toMatchObject({
      code: 'LIST_EXPIRED',
      status: 404,
    })
  })

  test('expected errors keep their code and say what to do; paths stay in main', async () => {
    await expect(client.jobs.get({ jobId: 'nobody' })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND', status: 404 })
    await expect(client.lists.inspect({ source: { kind: 'file', handle: '/etc/passwd' } })).rejects.toMatchObject({
      code: 'HANDLE_UNKNOWN',
    })
    const { handle } = files.issue(join(folder, 'gone.txt'))
    const error = await client.lists.inspect({ source: { kind: 'file', handle } }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'FILE_NOT_READABLE' })
    expect(JSON.stringify(error)).not.toContain(folder)
    expect(String((error as Error).message)).not.toContain(folder)
    await expect(client.lists.inspect({ source: { kind: 'text', text: '\n \n' } })).rejects.toMatchObject({
      code: 'LIST_EMPTY',
      status: 422,
    })
  })

  test('input that does not fit the contract is refused before it reaches anything', async () => {
    const submit = client.jobs.submit as (input: unknown) => Promise<unknown>
    await expect(submit({ list: { kind: 'words', words: [] } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(submit({ list: { kind: 'words', words: ['x'] }, priority: 'now' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(client.jobs.results({ jobId: 'x', offset: -1, limit: 5 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(client.jobs.results({ jobId: 'x', offset: 0, limit: 5_000_000 })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  test('unsubscribing ends the stream on the other side too', async () => {
    const abort = new AbortController()
    const stream = await client.jobs.watch(undefined, { signal: abort.signal })
    const first = await stream.next()
    expect(first.value).toMatchObject({ type: 'snapshot' })
    const pending = stream.next()
    abort.abort()
    await expect(pending).rejects.toThrow()
    expect(await client.stats()).toMatchObject({ slots: 3 })
  })

  test('words of a script are cleaned and merged like a file', async () => {
    const job = await client.jobs.submit({ list: { kind: 'words', words: ['  tree ', 'tree', '1. house', ''] } })
    await until(job.id, 'completed')
    const { rows } = await client.jobs.results({ jobId: job.id, offset: 0, limit: 10 })
    expect(rows.map(({ word, line }) => [word, line])).toEqual([
      ['tree', 1],
      ['house', 3],
    ])
    expect(job.list).toMatchObject({ merged: 1, skipped: 1 })
  })

  test('the about page has a notice for every source an entry names', async () => {
    const notices = await client.app.notices()
    const job = await client.jobs.submit({ list: { kind: 'words', words: ['the', 'mouse', 'abscond', 'colour'] } })
    await until(job.id, 'completed')
    const details = await client.jobs.details({ jobId: job.id, offset: 0, limit: 10 })
    const sources = new Set(
      details.flatMap(({ entry }) =>
        [
          ...(entry?.senses ?? []),
          ...(entry?.pronunciation ?? []),
          ...(entry?.commonness ? [entry.commonness] : []),
        ].map(({ source }) => source),
      ),
    )
    expect(notices.map(({ id }) => id)).toEqual(expect.arrayContaining([...sources]))
    expect(sources.size).toBeGreaterThan(3)
    for (const notice of notices) expect(notice.text.length).toBeGreaterThan(100)
  })
})
