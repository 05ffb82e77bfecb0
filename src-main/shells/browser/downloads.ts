import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ExportDelivery, ExportOffer } from '../../api/shell.ts'
import { securityHeaders } from '../page-policy.ts'

export const EXPORTS_PATH = '/exports/'

/** How long an export waits to be fetched. The page fetches it at once. */
const KEPT_FOR = 10 * 60_000

interface Waiting {
  readonly path: string
  readonly offer: ExportOffer
  readonly expiry: NodeJS.Timeout
}

/** Exports that wait to be downloaded: each has an address that cannot be guessed and works once. */
export class Downloads {
  readonly #folder: string
  readonly #waiting = new Map<string, Waiting>()

  constructor(folder: string) {
    this.#folder = folder
  }

  async offer(offer: ExportOffer): Promise<ExportDelivery> {
    await mkdir(this.#folder, { recursive: true })
    const id = randomUUID()
    const path = join(this.#folder, id)
    await offer.write(path)
    const expiry = setTimeout(() => void this.#take(id)?.discard(), KEPT_FOR).unref()
    this.#waiting.set(id, { path, offer, expiry })
    return { kind: 'download', url: EXPORTS_PATH + id, fileName: offer.fileName }
  }

  /** Sends the export once and deletes it. Answers whether there was one. */
  async send(id: string, response: ServerResponse): Promise<boolean> {
    const taken = this.#take(id)
    if (taken === undefined) return false
    try {
      const { size } = await stat(taken.path)
      response.writeHead(200, {
        ...securityHeaders(),
        'content-type': taken.offer.mediaType,
        'content-length': size,
        'content-disposition': attachment(taken.offer.fileName),
      })
      await pipeline(createReadStream(taken.path), response)
    } finally {
      await taken.discard()
    }
    return true
  }

  /** Forgets everything that still waits; the files go with their folder. */
  close(): void {
    for (const { expiry } of this.#waiting.values()) clearTimeout(expiry)
    this.#waiting.clear()
  }

  #take(id: string) {
    const waiting = this.#waiting.get(id)
    if (waiting === undefined) return undefined
    this.#waiting.delete(id)
    clearTimeout(waiting.expiry)
    return { ...waiting, discard: () => rm(waiting.path, { force: true }) }
  }
}

/** RFC 6266: a plain name for old readers and the real one. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
