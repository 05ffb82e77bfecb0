import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from '@playwright/test'
import { fromPageAddress } from './page-address.ts'
import { protocol, session } from './session.ts'
import type { WebContents } from './web-contents.ts'

/** Sends every request of every page through the program's guards and protocol handlers, in Electron's order. */
export async function interceptRequests(context: BrowserContext, contentsOf: Map<Page, WebContents>): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await answer(route, contentsOf)
    } catch (error) {
      console.error('[stand-in] request failed', error)
      await route.abort('failed').catch(() => {})
    }
  })
}

async function answer(route: Route, contentsOf: Map<Page, WebContents>): Promise<void> {
  const request = route.request()
  const url = fromPageAddress(request.url())
  const frame = frameOf(request)
  const contents = frame === undefined ? undefined : contentsOf.get(frame.page())
  if (frame === undefined || contents === undefined) {
    // Which page opened the window is not known yet; the program has one.
    for (const opener of contentsOf.values()) opener.opened(url)
    return route.abort('aborted')
  }
  if (request.isNavigationRequest() && !contents.mayNavigate(url, isMain(frame))) return route.abort('aborted')
  if (await session.defaultSession.webRequest.isCancelled(detailsOf(request, url))) {
    return route.abort('blockedbyclient')
  }
  const handler = protocol.handlerOf(url)
  if (handler === undefined) return route.continue()
  await fulfil(route, await handler(toFetchRequest(request, url)))
}

/** The frame a request is for, or undefined when it is the first one of a window that is still opening. */
function frameOf(request: PageRequest): Frame | undefined {
  try {
    return request.frame()
  } catch {
    return undefined
  }
}

function toFetchRequest(request: PageRequest, url: string): Request {
  const body = request.postDataBuffer()
  const init = { method: request.method(), headers: request.headers() }
  return new Request(url, body === null ? init : { ...init, body: new Uint8Array(body) })
}

async function fulfil(route: Route, response: Response): Promise<void> {
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

function isMain(frame: Frame): boolean {
  return frame.parentFrame() === null
}

function detailsOf(request: PageRequest, url: string) {
  const details = { id: 0, url, method: request.method(), resourceType: 'other', referrer: '', timestamp: Date.now() }
  return { ...details, uploadData: [] } as unknown as Parameters<
    typeof session.defaultSession.webRequest.isCancelled
  >[0]
}
