import { countControls } from './count-controls.ts'

/** The encodings a list may come in; the names are what a person reads. */
export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252'

/** What is known of a file after its bytes were looked at once. */
export interface ByteSurvey {
  /** The first bytes, at most `HEAD_BYTES`. */
  head: Uint8Array
  isStrictUtf8: boolean
}

/** How many bytes the guesses look at. */
export const HEAD_BYTES = 65_536
/** Most control characters a text may have. */
const MAX_CONTROLS = 0.02

const UTF8_BOM = [0xef, 0xbb, 0xbf]

/**
 * Finds the encoding: byte-order mark → NULs on one side of the pairs (UTF-16) → strict UTF-8 → mostly UTF-8 with some
 * damage → windows-1252, the "ANSI" of Excel in western Europe.
 *
 * @returns undefined when the bytes are no text in any of them
 */
export function detectEncoding({ head, isStrictUtf8 }: ByteSurvey): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return readableAs('UTF-16LE', head)
  if (head[0] === 0xfe && head[1] === 0xff) return readableAs('UTF-16BE', head)
  if (UTF8_BOM.every((byte, index) => head[index] === byte)) return readableAs('UTF-8', head)
  if (head.includes(0)) return utf16ByNuls(head)
  return readableAs(isStrictUtf8 || isMostlyUtf8(head) ? 'UTF-8' : 'windows-1252', head)
}

/** A decoder that never throws: what cannot be read becomes U+FFFD. A byte-order mark is dropped. */
export function decoderFor(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding.toLowerCase())
}

/**
 * Text without a byte-order mark has a NUL beside every ASCII character, at least beside its line ends. In some scripts
 * a few stand on the other side (言 is U+8A00); read the wrong way round, the line ends are unassigned characters.
 */
function utf16ByNuls(head: Uint8Array): Encoding | undefined {
  if (head.length % 2 === 1) return undefined
  const nuls = [0, 0]
  head.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = nuls
  const likely: Encoding[] = odd >= even ? ['UTF-16LE', 'UTF-16BE'] : ['UTF-16BE', 'UTF-16LE']
  return likely.find((encoding) => readableAs(encoding, head, 0))
}

/** One bad byte in a UTF-8 list must not turn every accent of it into "Ã©"; only its own word is damaged. */
function isMostlyUtf8(head: Uint8Array): boolean {
  const text = decoderFor('UTF-8').decode(head, { stream: true })
  const damaged = text.match(/\ufffd/g)?.length ?? 0
  const good = text.match(/[\u{a0}-\u{fffc}\u{10000}-\u{10ffff}]/gu)?.length ?? 0
  return good > 9 * damaged
}

/** @param allowed how many bad characters even the shortest text may have */
function readableAs(encoding: Encoding, head: Uint8Array, allowed = 1): Encoding | undefined {
  const text = decoderFor(encoding).decode(head)
  // Wrong byte pairs show as characters nobody has assigned.
  const unassigned = encoding.startsWith('UTF-16') ? (text.match(/[\p{Cn}\p{Co}\p{Cs}]/gu)?.length ?? 0) : 0
  const isReadable = countControls(text) + unassigned <= Math.max(allowed, MAX_CONTROLS * text.length)
  return isReadable && !text.includes('\0') ? encoding : undefined
}
