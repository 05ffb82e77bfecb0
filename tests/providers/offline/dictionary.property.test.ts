import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Dictionary } from '../../../src-main/providers/offline/dictionary.ts'
import { notices } from '../../../src-main/providers/offline/notices.ts'
import { entrySchema } from '../../../src-preload/model.ts'
import { everydayWords } from '../../bench/coverage-lists.ts'
import { dictionaryFile } from '../../support/dictionary.ts'

let dictionary: Dictionary
const noticeIds = new Set(notices().map((notice) => notice.id))

beforeAll(async () => {
  dictionary = new Dictionary(await dictionaryFile())
}, 120_000)

afterAll(() => dictionary.close())

const anyWord = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(..."aeisrtnd'’-_ é.\u0301\u200b") }),
  fc
    .tuple(fc.constantFrom(...everydayWords()), fc.constantFrom('', 's', "'s", 'ed', 'ing', '!', ' off', 'é'))
    .map((parts) => parts.join('')),
)

it('answers any string with a valid entry that has a sense, or with suggestions it can answer', () => {
  fc.assert(
    fc.property(anyWord, (word) => {
      const answer = dictionary.lookUp(word)
      if ('body' in answer) {
        const entry = entrySchema.parse(JSON.parse(answer.body))
        expect(entry.lemma).not.toBe('')
        expect(entry.senses.length).toBeGreaterThan(0)
        for (const { source } of [...entry.senses, ...entry.pronunciation]) expect(noticeIds).toContain(source)
      } else {
        for (const suggestion of answer.suggestions) expect(dictionary.lookUp(suggestion)).toHaveProperty('body')
      }
    }),
    { numRuns: 3000 },
  )
})

it('gives the same answer whatever was looked up before', () => {
  fc.assert(
    fc.property(anyWord, anyWord, (word, other) => {
      const first = dictionary.lookUp(word)
      dictionary.lookUp(other)
      expect(dictionary.lookUp(word)).toEqual(first)
    }),
  )
})
