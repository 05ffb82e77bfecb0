import { WordmillError } from '../../src-preload/errors.ts'
import { NotThisFormat, type ParsedList } from './list-format.ts'
import { listFormats } from './list-formats.ts'
import { decodeList, gatherBytes, type ListText, textOf } from './list-text.ts'
import { openListFile } from './open-list-file.ts'
import { Pacer } from './pacer.ts'
import { sampleById } from './samples.ts'
import type { StagedList } from './staged-list.ts'

/** Where a list comes from. Paths are known to main only; the page has handles. */
export type ReadSource =
  | { kind: 'file'; path: string }
  | { kind: 'text'; text: string; name?: string | undefined }
  /** Bytes that can be read once, such as standard input; at most 64 MB. */
  | { kind: 'stream'; chunks: AsyncIterable<Uint8Array>; name?: string | undefined }
  | { kind: 'sample'; id: string }

export interface ReadOptions {
  /** Zero-based column of a table to take the words from; ignored for plain text. */
  column?: number | undefined
  signal?: AbortSignal | undefined
}

/** Where the text comes from and what to call it. */
interface Origin {
  text: ListText
  name: string | undefined
  fileName: string | undefined
}

/**
 * Reads a word list and accounts for every place a word could stand. Streams: memory holds the distinct words and a
 * few kilobytes, and the event loop turns every few milliseconds.
 *
 * @throws WordmillError FILE_NOT_READABLE, FILE_TOO_LARGE, FILE_NOT_TEXT, LIST_EMPTY, LIST_TOO_LONG, or BAD_REQUEST for
 *   an unknown column or sample
 * @throws the signal's reason when it was aborted
 */
export async function readList(source: ReadSource, options: ReadOptions = {}): Promise<StagedList> {
  const pacer = new Pacer(options.signal)
  await pacer.pause()
  switch (source.kind) {
    case 'file': {
      await using file = await openListFile(source.path)
      const text = await decodeList(file.pieces, file.fileName, pacer)
      return await parseList({ text, name: withoutExtension(file.fileName), fileName: file.fileName }, options, pacer)
    }
    case 'stream': {
      const name = source.name ?? 'standard input'
      const chunks = await gatherBytes(source.chunks, name, pacer)
      const text = await decodeList(() => asyncly(chunks), name, pacer)
      return await parseList({ text, name: source.name, fileName: undefined }, options, pacer)
    }
    case 'text':
      return await parseList({ text: textOf(source.text), name: source.name, fileName: undefined }, options, pacer)
    case 'sample': {
      const { name, words } = sampleById(source.id)
      return await parseList({ text: textOf(words.join('\n')), name, fileName: undefined }, options, pacer)
    }
  }
}

async function parseList(origin: Origin, options: ReadOptions, pacer: Pacer): Promise<StagedList> {
  const { text, fileName } = origin
  const parsed = await firstReading(text, fileName, options, pacer)
  const { collector, lines, format, table } = parsed
  if (collector.words.length === 0) throw emptyList(parsed, fileName)
  const { merged, skipped, blank, places, words, skippedLines } = collector
  return {
    name: origin.name?.trim() || nameFromWords(words),
    format,
    encoding: text.encoding,
    words,
    lines: collector.lines(),
    report: { ...(fileName !== undefined && { fileName }), lines, merged, skipped },
    places,
    blank,
    skippedLines,
    ...(table && { table }),
  }
}

/** Asks the formats in turn. A reading that fails half-way leaves nothing behind; the next one starts afresh. */
async function firstReading(
  text: ListText,
  fileName: string | undefined,
  { column }: ReadOptions,
  pacer: Pacer,
): Promise<ParsedList> {
  const hints = { extension: extensionOf(fileName), column }
  for (const format of listFormats) {
    for (const read of format.readers(text, hints)) {
      try {
        return await read(text, pacer)
      } catch (error) {
        if (!(error instanceof NotThisFormat)) throw error
      }
    }
  }
  throw new WordmillError('INTERNAL', 'No format could read this list. Please report this with the list.')
}

function emptyList({ collector }: ParsedList, fileName: string | undefined): WordmillError {
  const where = fileName === undefined ? 'The list' : `“${fileName}”`
  const [first] = collector.skippedLines
  const why = first ? `; line ${first.line}, for example: ${first.reason}` : ''
  return new WordmillError(
    'LIST_EMPTY',
    `${where} has no words in it${why}. Put one word on each line and try again.`,
    {
      ...(fileName !== undefined && { fileName }),
      skipped: collector.skipped,
    },
  )
}

/** A paste has no name, so its first words stand for it. */
function nameFromWords(words: readonly string[]): string {
  const first = words.slice(0, 3).join(', ')
  const characters = [...first]
  if (characters.length > 60) return `${characters.slice(0, 60).join('').trimEnd()}…`
  return words.length > 3 ? `${first} …` : first
}

function withoutExtension(fileName: string): string {
  return fileName.replace(/\.[^.]{1,8}$/, '') || fileName
}

function extensionOf(fileName: string | undefined): string {
  return /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase() ?? ''
}

async function* asyncly<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items
}
