import { execFileSync } from 'node:child_process'
import { chmod, mkdir, open, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { getuid } from 'node:process'
import { describe, expect, it } from 'vitest'
import { fileFault, MAX_FILE_BYTES, openListFile } from '../../src-main/import/open-list-file.ts'
import { readList } from '../../src-main/import/read-list.ts'
import type { WordmillError } from '../../src-preload/errors.ts'
import { faultOf } from './support/fault-of.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const folder = temporaryFolder()
const isWindows = process.platform === 'win32'

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(folder.path(name), content)
  return folder.path(name)
}

const readPath = (path: string) => readList({ kind: 'file', path })

/** Whatever is wrong with a file, the page must see its name and nothing of where it lies. */
async function fileFaultOf(path: string, name: string): Promise<WordmillError> {
  const fault = await faultOf(readPath(path))
  expect(fault.message).toContain(`“${name}”`)
  expect(JSON.stringify([fault.message, fault.data, fault.cause, String(fault.stack)])).not.toContain(
    folder.path('x').slice(0, -2),
  )
  return fault
}

describe('a file that is fine', () => {
  it('gives its words, its name and the line of each word', async () => {
    const list = await readPath(await fileOf('Unit 7.final.txt', 'apple\npear\n'))
    expect(list).toMatchObject({ name: 'Unit 7.final', words: ['apple', 'pear'] })
    expect(list.report).toEqual({ fileName: 'Unit 7.final.txt', lines: 2, merged: 0, skipped: 0 })
  })

  it.skipIf(isWindows)('may be reached through a link', async () => {
    await symlink(await fileOf('real.txt', 'apple'), folder.path('link.txt'))
    expect((await readPath(folder.path('link.txt'))).words).toEqual(['apple'])
  })

  it.skipIf(isWindows)('shows its name without tricks', async () => {
    const list = await readPath(await fileOf('a\u202e\ntxt.exe', 'apple'))
    expect(list.report.fileName).toBe('atxt.exe')
  })
})

describe('paths that cannot be read', () => {
  it('a file that is not there', async () => {
    expect(await fileFaultOf(folder.path('gone.txt'), 'gone.txt')).toMatchObject({
      code: 'FILE_NOT_READABLE',
      message: expect.stringContaining('can’t be found'),
      data: { cause: 'ENOENT' },
    })
  })

  it('a folder', async () => {
    await mkdir(folder.path('words.txt.d'))
    expect(await fileFaultOf(folder.path('words.txt.d'), 'words.txt.d')).toMatchObject({
      code: 'FILE_NOT_READABLE',
      message: expect.stringContaining('is a folder'),
    })
  })

  it('a path with a NUL or an empty one', async () => {
    expect(await faultOf(readPath('a\0b'))).toMatchObject({ code: 'FILE_NOT_READABLE' })
    expect(await faultOf(readPath(''))).toMatchObject({ code: 'FILE_NOT_READABLE' })
  })

  it('a file used as a folder and a name that is too long', async () => {
    const inFile = `${await fileOf('file.txt', 'apple')}/child.txt`
    expect(await faultOf(readPath(inFile))).toMatchObject({ code: 'FILE_NOT_READABLE' })
    expect(await faultOf(readPath(folder.path('x'.repeat(5000))))).toMatchObject({ code: 'FILE_NOT_READABLE' })
  })

  it.skipIf(isWindows || getuid?.() === 0)('a file without permission', async () => {
    const path = await fileOf('secret.txt', 'apple')
    await chmod(path, 0)
    expect(await fileFaultOf(path, 'secret.txt')).toMatchObject({
      code: 'FILE_NOT_READABLE',
      data: { cause: 'EACCES' },
    })
  })

  it.skipIf(isWindows)('a pipe nobody writes to, without waiting for it', async () => {
    execFileSync('mkfifo', [folder.path('pipe.txt')])
    expect(await fileFaultOf(folder.path('pipe.txt'), 'pipe.txt')).toMatchObject({ data: { cause: 'NOT_A_FILE' } })
  })

  it.skipIf(isWindows)('a link to /dev/zero, which never ends', async () => {
    await symlink('/dev/zero', folder.path('zero.txt'))
    expect(await fileFaultOf(folder.path('zero.txt'), 'zero.txt')).toMatchObject({ data: { cause: 'NOT_A_FILE' } })
  })

  it.skipIf(isWindows)('a link that leads back to itself', async () => {
    await symlink(folder.path('loop.txt'), folder.path('loop.txt'))
    expect(await fileFaultOf(folder.path('loop.txt'), 'loop.txt')).toMatchObject({ data: { cause: 'ELOOP' } })
  })

  it.skipIf(isWindows)('a socket', async () => {
    const server = createServer().listen(folder.path('socket.txt'))
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await fileFaultOf(folder.path('socket.txt'), 'socket.txt')).toMatchObject({ data: { cause: 'NOT_A_FILE' } })
    server.close()
  })

  it.skipIf(process.platform !== 'linux')('a file that fails while it is read', async () => {
    expect(await faultOf(readPath('/proc/self/mem'))).toMatchObject({ code: 'FILE_NOT_READABLE' })
  })

  it.each([
    ['EACCES', 'may not be read by you'],
    ['EPERM', 'may not be read by you'],
    ['EBUSY', 'in use by another program'],
    ['EMFILE', 'too many files are open'],
    ['EIO', 'could not be read (EIO)'],
  ])('%s is told in words, without the path', (code, words) => {
    const systemError = Object.assign(new Error(`${code}: failed, open '/home/me/list.txt'`), { code })
    const fault = fileFault(systemError, 'list.txt')
    expect(fault).toMatchObject({ code: 'FILE_NOT_READABLE', data: { fileName: 'list.txt', cause: code } })
    expect(fault.message).toContain(words)
    expect([fault.message, fault.cause, fault.stack].join()).not.toContain('/home/me')
  })

  it('leaves no file open behind', async () => {
    const path = await fileOf('binary.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    const before = await openHandles()
    for (let round = 0; round < 20; round += 1) await faultOf(readPath(path))
    expect(await openHandles()).toBe(before)
  })
})

