import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerPageRequest, resolvePagePath } from '../../src-main/shells/page-files.ts'

const ROOT = resolve('/app/out/renderer')

describe('resolvePagePath', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-a1.js', 'assets/index-a1.js'],
    ['/assets/../index.html', 'index.html'],
    ['/a%20b.css', 'a b.css'],
  ])('finds %s', (path, file) => {
    expect(resolvePagePath(ROOT, path)).toBe(join(ROOT, file))
  })

  test.each([
    '',
    'index.html',
    '..',
    '/..',
    '/../renderer-evil/x.js',
    '/../renderer2.html',
    '/%2e%2e/main/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/..\\main\\index.js',
    '/assets/../../main/index.js',
    '/C:/windows/x.html',
    '/index.html::$DATA',
    '/x%00.html',
    '/%',
    '/%ff.html',
    '//etc/../../x/index.html/../..',
    '/package.json',
    '/.env',
    '/assets/index.js.map',
  ])('does not leave its folder or its kinds of file for %j', (path) => {
    expect(resolvePagePath(ROOT, path)).toBeUndefined()
  })

  test('whatever is asked, the answer is inside', () => {
    const part = fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', '\\', 'a', '%00', 'index.html', ':', '%252e', ' ')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const file = resolvePagePath(ROOT, `/${parts.join('')}`)
        expect(file === undefined || file.startsWith(`${ROOT}/`) || file.startsWith(`${ROOT}\\`)).toBe(true)
      }),
    )
  })
})

describe('answerPageRequest', () => {
  let folder: string
  let root: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wordmill-page-'))
    root = join(folder, 'page')
    await mkdir(join(root, 'assets'), { recursive: true })
    await writeFile(join(root, 'index.html'), '<h1>Page</h1>')
    await writeFile(join(folder, 'secret.html'), 'secret')
    await symlink(join(folder, 'secret.html'), join(root, 'link.html'))
    await symlink(folder, join(root, 'up'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('serves a file with its type and every header', async () => {
    const { status, headers, body } = await answerPageRequest(root, { method: 'GET', path: '/' })
    expect(status).toBe(200)
    expect(new TextDecoder().decode(body)).toBe('<h1>Page</h1>')
    expect(headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-length': '13',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
  })

  test('answers HEAD without a body', async () => {
    const answer = await answerPageRequest(root, { method: 'HEAD', path: '/index.html' })
    expect([answer.status, answer.headers['content-length'], answer.body]).toEqual([200, '13', undefined])
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])('refuses %s', async (method) => {
    expect((await answerPageRequest(root, { method, path: '/' })).status).toBe(405)
  })

  test.each(['/link.html', '/up/secret.html', '/assets', '/assets/', '/missing.html'])(
    'does not find %s',
    async (path) => {
      const answer = await answerPageRequest(root, { method: 'GET', path })
      expect([answer.status, answer.body]).toEqual([404, undefined])
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    },
  )
})
