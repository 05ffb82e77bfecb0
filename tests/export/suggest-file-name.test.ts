import fc from 'fast-check'
import { expect, it } from 'vitest'
import { suggestFileName } from '../../src-main/export/suggest-file-name.ts'

it.each([
  ['Unit 7', 'Unit 7.csv'],
  ['GRE, 79 words', 'GRE, 79 words.csv'],
  ['Übung – Café', 'Übung – Café.csv'],
  ['../../etc/passwd', 'etc passwd.csv'],
  ['C:\\Users\\me', 'C Users me.csv'],
  ['a/b:c*d?"e"<f>|g', 'a b c d e f g.csv'],
  ['.hidden', 'hidden.csv'],
  ['-rf', 'rf.csv'],
  ['~home', 'home.csv'],
  ['trailing. . ', 'trailing.csv'],
  ['line\nend\0', 'line end.csv'],
  ['apple, pear …', 'apple, pear ….csv'],
  ['CON', '_CON.csv'],
  ['con.backup', '_con.backup.csv'],
  ['Lpt1', '_Lpt1.csv'],
  ['Console', 'Console.csv'],
  ['fake\u202ecsv.exe', 'fake csv.exe.csv'],
  ['', 'words.csv'],
  ['???', 'words.csv'],
  ['...', 'words.csv'],
  ['é'.repeat(300), `${'é'.repeat(75)}.csv`],
  [`a${'😀'.repeat(100)}`, `a${'😀'.repeat(37)}.csv`],
])('%j → %s', (name, fileName) => {
  expect(suggestFileName(name, 'csv')).toBe(fileName)
})

it('is safe for any name', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })),
      (name) => {
        const fileName = suggestFileName(name, 'jsonl')
        expect(fileName).toMatch(/^[^\p{Cc}<>:"/\\|?*.\s-][^\p{Cc}<>:"/\\|?*]*\.jsonl$/u)
        expect(fileName).not.toMatch(/[. ]\.jsonl$|^(con|prn|aux|nul|com\d|lpt\d)\./i)
        expect(Buffer.byteLength(fileName)).toBeLessThan(200)
        expect(fileName.isWellFormed()).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})
