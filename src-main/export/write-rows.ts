import { setImmediate } from 'node:timers/promises'
import type { ExportEncoding, ExportFormatWriter } from './export-format.ts'

/** Characters gathered before they go to the sink; a write a row would be a system call a row. */
const PIECE_CHARACTERS = 65_536

/** Makes the streaming `write` of a format out of how it puts one row into text. */
export function writeRows({ head, row: encode }: ExportEncoding): ExportFormatWriter['write'] {
  return async (rows, sink, { fields, signal }) => {
    let count = 0
    let piece = head(fields)
    for await (const row of rows) {
      signal?.throwIfAborted()
      piece += encode(row, fields)
      count += 1
      if (piece.length < PIECE_CHARACTERS) continue
      await sink.write(piece)
      piece = ''
      await setImmediate()
    }
    signal?.throwIfAborted()
    if (piece !== '') await sink.write(piece)
    return count
  }
}
