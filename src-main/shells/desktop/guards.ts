import { app, type Event, type Session, session, shell, type WebContents } from 'electron'
import { externalUrl, isAllowedRequest, isPageUrl } from './page-url.ts'

/** Denies whatever a page could ask of the system or the network. Applies to every window there will be. */
export function guardEverything(): void {
  guardSession(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
}

function guardSession(guarded: Session): void {
  // Both: one answers requests, the other what is only looked up; without a handler Electron grants.
  guarded.setPermissionRequestHandler((_contents, permission, answer) => {
    console.error(`[desktop] PERMISSION_REFUSED ${permission}`)
    answer(false)
  })
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.on('will-download', (event) => event.preventDefault())
  guarded.webRequest.onBeforeRequest(({ url }, answer) => {
    const isRefused = !isAllowedRequest(url)
    if (isRefused) console.error(`[desktop] REQUEST_REFUSED ${shownUrl(url)}`)
    answer({ cancel: isRefused })
  })
}

function guardContents(contents: WebContents): void {
  const stay = (event: Event<{ readonly url: string }>) => {
    if (isPageUrl(event.url)) return
    console.error(`[desktop] NAVIGATION_REFUSED ${shownUrl(event.url)}`)
    event.preventDefault()
  }
  // The first misses frames, both miss redirects.
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const external = externalUrl(url)
    if (external === undefined) console.error(`[desktop] WINDOW_REFUSED ${shownUrl(url)}`)
    else void shell.openExternal(external)
    return { action: 'deny' }
  })
}

/** A URL as a log line shows it: one line, and not a page of data. */
function shownUrl(url: string): string {
  return JSON.stringify(url.slice(0, 200))
}
