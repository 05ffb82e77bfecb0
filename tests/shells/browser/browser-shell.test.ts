import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type BrowserShell, startBrowserShell } from '../../../src-main/shells/browser/start-browser-shell.ts'
import type { ClaimedFile } from '../../../src-preload/page-bridge.ts'
import { type FakeWordmill, type fakeContract, openFakeWordmill } from '../fake-wordmill.ts'

const UPLOAD_LIMIT = 1024 * 1024
let folder: string
let shell: BrowserShell
let wordmill: FakeWordmill
let origin: string

beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  folder = await mkdtemp(join(tmpdir(), 'wordmill-test-'))
  await mkdir(join(folder, 'page'))
  await writeFile(join(folder, 'page', 'index.html'), '<h1>Page</h1>')
  shell = await startBrowserShell({
    library: join(folder, 'library'),
    dictionary: join(folder, 'dictionary.sqlite'),
    page: join(folder, 'page'),
    uploadLimit: UPLOAD_LIMIT,
    open: async (options) => {
      wordmill = await openFakeWordmill(options)
      return wordmill
    },
  })
  origin = new URL(shell.url).origin
})

afterEach(async () => {
  await shell.close()
  await rm(folder, { recursive: true })
})

async function login(): Promise<string> {
  const response = await fetch(shell.url, { redirect: 'manual' })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

function get(path: string, headers: Record<string, string>) {
  return fetch(origin + path, { headers, redirect: 'manual' })
}

/** Sends a request as written: fetch does not let a test set Host. */
function sendRaw(lines: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let answer = ''
  const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
  socket.on('data', (chunk) => {
    answer += chunk
  })
  socket.on('end', () => resolve(answer)).on('error', reject)
  return promise
}

function openSocket(headers: Record<string, string>, path = '/rpc'): Promise<WebSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>()
  const socket = new WebSocket(origin.replace('http', 'ws') + path, { headers })
  socket.on('open', () => resolve(socket)).on('error', reject)
  return promise
}

describe('access', () => {
  test('exchanges the token of the address once for a cookie that scripts cannot read', async () => {
    const first = await fetch(shell.url, { redirect: 'manual' })
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/')
    expect(first.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
    const second = await fetch(shell.url, { redirect: 'manual' })
    expect(second.status).toBe(403)
    expect(await second.json()).toMatchObject({ code: 'SESSION_REFUSED' })
  })

  test('takes the spent token out of the address of a browser that is in', async () => {
    const url = shell.url
    const cookie = await login()
    const again = await fetch(url, { headers: { cookie }, redirect: 'manual' })
    expect([again.status, again.headers.get('location'), again.headers.get('set-cookie')]).toEqual([303, '/', null])
  })

  test.each(['', 'x', 'a'.repeat(43), '%00'])('refuses the token %j', async (token) => {
    const response = await get(`/?token=${token}`, {})
    expect(response.status).toBe(403)
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  test.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example:PORT',
    '127.0.0.1:PORT.evil.example',
    '[::1]:PORT',
    '0.0.0.0:PORT',
    '',
  ])('refuses Host %j even with a session', async (host) => {
    const cookie = await login()
    const lines = [`Host: ${host.replace('PORT', new URL(origin).port)}`, `Cookie: ${cookie}`, 'Connection: close']
    const answer = await sendRaw(['GET / HTTP/1.1', ...lines])
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    expect(answer).toContain('HOST_REFUSED')
  })

  test.each(['/', '/index.html', '/exports/x', '/assets/index.js'])('refuses %s without a session', async (path) => {
    expect((await get(path, {})).status).toBe(403)
    expect((await get(path, { cookie: 'wordmill=x; session=y' })).status).toBe(403)
  })

  test.each([
    undefined,
    'null',
    'http://evil.example',
    'http://127.0.0.1',
    'https://127.0.0.1:PORT',
    'http://localhost:PORT',
  ])('refuses a POST and a socket from origin %s', async (given) => {
    const cookie = await login()
    const from = given?.replace('PORT', new URL(origin).port)
    const headers: Record<string, string> = from === undefined ? { cookie } : { cookie, origin: from }
    const response = await fetch(`${origin}/files?name=a.txt`, { method: 'POST', headers, body: 'a' })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'ORIGIN_REFUSED' })
    await expect(openSocket(headers)).rejects.toThrow('403')
  })

  test('refuses a socket without a session, with a foreign Host, or at another path', async () => {
    const cookie = await login()
    await expect(openSocket({ origin })).rejects.toThrow('403')
    await expect(openSocket({ origin: 'http://evil.example', host: 'evil.example', cookie })).rejects.toThrow('403')
    await expect(openSocket({ origin, cookie }, '/other')).rejects.toThrow('404')
  })
})

