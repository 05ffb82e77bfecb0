import { writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { SKIP_REASONS } from '../../src-main/import/clean-word.ts'
import { readList } from '../../src-main/import/read-list.ts'
import type { StagedList } from '../../src-main/import/staged-list.ts'
import { faultOf } from './support/fault-of.ts'
import { temporaryFolder } from './support/temporary-folder.ts'

const folder = temporaryFolder()

async function readFile(name: string, text: string, column?: number): Promise<StagedList> {
  await writeFile(folder.path(name), text)
  return await readList({ kind: 'file', path: folder.path(name) }, { column })
}

describe('delimiters and quotes', () => {
  it.each([
    ['comma', 'word,meaning\nhouse,Haus\ncat,Katze'],
    ['semicolon', 'word;meaning\r\nhouse;Haus\r\ncat;Katze\r\n'],
    ['tab', 'word\tmeaning\nhouse\tHaus\ncat\tKatze'],
    ['bar', 'word|meaning\nhouse|Haus\ncat|Katze'],
    ['old Mac line ends', 'word,meaning\rhouse,Haus\rcat,Katze'],
    ['quotes and delimiters in cells', 'word,meaning\n"house","a building, ""big"""\n"cat","an animal"'],
    ['ragged rows', 'word,meaning\nhouse\ncat,Katze,extra,more'],
    ['no header', 'house,"a building, for people"\ncat,"an animal, small"'],
    ['one column with a header', 'Vocabulary\nhouse\ncat'],
    ['one column without a header', 'house\ncat\n'],
    ['semicolons in a comma table', 'word,meaning\nhouse,Haus; Heim\ncat,Katze; Kater'],
    ['a byte-order mark', '\ufeffword,meaning\nhouse,Haus\ncat,Katze'],
  ])('%s', async (_, text) => {
    expect(await readFile('list.csv', text)).toMatchObject({ format: 'csv', words: ['house', 'cat'] })
  })

  it('tells the line a word starts on, also after cells of several lines', async () => {
    const list = await readFile(
      'list.csv',
      'word,meaning\r\n\r\nhouse,"one\r\ntwo\r\nthree"\r\ncat,x\r\n"took\noff",y\r\nfig,z',
    )
    expect(list.words).toEqual(['house', 'cat', 'took off', 'fig'])
    expect([...list.lines]).toEqual([3, 6, 7, 9])
    expect(list).toMatchObject({ blank: 1, places: 4, report: { lines: 9, merged: 0, skipped: 0 } })
  })

  it('skips rows without a word and says which column was empty', async () => {
    const list = await readFile('list.csv', 'word,meaning\nhouse,Haus\n,leer\n \u200b,leer\n,\nhouse,x\n--,y\nfig')
    expect(list.words).toEqual(['house', 'fig'])
    expect(list).toMatchObject({ blank: 1, places: 6, report: { lines: 8, merged: 1, skipped: 3 } })
    expect(list.skippedLines[0]).toEqual({ line: 3, reason: 'no word in column “word”', text: '| leer' })
    expect(list.skippedLines.map(({ line }) => line)).toEqual([3, 4, 7])
  })

  it('takes a quotation mark nobody closes for a character', async () => {
    const list = await readFile('list.csv', 'word,meaning\n"house,Haus\ncat,Katze\nfig,Feige')
    expect(list.words).toEqual(['house', 'cat', 'fig'])
  })

  it('does not let a stray pair of quotation marks swallow the words between', async () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index}`)
    const rows = words.map((word, index) => (index === 50 || index === 300 ? `"${word},x` : `${word},x`))
    expect((await readFile('list.csv', `word,meaning\n${rows.join('\n')}`)).words).toEqual(words)
  })

  it('reads on after a cell of a megabyte, quoted or not, and after a row of ten', async () => {
    const huge = 'x'.repeat(1_000_000)
    const list = await readFile('list.csv', `word,meaning\nhouse,Haus\n${huge},y\n"${huge}",z\ncat,Katze`)
    expect(list).toMatchObject({ words: ['house', 'cat'], report: { skipped: 2 } })
    const longer = await readFile('list.csv', `word,meaning\nhouse,Haus\n${huge.repeat(10)},y\n\ncat,Katze`)
    expect(longer).toMatchObject({ words: ['house', 'cat'], blank: 1, report: { lines: 5, skipped: 1 } })
    expect(longer.skippedLines[0]).toMatchObject({ line: 3, reason: SKIP_REASONS.hugeRow })
    expect([...longer.lines]).toEqual([2, 5])
  })
})

