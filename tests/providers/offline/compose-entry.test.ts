import { describe, expect, it } from 'vitest'
import {
  composeEntry,
  MOST_SENSES,
  type RankedGroup,
  starsOf,
} from '../../../src-main/providers/offline/compose-entry.ts'
import { decodeGroup, encodeGroup } from '../../../src-main/providers/offline/dictionary-format.ts'
import { type Entry, entrySchema } from '../../../src-preload/model.ts'

/** A group whose senses are defined as "lemma 1", "lemma 2" …, tagged as given. */
function group(lemma: string, tags: readonly number[], isOwn = false): RankedGroup {
  const senses = tags.map((_, index) =>
    JSON.stringify({ definition: `${lemma} ${index + 1}`, examples: [], synonyms: [], antonyms: [], source: 's' }),
  )
  const body = encodeGroup(
    lemma,
    tags,
    senses.map((sense) => sense.slice(1, -1)),
  )
  return { body, partOfSpeech: 'noun', isOwn }
}

const compose = (...groups: RankedGroup[]): Entry => entrySchema.parse(JSON.parse(composeEntry(groups, () => [])))
const definitionsOf = (entry: Entry): string[] => entry.senses.map((sense) => sense.definition)

it('decodeGroup undoes encodeGroup', () => {
  const senses = ['"definition":"a\\nb"', '"definition":"c"']
  expect(decodeGroup(encodeGroup('take off', [3, 0], senses))).toEqual({ lemma: 'take off', tags: [3, 0], senses })
})

describe('the senses of an entry', () => {
  it('begin with the first of every group, then go by tag count, and are shown in reading order', () => {
    const entry = compose(group('a', [9, 0, 5, 1]), group('b', [2, 7, 0, 0]))
    expect(definitionsOf(entry)).toEqual(['a 1', 'a 3', 'a 4', 'b 1', 'b 2'])
  })

  it('are at most eight', () => {
    expect(definitionsOf(compose(group('a', Array(12).fill(3))))).toHaveLength(MOST_SENSES)
    const many = Array.from({ length: 12 }, (_, index) => group(`w${index}`, [1]))
    expect(definitionsOf(compose(...many))).toHaveLength(MOST_SENSES)
  })

  it('include untagged ones only up to four in all', () => {
    expect(definitionsOf(compose(group('a', Array(8).fill(0))))).toEqual(['a 1', 'a 2', 'a 3', 'a 4'])
    expect(definitionsOf(compose(group('a', [2, 1, 0, 0, 0, 0])))).toEqual(['a 1', 'a 2', 'a 3', 'a 4'])
  })

  it('include all own ones', () => {
    expect(definitionsOf(compose(group('can', Array(6).fill(0), true), group('can', [1])))).toHaveLength(7)
  })

  it('name their lemma where it is not that of the entry', () => {
    const entry = compose(group('leaf', [2]), group('leave', [1]))
    expect(entry.lemma).toBe('leaf')
    expect(entry.senses.map((sense) => sense.lemma)).toEqual([undefined, 'leave'])
  })

  it('survive a lemma with quotation marks', () => {
    expect(compose(group('say "no"\\', [1])).lemma).toBe('say "no"\\')
  })
})

describe('pronunciation and commonness', () => {
  const factsOf = (...facts: { us: string | null; uk: string | null; band: number | null }[]): Entry =>
    entrySchema.parse(JSON.parse(composeEntry([group('a', [1])], () => facts)))

  it('give every variant with region and source', () => {
    expect(factsOf({ us: 'x|y', uk: 'z', band: 35 })).toMatchObject({
      pronunciation: [
        { ipa: 'x', region: 'US', source: 'cmudict' },
        { ipa: 'y', region: 'US', source: 'cmudict' },
        { ipa: 'z', region: 'UK', source: 'ipa-dict' },
      ],
      commonness: { band: 35, stars: 3, source: 'scowl' },
    })
  })

  it('never mix the pronunciation of two forms', () => {
    const entry = factsOf({ us: 'lives', uk: null, band: null }, { us: 'life', uk: 'life', band: 20 })
    expect(entry.pronunciation.map(({ ipa }) => ipa)).toEqual(['lives'])
    expect(entry.commonness?.band).toBe(20)
  })

  it('are left out when nothing is known', () => {
    const entry = factsOf()
    expect(entry.pronunciation).toEqual([])
    expect(entry).not.toHaveProperty('commonness')
  })

  it('stars fall from five to one', () => {
    expect([10, 20, 35, 40, 50, 55, 60, 70].map(starsOf)).toEqual([5, 4, 3, 2, 2, 1, 1, 1])
  })
})
