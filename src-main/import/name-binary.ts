import { countControls } from './count-controls.ts'

/** What a file is when it is no text, and what to do about it, as the two halves of a sentence. */
export interface BinaryKind {
  /** "an Excel workbook", "a picture (PNG)". */
  what: string
  /** One sentence. */
  advice: string
}

const SAVE_AS_CSV = 'Open it in its program and save it as CSV.'
const SAVE_AS_TEXT = 'Open it in its program and save it as plain text.'
const EXPORT_TEXT = 'Export the words from it as a text or CSV file.'
const OTHER_FILE = 'Choose a text or CSV file with your words.'

/** First bytes as latin1 text, from the "magic" lists of file(1) and the formats' own specifications. */
const SIGNATURES: readonly (readonly [start: string, offset: number, kind: BinaryKind])[] = [
  ['\x89PNG\r\n\x1a\n', 0, { what: 'a picture (PNG)', advice: OTHER_FILE }],
  ['\xff\xd8\xff', 0, { what: 'a picture (JPEG)', advice: OTHER_FILE }],
  ['GIF87a', 0, { what: 'a picture (GIF)', advice: OTHER_FILE }],
  ['GIF89a', 0, { what: 'a picture (GIF)', advice: OTHER_FILE }],
  ['II*\0', 0, { what: 'a picture (TIFF)', advice: OTHER_FILE }],
  ['MM\0*', 0, { what: 'a picture (TIFF)', advice: OTHER_FILE }],
  ['WEBP', 8, { what: 'a picture (WebP)', advice: OTHER_FILE }],
  ['WAVE', 8, { what: 'a sound file (WAV)', advice: OTHER_FILE }],
  ['AVI ', 8, { what: 'a video (AVI)', advice: OTHER_FILE }],
  ['ftyp', 4, { what: 'a video or sound file (MP4)', advice: OTHER_FILE }],
  ['ID3', 0, { what: 'a sound file (MP3)', advice: OTHER_FILE }],
  ['OggS', 0, { what: 'a sound file (Ogg)', advice: OTHER_FILE }],
  ['fLaC', 0, { what: 'a sound file (FLAC)', advice: OTHER_FILE }],
  ['\x1aE\xdf\xa3', 0, { what: 'a video (Matroska or WebM)', advice: OTHER_FILE }],
  ['%PDF-', 0, { what: 'a PDF document', advice: 'Copy the words out of it and paste them.' }],
  ['{\\rtf', 0, { what: 'an RTF document', advice: SAVE_AS_TEXT }],
  ['SQLite format 3\0', 0, { what: 'a database (SQLite)', advice: EXPORT_TEXT }],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0, { what: 'an old Excel or Word file', advice: SAVE_AS_CSV }],
  ['\x1f\x8b', 0, { what: 'a compressed file (gzip)', advice: 'Unpack it first.' }],
  ['BZh', 0, { what: 'a compressed file (bzip2)', advice: 'Unpack it first.' }],
  ['\xfd7zXZ\0', 0, { what: 'a compressed file (xz)', advice: 'Unpack it first.' }],
  ['\x28\xb5\x2f\xfd', 0, { what: 'a compressed file (Zstandard)', advice: 'Unpack it first.' }],
  ['7z\xbc\xaf\x27\x1c', 0, { what: 'an archive (7-Zip)', advice: 'Unpack it first.' }],
  ['Rar!\x1a\x07', 0, { what: 'an archive (RAR)', advice: 'Unpack it first.' }],
  ['ustar', 257, { what: 'an archive (tar)', advice: 'Unpack it first.' }],
  ['BOOKMOBI', 60, { what: 'an e-book (Kindle)', advice: OTHER_FILE }],
  ['\x7fELF', 0, { what: 'a program', advice: OTHER_FILE }],
  ['\xcf\xfa\xed\xfe', 0, { what: 'a program', advice: OTHER_FILE }],
  ['\xff\xfe\0\0', 0, { what: 'text in UTF-32', advice: 'Save it again as UTF-8.' }],
  ['\0\0\xfe\xff', 0, { what: 'text in UTF-32', advice: 'Save it again as UTF-8.' }],
]

/** Names inside a zip file that tell what it is; they stand uncompressed near its start. */
const ZIP_CONTENTS: readonly (readonly [inside: string, kind: BinaryKind])[] = [
  ['collection.anki2', { what: 'an Anki package', advice: 'Export the deck from Anki as “Notes in Plain Text”.' }],
  ['application/epub+zip', { what: 'an e-book (EPUB)', advice: OTHER_FILE }],
  ['opendocument.spreadsheet', { what: 'an OpenDocument spreadsheet', advice: SAVE_AS_CSV }],
  ['opendocument.text', { what: 'an OpenDocument text', advice: SAVE_AS_TEXT }],
  ['xl/', { what: 'an Excel workbook', advice: SAVE_AS_CSV }],
  ['word/', { what: 'a Word document', advice: SAVE_AS_TEXT }],
  ['ppt/', { what: 'a PowerPoint presentation', advice: OTHER_FILE }],
]
/** Office files start with a part that all three programs write; the name then tells them apart. */
const OFFICE_ENDINGS: Readonly<Record<string, string>> = { xlsx: 'xl/', xlsm: 'xl/', docx: 'word/', pptx: 'ppt/' }

/**
 * Recognises the files people drop by mistake by their first bytes.
 *
 * @param head the first bytes of the file, at least 300 if it has so many
 * @param extension lower-case, without the dot; only used to tell Office files apart
 * @returns undefined when no signature fits, which does not make it text
 */
export function nameBinary(head: Uint8Array, extension: string): BinaryKind | undefined {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 65_536)).toString('latin1')
  if (start.startsWith('PK\x03\x04')) return nameZip(start, extension)
  // Two letters are too little for "MZ": a word list may start with them, a program has NULs soon after.
  if (start.startsWith('MZ') && start.slice(0, 64).includes('\0')) return { what: 'a program', advice: OTHER_FILE }
  return SIGNATURES.find(([bytes, offset]) => start.startsWith(bytes, offset) && !isWord(start, bytes))?.[2]
}

function nameZip(start: string, extension: string): BinaryKind {
  const inside = OFFICE_ENDINGS[extension]
  const kind = ZIP_CONTENTS.find(([name]) => start.includes(name)) ?? ZIP_CONTENTS.find(([name]) => name === inside)
  return kind?.[1] ?? { what: 'an archive (zip)', advice: 'Unpack it first.' }
}

/** "ID3 tag", "WAVEform" or "BZh" can begin a real list; a real file of that kind has control bytes soon after. */
function isWord(start: string, signature: string): boolean {
  const isPlain = /^[\x20-\x7e]+$/.test(signature)
  if (!isPlain || signature === '%PDF-' || signature === '{\\rtf') return false
  // Read as latin1, bytes from 0x80 on would count as controls; real text may have those.
  return countControls(start.slice(0, 512).replace(/[^\p{ASCII}]/gu, '')) === 0
}
