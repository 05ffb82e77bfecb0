import { protocol } from 'electron'
import { pageFolder } from '../app-root.ts'
import { answerPageRequest } from '../page-files.ts'
import { isPageUrl, PAGE_SCHEME } from './page-url.ts'

/** Makes `app:` a scheme like https to the page. Has to happen before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built page, and nothing else, under `app://wordmill/`. */
export function servePage(): void {
  const root = pageFolder()
  protocol.handle(PAGE_SCHEME, async (request) => {
    if (!isPageUrl(request.url)) return new Response(null, { status: 404 })
    const { pathname } = new URL(request.url)
    const { status, headers, body } = await answerPageRequest(root, { method: request.method, path: pathname })
    return new Response(body ?? null, { status, headers })
  })
}
