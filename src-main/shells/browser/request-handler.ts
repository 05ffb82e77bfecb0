import type { IncomingMessage, ServerResponse } from 'node:http'
import { FILES_PATH } from '../../../src-preload/page-bridge.ts'
import { answerPageRequest } from '../page-files.ts'
import { securityHeaders } from '../page-policy.ts'
import type { Access } from './access.ts'
import { type Downloads, EXPORTS_PATH } from './downloads.ts'
import { requestUrl } from './request-url.ts'
import { type Uploads, UploadTooLarge } from './uploads.ts'

export interface RequestHandlerParts {
  readonly access: Access
  readonly uploads: Uploads
  readonly downloads: Downloads
  /** Where the built page is. */
  readonly pageFolder: string
}

/** Answers every HTTP request of the browser shell; the WebSocket goes its own way. */
export function requestHandler(parts: RequestHandlerParts) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(parts, request, response).catch((error: unknown) => {
      // A reader that went away in the middle is no news; anything else is a bug worth seeing.
      if (!response.destroyed) console.error('[browser] INTERNAL', error)
      if (!response.headersSent) sendFault(response, 500, { code: 'INTERNAL', message: 'Something went wrong.' })
      else response.destroy()
    })
  }
}

async function answer(parts: RequestHandlerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { access } = parts
  const method = request.method ?? 'GET'
  const isReading = method === 'GET' || method === 'HEAD'
  const refusal = access.refuseHost(request) ?? (isReading ? undefined : access.refuseOrigin(request))
  if (refusal !== undefined) return sendFault(response, 403, refusal)
  const url = requestUrl(request)
  if (url === undefined) return sendFault(response, 400, { code: 'BAD_REQUEST', message: 'This is not an address.' })

  const token = url.pathname === '/' && method === 'GET' ? url.searchParams.get('token') : null
  const cookie = token === null ? undefined : access.exchange(token)
  if (cookie !== undefined) return redirectHome(response, cookie)

  const noSession = access.refuseSession(request)
  if (noSession !== undefined) return sendFault(response, 403, noSession)
  // The address was opened twice in a browser that is already in: take the token out of the address bar.
  if (token !== null) return redirectHome(response)
  if (url.pathname === FILES_PATH) return receiveFile(parts, request, response, url.searchParams.get('name') ?? '')
  if (url.pathname.startsWith(EXPORTS_PATH) && method === 'GET') return sendExport(parts, response, url.pathname)
  await sendPage(parts, request, response, url.pathname)
}

async function sendPage(
  parts: RequestHandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  // Not every browser takes 'self' to cover the WebSocket of the same address.
  const policy = { connectTo: [`ws://${request.headers.host}`] }
  const page = await answerPageRequest(parts.pageFolder, { method: request.method ?? 'GET', path }, policy)
  response.writeHead(page.status, page.headers).end(page.body)
}

async function receiveFile(
  { uploads }: RequestHandlerParts,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (request.method !== 'POST') {
    return sendFault(response, 405, { code: 'BAD_REQUEST', message: 'Files are sent with POST.' }, { allow: 'POST' })
  }
  try {
    sendJson(response, 200, await uploads.receive(request, name))
  } catch (error) {
    if (!(error instanceof UploadTooLarge)) throw error
    // The rest is read and thrown away: a browser reads the answer only when it has sent everything.
    request.resume()
    sendFault(response, 413, error, { connection: 'close' })
  }
}

async function sendExport({ downloads }: RequestHandlerParts, response: ServerResponse, path: string): Promise<void> {
  if (await downloads.send(path.slice(EXPORTS_PATH.length), response)) return
  sendFault(response, 404, { code: 'EXPORT_GONE', message: 'This export was fetched already. Export again.' })
}

function redirectHome(response: ServerResponse, cookie?: string): void {
  const headers = { ...securityHeaders(), location: '/' }
  response.writeHead(303, cookie === undefined ? headers : { ...headers, 'set-cookie': cookie }).end()
}

function sendFault(
  response: ServerResponse,
  status: number,
  fault: { readonly code: string; readonly message: string },
  headers: Record<string, string> = {},
): void {
  sendJson(response, status, { code: fault.code, message: fault.message }, headers)
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response
    .writeHead(status, { ...securityHeaders(), 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(body))
}