describe('large files', () => {
  it('refuses a file over the limit before reading it', async () => {
    const path = await fileOf('huge.txt', '')
    await truncate(path, MAX_FILE_BYTES + 1)
    expect(await fileFaultOf(path, 'huge.txt')).toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { limit: MAX_FILE_BYTES },
    })
  })

  it('refuses it when it is opened, not when it is read', async () => {
    expect(await faultOf(openListFile(folder.path('huge.txt')))).toMatchObject({ code: 'FILE_TOO_LARGE' })
  })

  it('stops at a file that grows beyond the limit while it is read', async () => {
    const path = await fileOf('growing.txt', 'apple')
    await using file = await openListFile(path)
    await truncate(path, MAX_FILE_BYTES + 1)
    const readAll = async (): Promise<void> => {
      for await (const _ of file.pieces());
    }
    expect(await faultOf(readAll())).toMatchObject({ code: 'FILE_TOO_LARGE' })
  }, 30_000)

  it('says that 100 MB of zeros are no text', async () => {
    const path = await fileOf('zeros.txt', '')
    await truncate(path, 100_000_000)
    expect(await fileFaultOf(path, 'zeros.txt')).toMatchObject({ code: 'FILE_NOT_TEXT' })
  })

  it('reads 100 MB on one line in little memory', async () => {
    const path = await fileOf('line.txt', 'apple\n')
    await append(path, Buffer.alloc(1_000_000, 'x'), 100)
    await append(path, Buffer.from('\npear\n'), 1)
    const before = process.memoryUsage().rss
    const list = await readPath(path)
    expect(list).toMatchObject({ words: ['apple', 'pear'], report: { lines: 3, skipped: 1 } })
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000)
  }, 30_000)

  it('reads 100 MB of the same phrases', async () => {
    const phrase = `résumé ${'x'.repeat(150)}`
    const path = await fileOf('many.txt', '')
    await append(path, Buffer.from(`apple\n${phrase}\n`.repeat(6_000)), 100)
    const list = await readPath(path)
    expect(list).toMatchObject({ words: ['apple', phrase], report: { lines: 1_200_000, merged: 1_199_998 } })
  }, 60_000)

  it('survives a sparse tail behind real words', async () => {
    const path = await fileOf('tail.txt', `${'apple\npear\n'.repeat(10_000)}`)
    await truncate(path, 100_000_000)
    expect(await readPath(path)).toMatchObject({ words: ['apple', 'pear'], report: { skipped: 1 } })
  }, 30_000)

  it('can be stopped in the middle', async () => {
    const path = await fileOf('stop.txt', '')
    await append(path, Buffer.from('apple\nrésumé\n'.repeat(62_500)), 50)
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 20)
    const outcome = readList({ kind: 'file', path }, { signal: controller.signal })
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' })
  })
})

describe('standard input', () => {
  async function* chunksOf(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
    yield* chunks
  }

  it('reads bytes that come in any pieces', async () => {
    const bytes = Buffer.from('apple\nrésumé\n日本')
    const chunks = chunksOf(...Array.from(bytes, (byte) => Uint8Array.of(byte)))
    const list = await readList({ kind: 'stream', chunks, name: 'My words' })
    expect(list).toMatchObject({ name: 'My words', words: ['apple', 'résumé', '日本'] })
    expect(list.report.fileName).toBeUndefined()
  })

  it('refuses what never ends', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield new Uint8Array(4_000_000).fill(97)
    }
    expect(await faultOf(readList({ kind: 'stream', chunks: endless() }))).toMatchObject({ code: 'FILE_TOO_LARGE' })
  })
})

it('reads a file anew with every call of pieces', async () => {
  await using file = await openListFile(await fileOf('twice.txt', 'apple'))
  for (let round = 0; round < 2; round += 1) {
    const parts: string[] = []
    for await (const piece of file.pieces()) parts.push(Buffer.from(piece).toString())
    expect(parts.join('')).toBe('apple')
  }
})

async function append(path: string, block: Uint8Array, times: number): Promise<void> {
  const handle = await open(path, 'a')
  for (let round = 0; round < times; round += 1) await handle.appendFile(block)
  await handle.close()
}

async function openHandles(): Promise<number> {
  const { readdir } = await import('node:fs/promises')
  return await readdir('/proc/self/fd').then(
    (entries) => entries.length,
    () => 0,
  )
}
