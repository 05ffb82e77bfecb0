import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { WordmillError } from '../../src-preload/errors.ts'

/** Largest file that is read, in bytes. A million words with a definition each fit; reading stays within seconds. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024
/** How much is read at once, in bytes. */
const PIECE_BYTES = 65_536

/** A list file that is open for reading. Close it; `await using` does. */
export interface ListFile extends AsyncDisposable {
  /** Base name fit to be shown: no path, no control characters. */
  readonly fileName: string
  /** The whole file in pieces, from the start with every call. A piece is valid until the next one is asked for. */
  pieces(): AsyncIterable<Uint8Array>
}

/**
 * Opens a regular file. Folders, pipes, sockets and devices are refused before they are opened (opening a pipe waits
 * for its writer, reading /dev/zero never ends), and once more afterwards in case the path was swapped in between.
 *
 * @throws WordmillError FILE_NOT_READABLE or FILE_TOO_LARGE; the message holds the base name, never the path
 */
export async function openListFile(path: string): Promise<ListFile> {
  const fileName = displayName(path)
  try {
    assertReadable(await stat(path), fileName)
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      assertReadable(await handle.stat(), fileName)
    } catch (error) {
      await handle.close()
      throw error
    }
    return {
      fileName,
      pieces: () => readPieces(handle, fileName),
      [Symbol.asyncDispose]: () => handle.close(),
    }
  } catch (error) {
    throw fileFault(error, fileName)
  }
}

/** The base name without anything that could break a message or fake its direction, at most 100 characters. */
export function displayName(path: string): string {
  const name = basename(path)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
  const characters = [...name]
  return characters.length > 100 ? `${characters.slice(0, 99).join('')}…` : name || 'file'
}

async function* readPieces(handle: FileHandle, fileName: string): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(PIECE_BYTES)
  let position = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES, position).catch((error: unknown) => {
      throw fileFault(error, fileName)
    })
    if (bytesRead === 0) return
    position += bytesRead
    // The size was checked at the start, but a file can grow, and those under /proc claim to be empty.
    if (position > MAX_FILE_BYTES) throw tooLarge(fileName)
    yield buffer.subarray(0, bytesRead)
  }
}

interface Stats {
  readonly size: number
  isFile(): boolean
  isDirectory(): boolean
}

function assertReadable(stats: Stats, fileName: string): void {
  if (stats.isDirectory()) throw notReadable(fileName, 'is a folder. Open it and choose a file in it.', 'EISDIR')
  if (!stats.isFile()) {
    throw notReadable(fileName, 'is a device or a pipe, not a file. Choose a text or CSV file.', 'NOT_A_FILE')
  }
  if (stats.size > MAX_FILE_BYTES) throw tooLarge(fileName)
}

/** The error of a size beyond the limit, which is in bytes. */
export function tooLarge(fileName: string, limit = MAX_FILE_BYTES): WordmillError {
  const megabytes = limit / 1024 / 1024
  return new WordmillError(
    'FILE_TOO_LARGE',
    `“${fileName}” is larger than ${megabytes} MB, too large for a word list. Split it into smaller files.`,
    { fileName, limit },
  )
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'can’t be found. It may have been moved, renamed or deleted; check its name or choose it again.',
  ENOTDIR: 'can’t be found. It may have been moved, renamed or deleted; check its name or choose it again.',
  EACCES: 'may not be read by you. Change its permissions or copy it to your own folder.',
  EPERM: 'may not be read by you. Change its permissions or copy it to your own folder.',
  EISDIR: 'is a folder. Open it and choose a file in it.',
  EBUSY: 'is in use by another program. Close it there and try again.',
  ELOOP: 'is a link that leads back to itself. Choose the file it was meant for.',
  ENAMETOOLONG: 'has too long a name. Rename it and try again.',
  EMFILE: 'cannot be opened because too many files are open. Close some programs and try again.',
  ENFILE: 'cannot be opened because too many files are open. Close some programs and try again.',
}

/**
 * Says in words why a file could not be read. The system's own error is left out, because it tells the path.
 * A `WordmillError` comes back as it is.
 */
export function fileFault(error: unknown, fileName: string): WordmillError {
  if (error instanceof WordmillError) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  const reason = REASONS[code] ?? `could not be read (${code}). Copy it to this computer's disk and try again.`
  return notReadable(fileName, reason, code)
}

function notReadable(fileName: string, reason: string, cause: string): WordmillError {
  return new WordmillError('FILE_NOT_READABLE', `“${fileName}” ${reason}`, { fileName, cause })
}
