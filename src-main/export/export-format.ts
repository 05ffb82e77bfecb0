import type { ExportFormat, Field, RequestDetail } from '../../src-preload/model.ts'

/** One word of a job with everything known about it. */
export type ExportRow = RequestDetail

/** Takes the text of an export piece by piece; resolves when there is room for more. */
export interface ExportSink {
  write(text: string): Promise<void>
}

export interface WriteOptions {
  /** What was asked for when the job was made; only this is written. */
  readonly fields: readonly Field[]
  readonly signal?: AbortSignal | undefined
}

/** How a format puts words into text. `write` and `exportJob` stream it, so a row is all that is in memory. */
export interface ExportEncoding {
  /** What comes before the first row. */
  head(fields: readonly Field[]): string
  /** One row with its line end. */
  row(row: ExportRow, fields: readonly Field[]): string
}

/** A format results can be exported in. */
export interface ExportFormatWriter {
  readonly id: ExportFormat
  /** Without the dot. */
  readonly fileExtension: string
  readonly mediaType: string
  /**
   * Writes all rows in the order given, UTF-8 text in pieces of about 64 kB, and lets the event loop turn in between.
   * @returns how many rows were written
   * @throws whatever the rows or the sink throw, or the signal's reason when it was aborted
   */
  write(rows: AsyncIterable<ExportRow> | Iterable<ExportRow>, sink: ExportSink, options: WriteOptions): Promise<number>
}
