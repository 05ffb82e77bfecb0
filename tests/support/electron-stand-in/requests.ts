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
  const frame = request.frame()
  const contents = contentsOf.get(frame.page())
  if (contents === undefined) return refusePopup(route, frame.page(), url, contentsOf)
  if (request.isNavigationRequest() && !contents.mayNavigate(url, isMain(frame))) return route.abort('aborted')
  if (await session.defaultSession.webRequest.isCancelled(detailsOf(request, url))) {
    return route.abort('blockedbyclient')
  }
  const handler = protocol.handlerOf(url)
  if (handler === undefined) return route.continue()
  const body = request.postDataBuffer()
  const init = { method: request.method(), headers: request.headers(), ...(body === null ? {} : { body }) }
  const response = await handler(new Request(url, init as RequestInit))
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

async function refusePopup(route: Route, popup: Page, url: string, contentsOf: Map<Page, WebContents>): Promise<void> {
  const opener = await popup.opener()
  if (opener !== null) contentsOf.get(opener)?.opened(url)
  await route.abort('aborted')
  await popup.close()
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
