import { randomUUID } from 'node:crypto'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { WordmillError } from '../../src-preload/errors.ts'
import type { ExportFormat, Field } from '../../src-preload/model.ts'
import type { ExportRow } from './export-format.ts'
import { exportFormats } from './export-formats.ts'

export interface ExportJobInput {
  /** The words of the job in list order. */
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>
  format: ExportFormat
  fields: readonly Field[]
  /** The file a person chose; it is replaced when it exists. */
  path: string
  signal?: AbortSignal | undefined
}

/**
 * Exports a job to a file, all or nothing: the text goes to a new file beside the target, which takes its place when
 * everything is on the disk. When something fails, the new file is removed and the old one is as it was.
 *
 * @returns the file's base name and the number of rows in it
 * @throws WordmillError EXPORT_FAILED with the cause in words; errors of `rows` that are WordmillErrors pass through
 * @throws the signal's reason when it was aborted
 */
export async function exportJob(input: ExportJobInput): Promise<{ fileName: string; rows: number }> {
  const fileName = basename(input.path)
  try {
    const target = await targetOf(input.path, fileName)
    const temporary = join(dirname(target), `.wordmill-${randomUUID()}.tmp`)
    try {
      const rows = await writeFile(temporary, input)
      input.signal?.throwIfAborted()
      await rename(temporary, target)
      return { fileName, rows }
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
  } catch (error) {
    input.signal?.throwIfAborted()
    throw exportFault(error, fileName)
  }
}

/** Follows a link, so that the file it leads to is replaced and not the link; refuses folders and devices. */
async function targetOf(path: string, fileName: string): Promise<string> {
  const target = await realpath(path).catch(() => path)
  const stats = await stat(target).catch(() => undefined)
  if (!stats || stats.isFile()) return target
  const what = stats.isDirectory() ? 'a folder' : 'a device or a pipe'
  throw failed(fileName, `the name belongs to ${what}. Choose another name.`, 'NOT_A_FILE')
}

async function writeFile(path: string, { rows, format, fields, signal }: ExportJobInput): Promise<number> {
  const handle = await open(path, 'wx')
  try {
    const count = await exportFormats[format].write(rows, sinkOf(handle), { fields, signal })
    await handle.sync()
    return count
  } finally {
    await handle.close()
  }
}

function sinkOf(handle: FileHandle): { write(text: string): Promise<void> } {
  return { write: (text) => handle.appendFile(text, 'utf8') }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space or choose another disk.',
  EDQUOT: 'your share of the disk is used up. Free some space or choose another disk.',
  EFBIG: 'the file would be too large for this disk. Choose another disk.',
  EACCES: 'you have no permission to write there, or the file is open in another program. Choose another folder.',
  EPERM: 'you have no permission to write there, or the file is open in another program. Choose another folder.',
  EROFS: 'the disk can only be read. Choose another folder.',
  ENOENT: 'the folder is no longer there. Choose another folder.',
  ENOTDIR: 'the folder is no longer there. Choose another folder.',
  EBUSY: 'the file is open in another program. Close it there and try again.',
  ETXTBSY: 'the file is open in another program. Close it there and try again.',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
  EIO: 'the disk reported an error. Choose another disk.',
}

/** Says in words why an export failed. The system's own error is left out, because it tells the path. */
export function exportFault(error: unknown, fileName: string): WordmillError {
  if (error instanceof WordmillError) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN'
  return failed(
    fileName,
    REASONS[code] ?? `something unexpected happened (${code}). Try again or choose another folder.`,
    code,
  )
}

function failed(fileName: string, reason: string, cause: string): WordmillError {
  return new WordmillError('EXPORT_FAILED', `“${fileName}” could not be saved: ${reason}`, { fileName, cause })
}
