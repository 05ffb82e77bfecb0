import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { type ClaimedFile, MAX_UPLOAD_BYTES } from '../../../src-preload/page-bridge.ts'
import type { FileHandles } from '../../api/file-handles.ts'

/** Uploaded lists are read once and right away; only the latest are kept. */
const MAX_KEPT = 50

export class UploadTooLarge extends Error {
  readonly code = 'FILE_TOO_LARGE'

  constructor(limit: number) {
    super(`This file is larger than ${Math.floor(limit / 1024 / 1024)} MiB. Split it and add the parts one by one.`)
  }
}

/** Keeps files that the browser sends in a temporary folder and hands out handles for them. */
export class Uploads {
  readonly #folder: string
  readonly #files: FileHandles
  readonly #limit: number
  readonly #kept: string[] = []

  constructor(folder: string, files: FileHandles, limit: number = MAX_UPLOAD_BYTES) {
    this.#folder = folder
    this.#files = files
    this.#limit = limit
  }

  /** Stores the body of a request as a file called `name`. */
  async receive(request: IncomingMessage, name: string): Promise<ClaimedFile> {
    if (Number(request.headers['content-length'] ?? 0) > this.#limit) throw new UploadTooLarge(this.#limit)
    const folder = join(this.#folder, randomUUID())
    await mkdir(folder, { recursive: true })
    const path = join(folder, safeFileName(name))
    try {
      await this.#write(request, path)
    } catch (error) {
      await rm(folder, { recursive: true, force: true })
      throw error
    }
    this.#kept.push(folder)
    const oldest = this.#kept.length > MAX_KEPT ? this.#kept.shift() : undefined
    if (oldest !== undefined) await rm(oldest, { recursive: true, force: true })
    return this.#files.issue(path)
  }

  async #write(request: IncomingMessage, path: string): Promise<void> {
    await using file = await open(path, 'wx', 0o600)
    let received = 0
    // The request outlives a refusal: there is an answer to send on its connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      received += chunk.length
      if (received > this.#limit) throw new UploadTooLarge(this.#limit)
      await file.write(chunk)
    }
  }
}

/** A name that means a plain file in any folder on any system, as close to the given one as can be. */
export function safeFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to go.
  const plain = name.replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, '_')
  const trimmed = plain.replace(/^[. ]+|[. ]+$/g, '')
  const short = shortened(trimmed)
  return short === '' ? 'list.txt' : short.replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1')
}

/** At most 200 bytes, whole characters, with the extension kept. */
function shortened(name: string): string {
  const [, stem = name, extension = ''] = /^(.*?)(\.[^.]{1,10})?$/s.exec(name) ?? []
  let end = ''
  for (const character of stem) {
    if (Buffer.byteLength(end + character + extension) > 200) break
    end += character
  }
  return end + extension
}
