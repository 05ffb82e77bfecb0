import { WordmillError } from '../../src-preload/errors.ts'
import { type ByteSurvey, decoderFor, detectEncoding, type Encoding, HEAD_BYTES } from './detect-encoding.ts'
import { nameBinary } from './name-binary.ts'
import { tooLarge } from './open-list-file.ts'
import type { Pacer } from './pacer.ts'

/** Characters handed on at once: small enough that the work on one piece takes a few milliseconds at most. */
const PIECE_CHARACTERS = 4096
/** How many characters the guesses about the layout look at. */
const HEAD_CHARACTERS = 32_768

/** Most bytes taken from a stream such as standard input, which cannot be read twice and has to be kept in memory. */
export const MAX_STREAM_BYTES = 64 * 1024 * 1024

/** The characters of a list: line ends are `\n`, a byte-order mark is gone. */
export interface ListText {
  readonly encoding: string
  /** The start of the text, cut after a whole line where there is one. */
  readonly head: string
  /** False when there is more text after the head. */
  readonly isHeadWhole: boolean
  /** The whole text in pieces, from the start with every call; a surrogate pair is never split. */
  pieces(): AsyncIterable<string>
}

/** Text that is in memory already: a paste or a sample. */
export function textOf(text: string): ListText {
  return {
    encoding: 'UTF-8',
    ...headOf(cut(text), text.length > HEAD_CHARACTERS),
    pieces: async function* () {
      yield* normalised([text])
    },
  }
}

/**
 * Finds out how bytes are to be read as text. Goes through them once to check them all, so that a bad byte at the end
 * of a long file decides about its start as well.
 *
 * @param pieces gives the bytes from the start with every call
 * @throws WordmillError FILE_NOT_TEXT naming what the file looks like
 */
export async function decodeList(
  pieces: () => AsyncIterable<Uint8Array>,
  fileName: string,
  pacer: Pacer,
): Promise<ListText> {
  const survey = await surveyBytes(pieces(), pacer)
  const encoding = encodingOf(survey, fileName)
  const start = decoderFor(encoding).decode(survey.head, { stream: true })
  return {
    encoding,
    ...headOf(cut(start), survey.head.length < survey.bytes || start.length > HEAD_CHARACTERS),
    pieces: () => normalised(decoded(pieces(), encoding)),
  }
}

/**
 * Gathers a stream that can be read only once, such as standard input.
 * @throws WordmillError FILE_TOO_LARGE beyond `MAX_STREAM_BYTES`
 */
export async function gatherBytes(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  pacer: Pacer,
): Promise<Uint8Array[]> {
  const gathered: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > MAX_STREAM_BYTES) throw tooLarge(name, MAX_STREAM_BYTES)
    gathered.push(Uint8Array.from(chunk))
    await pacer.pause()
  }
  return gathered
}

async function surveyBytes(pieces: AsyncIterable<Uint8Array>, pacer: Pacer): Promise<ByteSurvey & { bytes: number }> {
  const strict = new TextDecoder('utf-8', { fatal: true })
  const head = new Uint8Array(HEAD_BYTES)
  let bytes = 0
  let isStrictUtf8 = true
  const check = (piece?: Uint8Array): boolean => {
    try {
      strict.decode(piece, { stream: piece !== undefined })
      return true
    } catch {
      return false
    }
  }
  for await (const piece of pieces) {
    if (bytes < HEAD_BYTES) head.set(piece.subarray(0, HEAD_BYTES - bytes), bytes)
    bytes += piece.byteLength
    isStrictUtf8 &&= check(piece)
    if (!isStrictUtf8 && bytes > HEAD_BYTES) break
    await pacer.pause()
  }
  return { head: head.subarray(0, bytes), bytes, isStrictUtf8: isStrictUtf8 && check() }
}

function encodingOf(survey: ByteSurvey, fileName: string): Encoding {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const binary = nameBinary(survey.head, extension)
  const encoding = binary ? undefined : detectEncoding(survey)
  if (encoding) return encoding
  const what = binary ? `is ${binary.what}` : 'is not a text file'
  const advice = binary?.advice ?? 'Choose a text or CSV file with your words.'
  throw new WordmillError('FILE_NOT_TEXT', `“${fileName}” ${what}, not a word list. ${advice}`, { fileName })
}

async function* decoded(pieces: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderFor(encoding)
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

/** Cuts text into small pieces and makes every line end `\n`, also where `\r` and `\n` fall into two pieces. */
async function* normalised(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  let isStart = true
  for await (const text of texts) {
    for (let from = 0; from < text.length; ) {
      const end = pieceEnd(text, from)
      let piece = held + text.slice(from, end)
      from = end
      if (isStart) piece = withoutMark(piece)
      isStart = false
      held = /[\r\ud800-\udbff]$/.exec(piece)?.[0] ?? ''
      yield unified(held ? piece.slice(0, -1) : piece)
    }
  }
  if (held) yield unified(held)
}

function pieceEnd(text: string, from: number): number {
  return Math.min(text.length, from + PIECE_CHARACTERS)
}

function unified(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function cut(text: string): string {
  return unified(withoutMark(text.slice(0, HEAD_CHARACTERS)))
}

function headOf(start: string, hasMore: boolean): Pick<ListText, 'head' | 'isHeadWhole'> {
  if (!hasMore) return { head: start, isHeadWhole: true }
  const lastLineEnd = start.lastIndexOf('\n')
  return { head: lastLineEnd < 0 ? start : start.slice(0, lastLineEnd), isHeadWhole: false }
}
