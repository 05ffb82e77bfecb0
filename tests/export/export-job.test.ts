import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { ExportRow } from '../../src-main/export/export-format.ts'
import { exportFault, exportJob } from '../../src-main/export/export-job.ts'
import { WordmillError } from '../../src-preload/errors.ts'
import { ALL_FIELDS } from '../../src-preload/model.ts'
import { faultOf } from '../import/support/fault-of.ts'
import { temporaryFolder } from '../import/support/temporary-folder.ts'
import { MOUSE, rowOf } from './support/rows.ts'

const folder = temporaryFolder()
const isWindows = process.platform === 'win32'

function* rowsOf(count: number): Generator<ExportRow> {
  for (let position = 0; position < count; position += 1) {
    yield rowOf(`word${position}`, { position, line: position + 1, entry: MOUSE })
  }
}

async function freshFolder(name: string): Promise<string> {
  await mkdir(folder.path(name))
  return folder.path(name)
}

const asJsonl = { format: 'jsonl', fields: ALL_FIELDS } as const

describe('a good export', () => {
  it('writes every row in order and leaves nothing else in the folder', async () => {
    const target = await freshFolder('good')
    const outcome = await exportJob({ ...asJsonl, rows: rowsOf(5_000), path: `${target}/Unit 7.jsonl` })
    expect(outcome).toEqual({ fileName: 'Unit 7.jsonl', rows: 5_000 })
    expect(await readdir(target)).toEqual(['Unit 7.jsonl'])
    const lines = (await readFile(`${target}/Unit 7.jsonl`, 'utf8')).trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual(lines.map((_, index) => index + 1))
  })

  it('takes rows as they come from a database, and replaces an older file', async () => {
    const path = folder.path('old.csv')
    await writeFile(path, 'an older and much longer export')
    async function* slowly(): AsyncGenerator<ExportRow> {
      for (const row of rowsOf(3)) {
        await new Promise(setImmediate)
        yield row
      }
    }
    await exportJob({ format: 'csv', fields: ['definition'], rows: slowly(), path })
    expect((await readFile(path, 'utf8')).split('\r\n')).toHaveLength(5)
  })

  it.skipIf(isWindows)('follows a link instead of replacing it', async () => {
    await writeFile(folder.path('real.jsonl'), 'old')
    await symlink(folder.path('real.jsonl'), folder.path('link.jsonl'))
    await exportJob({ ...asJsonl, rows: rowsOf(1), path: folder.path('link.jsonl') })
    expect(await readlink(folder.path('link.jsonl'))).toBe(folder.path('real.jsonl'))
    expect(await readFile(folder.path('real.jsonl'), 'utf8')).toContain('word0')
  })

  it('holds a few rows in memory, not all', async () => {
    const before = process.memoryUsage().rss
    await exportJob({ ...asJsonl, rows: rowsOf(200_000), path: folder.path('long.jsonl') })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  }, 30_000)
})

describe('an export that fails', () => {
  /** The older file must be whole and no half-written one may lie beside it. */
  async function expectUntouched(name: string, fail: (path: string) => Promise<unknown>): Promise<void> {
    const target = await freshFolder(name)
    await writeFile(`${target}/old.jsonl`, 'old')
    await fail(`${target}/old.jsonl`)
    expect(await readdir(target)).toEqual(['old.jsonl'])
    expect(await readFile(`${target}/old.jsonl`, 'utf8')).toBe('old')
  }

  it('when the rows fail half-way', async () => {
    function* failing(): Generator<ExportRow> {
      yield* rowsOf(2_000)
      throw new Error('SELECT broke at /home/me/library.db')
    }
    await expectUntouched('broken', async (path) => {
      const fault = await faultOf(exportJob({ ...asJsonl, rows: failing(), path }))
      expect(fault).toMatchObject({ code: 'EXPORT_FAILED', message: expect.stringContaining('“old.jsonl”') })
      expect(fault.message).not.toContain('/home/me')
    })
  })

  it('passes an error on that is told in words already', async () => {
    const gone = new WordmillError('JOB_NOT_FOUND', 'The job was deleted.')
    // biome-ignore lint/correctness/useYield: it fails before the first row
    function* failing(): Generator<ExportRow> {
      throw gone
    }
    await expectUntouched('gone', async (path) => {
      expect(await faultOf(exportJob({ ...asJsonl, rows: failing(), path }))).toBe(gone)
    })
  })

  it('when it is aborted, with the reason of the signal', async () => {
    await expectUntouched('aborted', async (path) => {
      const controller = new AbortController()
      let rowsAfter = 0
      function* stopping(): Generator<ExportRow> {
        yield* rowsOf(2_000)
        controller.abort(new Error('enough'))
        for (const row of rowsOf(2_000)) {
          rowsAfter += 1
          yield row
        }
      }
      const outcome = exportJob({ ...asJsonl, rows: stopping(), path, signal: controller.signal })
      await expect(outcome).rejects.toThrow('enough')
      expect(rowsAfter).toBe(1)
    })
  })

  it('when the target is a folder, is in none, or in a file', async () => {
    const inFolder = await freshFolder('taken.csv')
    expect(await faultOf(exportJob({ ...asJsonl, rows: rowsOf(1), path: inFolder }))).toMatchObject({
      code: 'EXPORT_FAILED',
      message: expect.stringContaining('belongs to a folder'),
    })
    await writeFile(folder.path('file'), '')
    for (const path of [folder.path('none/a.jsonl'), folder.path('file/a.jsonl')]) {
      const fault = await faultOf(exportJob({ ...asJsonl, rows: rowsOf(1), path }))
      expect(fault).toMatchObject({
        code: 'EXPORT_FAILED',
        message: expect.stringContaining('folder is no longer there'),
      })
      expect(JSON.stringify([fault.message, fault.data])).not.toContain(folder.path())
    }
  })

  it.skipIf(isWindows)('when the target is a device or a pipe', async () => {
    execFileSync('mkfifo', [folder.path('pipe.jsonl')])
    for (const path of [folder.path('pipe.jsonl'), '/dev/null']) {
      expect(await faultOf(exportJob({ ...asJsonl, rows: rowsOf(1), path }))).toMatchObject({
        data: { cause: 'NOT_A_FILE' },
      })
    }
  })

  it.each([
    ['ENOSPC', 'disk is full'],
    ['EDQUOT', 'share of the disk'],
    ['EACCES', 'no permission'],
    ['EPERM', 'no permission'],
    ['EROFS', 'can only be read'],
    ['EBUSY', 'open in another program'],
    ['EWHATEVER', 'EWHATEVER'],
  ])('%s is told in words, without the path', (code, words) => {
    const systemError = Object.assign(new Error(`${code}: write '/home/me/x.csv'`), { code })
    const fault = exportFault(systemError, 'x.csv')
    expect(fault).toMatchObject({ code: 'EXPORT_FAILED', data: { fileName: 'x.csv', cause: code } })
    expect(fault.message).toContain(words)
    expect(fault.message).not.toContain('/home/me')
  })
})
