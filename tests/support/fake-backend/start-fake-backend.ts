import { tmpdir } from 'node:os'
import { type BrowserShell, startBrowserShell } from '../../../src-main/shells/browser/start-browser-shell.ts'
import { type FakeMillOptions, openFakeMill } from './fake-mill.ts'

/** Serves the built page through the real browser shell, with a fake Wordmill behind it. */
export function startFakeBackend(options: FakeMillOptions, page?: string): Promise<BrowserShell> {
  return startBrowserShell({
    library: tmpdir(),
    dictionary: 'none',
    ...(page === undefined ? {} : { page }),
    open: async () => openFakeMill(options),
  })
}
