import { rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { FileHandles } from '../../api/file-handles.ts'
import { openWordmill, type Wordmill, type WordmillOptions } from '../../wordmill.ts'
import { pageFolder } from '../app-root.ts'
import { Access } from './access.ts'
import { Downloads } from './downloads.ts'
import { requestHandler } from './request-handler.ts'
import { serveRpcSocket } from './rpc-socket.ts'
import { Uploads } from './uploads.ts'

export interface BrowserShellOptions extends Pick<WordmillOptions, 'library' | 'dictionary'> {
  /** A fixed port; any free one without it. */
  readonly port?: number
  /** Where the built page is, when it is not the one of this checkout. */
  readonly page?: string
  /** Largest upload in bytes. */
  readonly uploadLimit?: number
  /** Opens the library; tests pass their own. */
  readonly open?: (options: WordmillOptions) => Promise<Wordmill>
}

export interface BrowserShell {
  /** Where the page is. The address works once: it is exchanged for the session of the browser that opens it. */
  readonly url: string
  close(): Promise<void>
}

/** Opens a library and serves its page and its API to a browser on this machine. */
export async function startBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const { library, dictionary, open = openWordmill } = options
  const folder = join(library, 'browser')
  const undo = new AsyncDisposableStack()
  try {
    const files = new FileHandles()
    const downloads = undo.adopt(new Downloads(join(folder, 'exports')), (it) => it.close())
    const deliverExport = downloads.offer.bind(downloads)
    const wordmill = await open({ library, dictionary, shell: { kind: 'browser', files, deliverExport } })
    undo.defer(() => wordmill.close())
    // Also now: a shell that was killed left its uploads. The open library is ours alone.
    await rm(folder, { recursive: true, force: true })
    undo.defer(() => rm(folder, { recursive: true, force: true }))

    const server = limitedServer()
    const port = await listen(server, options.port ?? 0)
    undo.defer(() => stopServer(server))
    const access = new Access(port)
    const uploads = new Uploads(join(folder, 'uploads'), files, options.uploadLimit)
    server.on('request', requestHandler({ access, uploads, downloads, pageFolder: options.page ?? pageFolder() }))
    undo.defer(serveRpcSocket(server, wordmill.router, access))
    return { url: access.url, close: () => undo.disposeAsync() }
  } catch (error) {
    await undo.disposeAsync()
    throw error
  }
}

/** A server that gives slow or greedy clients little: it only ever serves a few tabs of one person. */
function limitedServer(): Server {
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 5 * 60_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
  })
  server.timeout = 60_000
  server.maxConnections = 128
  return server
}

function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject)
    resolve((server.address() as AddressInfo).port)
  })
  return promise
}

function stopServer(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  return promise
}
