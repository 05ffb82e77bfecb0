import { afterAll, beforeAll, expect, it } from 'vitest'
import { Dictionary } from '../../../src-main/providers/offline/dictionary.ts'
import { commonWords, inflectedForms } from '../../bench/coverage-lists.ts'
import { dictionaryFile } from '../../support/dictionary.ts'

let dictionary: Dictionary

beforeAll(async () => {
  dictionary = new Dictionary(await dictionaryFile())
}, 120_000)

afterAll(() => dictionary.close())

const shareAnswered = (words: readonly string[]): number =>
  words.filter((word) => 'body' in dictionary.lookUp(word)).length / words.length

it('answers at least 97 % of common words', () => {
  expect(shareAnswered(commonWords(3000))).toBeGreaterThanOrEqual(0.97)
})

it('answers at least 95 % of inflected forms', () => {
  expect(shareAnswered(inflectedForms(2000))).toBeGreaterThanOrEqual(0.95)
})

it('does not answer words that do not exist: the lists above are no walkover', () => {
  const scrambled = commonWords(2000)
    .filter((word) => word.length > 5)
    .map((word) => [...word].reverse().join(''))
  expect(shareAnswered(scrambled)).toBeLessThan(0.05)
})