describe('page', () => {
  test('is served with a policy that starts from nothing', async () => {
    const response = await get('/', { cookie: await login() })
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/)
    expect(policy).toContain(`connect-src 'self' ${origin.replace('http', 'ws')};`)
    expect(policy).not.toContain('unsafe')
    expect(await response.text()).toBe('<h1>Page</h1>')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })

  test('does not serve what is not part of it', async () => {
    const cookie = await login()
    const answer = await sendRaw([
      'GET /../library/x.html HTTP/1.1',
      `Host: ${new URL(origin).host}`,
      `Cookie: ${cookie}`,
      'Connection: close',
    ])
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect((await get('/%2e%2e/x.html', { cookie })).status).toBe(404)
    expect((await get('/missing.js', { cookie })).status).toBe(404)
  })
})

test.each(['//', '/%', '//[', 'http://[', '*', '/\\\\', '/?token=%'])('survives the address %s', async (address) => {
  const cookie = await login()
  const lines = [`Host: ${new URL(origin).host}`, `Cookie: ${cookie}`]
  const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', `Origin: ${origin}`]
  const key = ['Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']
  expect(await sendRaw([`GET ${address} HTTP/1.1`, ...lines, 'Connection: close'])).toMatch(
    /^HTTP\/1\.1 (303|400|404) /,
  )
  expect(await sendRaw([`GET ${address} HTTP/1.1`, ...lines, ...upgrade, ...key])).toMatch(/^HTTP\/1\.1 404 /)
  expect((await get('/', { cookie })).status).toBe(200)
})

