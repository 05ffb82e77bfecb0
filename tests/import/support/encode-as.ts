/** The encodings the tests write files in. */
export type FileEncoding =
  | 'UTF-8'
  | 'UTF-8 with mark'
  | 'UTF-16LE'
  | 'UTF-16LE with mark'
  | 'UTF-16BE'
  | 'UTF-16BE with mark'
  | 'windows-1252'

export const FILE_ENCODINGS: readonly FileEncoding[] = [
  'UTF-8',
  'UTF-8 with mark',
  'UTF-16LE',
  'UTF-16LE with mark',
  'UTF-16BE',
  'UTF-16BE with mark',
  'windows-1252',
]

/** Bytes of windows-1252 for the characters that latin1 does not have; the ones the tests use. */
const BEYOND_LATIN1: Readonly<Record<string, number>> = { '€': 0x80, '‘': 0x91, '’': 0x92, '–': 0x96, œ: 0x9c }

/** A text as the bytes of a file. Written apart from the reader, so that both cannot be wrong in the same way. */
export function encodeAs(text: string, encoding: FileEncoding): Buffer {
  const marked = encoding.endsWith('with mark') ? `\ufeff${text}` : text
  if (encoding.startsWith('UTF-8')) return Buffer.from(marked, 'utf8')
  if (encoding.startsWith('UTF-16LE')) return Buffer.from(marked, 'utf16le')
  if (encoding.startsWith('UTF-16BE')) return Buffer.from(marked, 'utf16le').swap16()
  return Buffer.from(Array.from(text, (character) => BEYOND_LATIN1[character] ?? character.charCodeAt(0)))
}
