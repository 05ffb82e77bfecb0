import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readList } from '../../src-main/import/read-list.ts'
import type { StagedList } from '../../src-main/import/staged-list.ts'
import { WordmillError } from '../../src-preload/errors.ts'
import { encodeAs, type FileEncoding } from './support/encode-as.ts'
import { faultOf } from './support/fault-of.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const folder = temporaryFolder()

async function readBytes(bytes: Uint8Array, name = 'list.txt'): Promise<StagedList> {
  await writeFile(folder.path(name), bytes)
  return await readList({ kind: 'file', path: folder.path(name) })
}

const WORDS = ['naïve', 'café', 'résumé', 'Straße', 'œuvre', 'apple']

describe('encodings', () => {
  it.each<[FileEncoding, string]>([
    ['UTF-8', 'UTF-8'],
    ['UTF-8 with mark', 'UTF-8'],
    ['UTF-16LE', 'UTF-16LE'],
    ['UTF-16LE with mark', 'UTF-16LE'],
    ['UTF-16BE', 'UTF-16BE'],
    ['UTF-16BE with mark', 'UTF-16BE'],
    ['windows-1252', 'windows-1252'],
  ])('%s', async (encoding, reported) => {
    const list = await readBytes(encodeAs(WORDS.join('\r\n'), encoding))
    expect(list).toMatchObject({ encoding: reported, words: WORDS })
  })

  it('reads the characters of windows-1252 that latin1 does not have', async () => {
    const list = await readBytes(Buffer.from('caf\xe9 \x80\nrock \x91n\x92 roll\nna\xefve', 'latin1'))
    expect(list.words).toEqual(['café €', 'rock ‘n’ roll', 'naïve'])
  })

  it('reads UTF-16 without a mark in scripts far from ASCII', async () => {
    const words = ['単語', '言葉', '辞書', '日本語']
    for (const encoding of ['UTF-16LE', 'UTF-16BE'] as const) {
      expect(await readBytes(encodeAs(words.join('\n'), encoding))).toMatchObject({ encoding, words })
    }
  })

  it('reads the tab-separated UTF-16 of Excel', async () => {
    const bytes = encodeAs('word\tmeaning\r\ncafé\tein "Lokal"\r\nnaïve\t"gut\r\ngläubig"\r\n', 'UTF-16LE with mark')
    expect(await readBytes(bytes)).toMatchObject({ format: 'csv', encoding: 'UTF-16LE', words: ['café', 'naïve'] })
  })

  it('reads the semicolons in windows-1252 of a German Excel', async () => {
    const bytes = encodeAs('Begriff;Übersetzung\r\nStraße;street\r\nÜbung;exercise\r\n', 'windows-1252')
    expect(await readBytes(bytes, 'list.csv')).toMatchObject({ encoding: 'windows-1252', words: ['Straße', 'Übung'] })
  })

  it('notices a byte that is no UTF-8 far behind the start', async () => {
    const start = Buffer.from('apple\n'.repeat(50_000))
    const list = await readBytes(Buffer.concat([start, Buffer.from('caf\xe9', 'latin1')]))
    expect(list).toMatchObject({ encoding: 'windows-1252', words: ['apple', 'café'] })
  })

  it('loses only the damaged word of a UTF-8 list', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${WORDS.join('\n')}\n${WORDS.map((word) => `${word}2`).join('\n')}\nb`),
      Buffer.from([0xff]),
      Buffer.from('d\n'),
    ])
    const list = await readBytes(bytes)
    expect(list).toMatchObject({ encoding: 'UTF-8', report: { skipped: 1 } })
    expect(list.words).toHaveLength(12)
  })

  it('decodes characters that fall into two pieces', async () => {
    const words = Array.from({ length: 30_000 }, (_, index) => `日本語${index}`)
    for (const encoding of ['UTF-8', 'UTF-16LE', 'UTF-16BE'] as const) {
      const list = await readBytes(encodeAs(words.join('\r\n'), encoding))
      expect(list).toMatchObject({ words, blank: 0, report: { lines: words.length } })
    }
  })

  it('decodes nothing twice', async () => {
    expect((await readBytes(Buffer.from('Ã©tÃ©'))).words).toEqual(['Ã©tÃ©'])
  })
})

describe('files that are no text', () => {
  it.each<[string, string, string]>([
    ['png', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'a picture (PNG)'],
    ['jpg', '\xff\xd8\xff\xe0\0\x10JFIF', 'a picture (JPEG)'],
    ['pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'a PDF document'],
    ['rtf', '{\\rtf1\\ansi apple}', 'an RTF document'],
    ['xlsx', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'an Excel workbook'],
    ['docx', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'a Word document'],
    ['zip', 'PK\x03\x04\x14\0\0\0xl/workbook.xml', 'an Excel workbook'],
    ['ods', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet'],
    ['apkg', 'PK\x03\x04\x14\0\0\0collection.anki2', 'an Anki package'],
    ['zip', 'PK\x03\x04\x14\0\0\0words.txt', 'an archive (zip)'],
    ['db', 'SQLite format 3\0\x10\0', 'a database (SQLite)'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0', 'an old Excel or Word file'],
    ['gz', '\x1f\x8b\x08\0', 'a compressed file (gzip)'],
    ['mp3', 'ID3\x03\0\0\0', 'a sound file (MP3)'],
    ['exe', `MZ\x90\0\x03${'\0'.repeat(60)}`, 'a program'],
    ['txt', '\xff\xfe\0\0a\0\0\0', 'text in UTF-32'],
    ['txt', 'apple\0\x01\x02\x03pear', 'is not a text file'],
    ['txt', '\x01\x02\x03\x04\x05\x06', 'is not a text file'],
  ])('%s: %j', async (extension, content, what) => {
    const name = `list.${extension}`
    const fault = await faultOf(readBytes(Buffer.from(content, 'latin1'), name))
    expect(fault.code).toBe('FILE_NOT_TEXT')
    expect(fault.message).toContain(`“${name}”`)
    expect(fault.message).toContain(what)
  })

  it.each(['MZ\nNZ', 'ID3 tag\nMP3', 'BZhang\nmath', 'GIF89a\nPNG', 'pk\nPK'])('but %j is a list', async (text) => {
    expect((await readBytes(Buffer.from(text))).words).toEqual(text.split('\n'))
  })

  it('ends on any bytes with a list that adds up, or with a WordmillError', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .constantFrom('"', '""', ',', ';', '\t', '\r', '\n', '\r\n', '|', ' - ', '1. ', '\ufeff')
        .map((text) => Buffer.from(text)),
      fc
        .constantFrom('\xff\xfe', '\xfe\xff', '\xef\xbb\xbf', 'PK\x03\x04', '\0', '\xe9')
        .map((text) => Buffer.from(text, 'latin1')),
      fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => Buffer.from(text)),
    )
    const file = fc.record({
      bytes: fc.array(piece, { maxLength: 30 }).map((pieces) => Buffer.concat(pieces)),
      name: fc.constantFrom('fuzz.txt', 'fuzz.csv', 'fuzz'),
    })
    await fc.assert(
      fc.asyncProperty(file, async ({ bytes, name }) => {
        const outcome = await readBytes(bytes, name).catch((error: unknown) => error)
        if (outcome instanceof WordmillError) {
          expect(['LIST_EMPTY', 'FILE_NOT_TEXT']).toContain(outcome.code)
          return
        }
        const list = outcome as StagedList
        expect(list.words.length + list.report.merged + list.report.skipped).toBe(list.places)
        expect(new Set(list.words).size).toBe(list.words.length)
        expect(list.lines).toHaveLength(list.words.length)
        expect(Math.max(...list.lines)).toBeLessThanOrEqual(list.report.lines)
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})
