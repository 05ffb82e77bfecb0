import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance, letterMask, MOST_SUGGESTIONS, Spelling } from '../../../src-main/providers/offline/spelling.ts'

/** Textbook optimal string alignment distance over the full table, to compare with. */
function fullDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.NaN
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, at(i - 2, j - 2) + 1)
      const row = table[i]
      if (row !== undefined) row[j] = best
    }
  }
  return at(a.length, b.length)
}

const VOCABULARY: readonly (readonly [string, number])[] = [
  ['the', 10],
  ['tea', 10],
  ['ten', 10],
  ['receive', 10],
  ['relieve', 20],
  ['recipe', 20],
  ['friend', 10],
  ['phone', 10],
  ['fine', 10],
  ['quick', 10],
  ['knife', 20],
  ["don't", 10],
  ['done', 10],
  ['photograph', 10],
  ['photography', 10],
  ['dent', 40],
  ['definitely', 20],
  ['defiantly', 50],
  ['accommodate', 35],
  ['apple', 10],
  ['a lot', 10],
  ['lot', 10],
]
const words = VOCABULARY.map(([word]) => word).sort((a, b) => a.charCodeAt(0) - b.charCodeAt(0) || a.length - b.length)
const spelling = new Spelling({ words, bands: Uint8Array.from(words, (word) => new Map(VOCABULARY).get(word) ?? 99) })

describe('editDistance', () => {
  it('equals the full table wherever that is within the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(fullDistance(a, b), limit + 1))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('letterMask', () => {
  it('never rules out a word within reach: each edit changes at most one letter on either side', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdefgh', 'é'), minLength: 1, maxLength: 10 })
    const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(bits(letterMask(a) & ~letterMask(b))).toBeLessThanOrEqual(fullDistance(a, b))
      }),
    )
  })
})

describe('Spelling', () => {
  it.each([
    ['teh', 'the'],
    ['recieve', 'receive'],
    ['freind', 'friend'],
    ['definately', 'definitely'],
    ['acommodate', 'accommodate'],
    ['kwick', 'quick'],
    ['nife', 'knife'],
    ['dont', "don't"],
    ['alot', 'a lot'],
    ['photografy', 'photography'],
    ['xapple', 'apple'],
    ['bpple', 'apple'],
    ['pple', 'apple'],
    ['RECIEVE', 'receive'],
  ])('%s → %s first', (wrong, right) => {
    expect(spelling.suggest(wrong)[0]).toBe(right)
  })

  it('suggests nothing for what is not close to a word', () => {
    for (const word of ['', 'a', '12345', 'zzzzzzz', 'x'.repeat(500), '=SUM(A1)'])
      expect(spelling.suggest(word)).toEqual([])
  })

  it('gives at most five, each once, and never the word itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...words)), (word) => {
        const suggestions = spelling.suggest(word)
        expect(suggestions.length).toBeLessThanOrEqual(MOST_SUGGESTIONS)
        expect(new Set(suggestions).size).toBe(suggestions.length)
        expect(suggestions).not.toContain(word.toLowerCase())
      }),
    )
  })
})