describe('contract over the socket', () => {
  test('carries calls, errors and streams, and ends a stream with its reader', async () => {
    const cookie = await login()
    const socket = await openSocket({ origin, cookie })
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
    const client: ContractRouterClient<typeof fakeContract> = createORPCClient(link)
    expect(await client.echo({ text: 'straße \u0000 💡' })).toBe('straße \u0000 💡')
    await expect(client.echo({ text: 1 } as never)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    const counted: number[] = []
    for await (const value of await client.count()) {
      counted.push(value)
      if (value === 2) break
    }
    expect(counted).toEqual([1, 2])
    await vi.waitFor(() => expect(wordmill.openStreams()).toBe(0))
    socket.terminate()
  })

  test('ends a stream when its page is gone', async () => {
    const cookie = await login()
    const socket = await openSocket({ origin, cookie })
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
    const client: ContractRouterClient<typeof fakeContract> = createORPCClient(link)
    const stream = await client.count()
    await stream.next()
    expect(wordmill.openStreams()).toBe(1)
    socket.terminate()
    await vi.waitFor(() => expect(wordmill.openStreams()).toBe(0))
  })
})

describe('files', () => {
  let cookie: string
  beforeEach(async () => {
    cookie = await login()
  })

  function upload(name: string, body: BodyInit): Promise<Response> {
    const headers = { cookie, origin }
    return fetch(`${origin}/files?name=${encodeURIComponent(name)}`, { method: 'POST', headers, body })
  }

  test('keeps an upload under a handle', async () => {
    const response = await upload('Wörter 2.txt', 'eins\nzwei\n')
    const file = (await response.json()) as ClaimedFile
    const path = wordmill.options.shell.files.resolve(file.handle) ?? ''
    expect(file.name).toBe('Wörter 2.txt')
    expect(await readFile(path, 'utf8')).toBe('eins\nzwei\n')
    await shell.close()
    expect(existsSync(path)).toBe(false)
  })

  test.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\x\\con.txt', 'C__x_con.txt'],
    ['con.txt', '_con.txt'],
    ['', 'list.txt'],
    ['..', 'list.txt'],
    ['a\u0000b\u202e.txt', 'a_b_.txt'],
    [`${'ü'.repeat(300)}.csv`, `${'ü'.repeat(98)}.csv`],
  ])('gives %j a harmless name', async (given, expected) => {
    const file = (await (await upload(given, 'x')).json()) as ClaimedFile
    const path = wordmill.options.shell.files.resolve(file.handle) ?? ''
    expect([file.name, basename(path)]).toEqual([expected, expected])
    expect(path.startsWith(tmpdir())).toBe(true)
  })

  test('refuses a file above the limit, announced or not, and keeps nothing of it', async () => {
    const kept = (await (await upload('fits.txt', 'x'.repeat(10))).json()) as ClaimedFile
    const uploads = dirname(dirname(wordmill.options.shell.files.resolve(kept.handle) ?? ''))
    const headers = { cookie, origin }
    const url = `${origin}/files?name=big.txt`
    const announced = await fetch(url, { method: 'POST', headers, body: 'x'.repeat(UPLOAD_LIMIT + 1) })
    expect([announced.status, await announced.json()]).toMatchObject([413, { code: 'FILE_TOO_LARGE' }])
    const stream = new Blob(['x'.repeat(UPLOAD_LIMIT), 'x']).stream()
    const chunked = await fetch(url, { method: 'POST', headers, body: stream, duplex: 'half' } as RequestInit)
    expect([chunked.status, await chunked.json()]).toMatchObject([413, { code: 'FILE_TOO_LARGE' }])
    expect(await readdir(uploads)).toHaveLength(1)
  })

  test('answers GET on the upload address with 405', async () => {
    expect((await get('/files?name=a', { cookie })).status).toBe(405)
  })
})

describe('exports', () => {
  test('are downloaded once, under their name, and deleted', async () => {
    const cookie = await login()
    const delivery = await wordmill.options.shell.deliverExport({
      fileName: 'Wörter "1".csv',
      mediaType: 'text/csv; charset=utf-8',
      write: (path) => writeFile(path, 'word\r\n'),
    })
    if (delivery.kind !== 'download') throw new Error('expected a download')
    expect((await get(delivery.url, {})).status).toBe(403)
    const response = await get(delivery.url, { cookie })
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="W_rter _1_.csv"; filename*=UTF-8''W%C3%B6rter%20%221%22.csv`,
    )
    expect(await response.text()).toBe('word\r\n')
    const again = await get(delivery.url, { cookie })
    expect([again.status, await again.json()]).toMatchObject([404, { code: 'EXPORT_GONE' }])
  })
})

test('closing ends connections, closes the library and may be repeated', async () => {
  const socket = await openSocket({ origin, cookie: await login() })
  const ended = new Promise((resolve) => socket.on('close', resolve))
  await shell.close()
  await ended
  await shell.close()
  expect(wordmill.isClosed()).toBe(true)
  await expect(fetch(origin)).rejects.toThrow()
})

test('a library that cannot be opened leaves nothing behind', async () => {
  const failing = startBrowserShell({
    library: 'x',
    dictionary: 'x',
    open: async () => {
      throw new Error('in use')
    },
  })
  await expect(failing).rejects.toThrow('in use')
})