describe('what is a table', () => {
  it.each([
    ['one row of words in a .csv is a list', 'a.csv', 'apple,pear,plum', 'text', ['apple', 'pear', 'plum']],
    ['a .txt with pairs is a table', 'a.txt', 'house,Haus\ncat,Katze', 'csv', ['house', 'cat']],
    ['a .txt with spaced commas is a list', 'a.txt', 'house, cat\nfig, plum', 'text', ['house', 'cat', 'fig', 'plum']],
    ['a .txt with a header is a table', 'a.txt', 'word, level\nhouse, one\ncat, two', 'csv', ['house', 'cat']],
    [
      'a .csv with a ragged list is a list',
      'a.csv',
      'a1, b1, c1\nd1, e1\nf1',
      'text',
      ['a1', 'b1', 'c1', 'd1', 'e1', 'f1'],
    ],
    ['a .tsv is a table', 'a.tsv', 'house\tHaus\ncat\tKatze', 'csv', ['house', 'cat']],
    ['an upper-case ending counts', 'A.CSV', 'Begriff\nHaus\nKatze', 'csv', ['Haus', 'Katze']],
    ['a header alone is a word', 'a.csv', 'word', 'csv', ['word']],
  ])('%s', async (_, name, text, format, words) => {
    expect(await readFile(name, text)).toMatchObject({ format, words })
  })
})

describe('the column with the words', () => {
  it.each([
    ['by name', 'id,meaning,word\n1,Haus,house\n2,Katze,cat', 2],
    ['by a German name', 'Nr;Begriff;Kontext\n1;house;Das Haus.\n2;cat;Die Katze.', 1],
    ['by a better name', 'front,word\nx1,house\nx2,cat', 1],
    ['not the numbers', '1,house\n2,cat', 1],
    ['not the sentences', 'He lived in a very old house by the sea.,house\nThe cat sat on the mat for a day.,cat', 1],
    ['not the kinds', 'noun,house\nnoun,cat\nnoun,fig\nverb,go\nnoun,sea', 1],
    ['the left one of two alike', 'house,Haus\ncat,Katze', 0],
    ['not the mostly empty', ',house\n,cat\nx,fig', 1],
  ])('%s', async (_, text, column) => {
    const list = await readFile('list.csv', text)
    expect(list.table?.column).toBe(column)
    expect(list.words.slice(0, 2)).toEqual(['house', 'cat'])
  })

  it('names the columns by the header or by number', async () => {
    expect((await readFile('a.csv', 'word,,meaning\na,b,c')).table?.columns).toEqual(['word', 'Column 2', 'meaning'])
    expect((await readFile('a.csv', 'house,Haus\ncat,Katze')).table?.columns).toEqual(['Column 1', 'Column 2'])
  })

  it('can be chosen', async () => {
    expect((await readFile('list.csv', 'word,meaning\nhouse,Haus\ncat,Katze', 1)).words).toEqual(['Haus', 'Katze'])
    expect((await readFile('list.txt', 'house\ncat', 3)).words).toEqual(['house', 'cat'])
    const fault = await faultOf(readFile('list.csv', 'word,meaning\nhouse,Haus', 2))
    expect(fault).toMatchObject({ code: 'BAD_REQUEST', data: { column: 2, columns: 2 } })
  })
})
