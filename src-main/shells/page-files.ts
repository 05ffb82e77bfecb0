import { readFile, realpath } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { type PagePolicy, securityHeaders } from './page-policy.ts'

/** What a build of the page consists of; nothing else is served. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface PageRequest {
  readonly method: string
  /** The path of the URL, still percent-encoded, without query. */
  readonly path: string
}

export interface PageAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

/** The file a URL path stands for, or undefined when that is no file of the page. Looks at nothing on disk. */
export function resolvePagePath(root: string, encodedPath: string): string | undefined {
  let path: string
  try {
    path = decodeURIComponent(encodedPath)
  } catch {
    return undefined
  }
  // A backslash separates on Windows, a colon names a drive or a stream there; no file of ours has either.
  if (!path.startsWith('/') || /[\0\\:]/.test(path)) return undefined
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return isWithin(resolve(root), file) && extname(file) in MEDIA_TYPES ? file : undefined
}

/** Answers a request for a file of the page, the same way for the window's protocol and for the browser. */
export async function answerPageRequest(
  root: string,
  { method, path }: PageRequest,
  policy: PagePolicy = {},
): Promise<PageAnswer> {
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, headers: { ...securityHeaders(policy), allow: 'GET, HEAD' }, body: undefined }
  }
  const file = resolvePagePath(root, path)
  const content = file === undefined ? undefined : await readWithin(root, file)
  if (file === undefined || content === undefined) {
    return { status: 404, headers: securityHeaders(policy), body: undefined }
  }
  const headers = {
    ...securityHeaders(policy),
    'content-type': MEDIA_TYPES[extname(file)] ?? '',
    'content-length': String(content.length),
  }
  return { status: 200, headers, body: method === 'HEAD' ? undefined : content }
}

async function readWithin(root: string, file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    // A link inside the page's folder must not lead out of it.
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)])
    return isWithin(realRoot, realFile) ? new Uint8Array(await readFile(realFile)) : undefined
  } catch {
    return undefined
  }
}

function isWithin(root: string, file: string): boolean {
  return file.startsWith(root.endsWith(sep) ? root : root + sep)
}
