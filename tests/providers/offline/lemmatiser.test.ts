import { describe, expect, it } from 'vitest'
import { PART_OF_SPEECH_CODES } from '../../../src-main/providers/offline/dictionary-format.ts'
import { detach } from '../../../src-main/providers/offline/inflection-rules.ts'
import { lemmatise } from '../../../src-main/providers/offline/lemmatiser.ts'
import { normaliseWord, stripPossessive } from '../../../src-main/providers/offline/normalise-word.ts'
import { spellingVariants } from '../../../src-main/providers/offline/spelling-variants.ts'
import { smallLexicon } from './small-lexicon.ts'

const { lexicon, displayOf } = smallLexicon()

/** Candidates as "lemma/part of speech/via", in the order they were found. */
const candidatesOf = (word: string): string[] =>
  lemmatise(normaliseWord(word), lexicon).candidates.map(
    ({ group, via }) => `${displayOf(group)}/${PART_OF_SPEECH_CODES[lexicon.partsOfSpeech[group] ?? 0]}/${via}`,
  )

describe('normaliseWord', () => {
  it.each([
    ['don’t', "don't"],
    ['ice‑cream', 'ice-cream'],
    ['cafe\u0301', 'café'],
    ['  look \u00a0 up ', 'look up'],
    ['zero\u200bwidth', 'zerowidth'],
    ['take_off', 'take off'],
    ['Word', 'Word'],
  ])('writes %j as %j', (word, expected) => {
    expect(normaliseWord(word)).toBe(expected)
  })

  it('strips possessives and nothing else', () => {
    expect(['dog’s', "dogs'", "'s", 'boss', "rock 'n"].map((word) => stripPossessive(normaliseWord(word)))).toEqual([
      'dog',
      'dogs',
      "'s",
      'boss',
      "rock 'n",
    ])
  })
})

describe('lemmatise', () => {
  it('finds every part of speech of an exact match', () => {
    expect(candidatesOf('leave')).toEqual(['leave/noun/exact', 'leave/verb/exact'].reverse())
  })

  it.each<[string, string[]]>([
    ['mice', ['mouse/noun/exception']],
    ['better', ['better/adjective/exact', 'good/adjective/exception', 'well/adverb/exception']],
    ['leaves', ['leaf/noun/exception', 'leave/noun/exception', 'leave/verb/rule']],
    ['running', ['run/verb/exception']],
    ['runned', ['run/verb/rule']],
    ['Turkeys', ['turkey/noun/rule', 'Turkey/noun/rule']],
    ['took off', ['take off/verb/exact']],
    ['passers-by', ['passer-by/noun/exception']],
    ['ice-creams', ['ice cream/noun/rule']],
    ['to take off', ['take off/verb/exact']],
    ['took off sth', ['take off/verb/exact']],
    ['organisational', ['organizational/adjective/exact']],
    ['coworkers', ['co-worker/noun/exact']],
    ['mouse’s', ['mouse/noun/exact']],
    ['“mice”;', ['mouse/noun/exception']],
  ])('%s', (word, expected) => {
    expect(candidatesOf(word)).toEqual(expected)
  })

  it('keeps résumé and resume apart', () => {
    expect(candidatesOf('résumé')).toEqual(['résumé/noun/exact'])
    expect(candidatesOf('resume')).toEqual(['resume/verb/exact', 'resume/noun/exact'])
  })

  it('drops an accent only as a last resort, and never turns -é into a verb', () => {
    expect(candidatesOf('cafés')).toEqual(['cafe/noun/rule'])
    expect(candidatesOf('exposé')).toEqual(['expose/noun/exact'])
    expect(candidatesOf('blasé')).toEqual(['blase/adjective/exact'])
  })

  it('makes no lemma of one letter: "us" is not uranium', () => {
    expect(candidatesOf('us')).not.toContain('u/noun/rule')
  })

  it('finds nothing for what is no word', () => {
    for (const word of ['', ' ', '=1+1', 'x'.repeat(10_000), '日本語', '!!!']) expect(candidatesOf(word)).toEqual([])
  })
})

describe('detach', () => {
  it('leaves words in -ss alone', () => {
    expect(detach('glass', 0)).toEqual([])
  })

  it('undoes doubling for verbs and adjectives only in their own endings', () => {
    expect(detach('stopped', 1)).toContain('stop')
    expect(detach('bigger', 2)).toContain('big')
    expect(detach('better', 1)).toEqual([])
  })
})

describe('spellingVariants', () => {
  it.each([
    ['organisational', 'organizational'],
    ['analysed', 'analyzed'],
    ['paediatric', 'pediatric'],
    ['travelled', 'traveled'],
    ['fibre', undefined],
    ['theatre', 'theater'],
  ])('%s', (british, american) => {
    if (american === undefined) expect(spellingVariants(british)).toEqual([])
    else expect(spellingVariants(british)).toContain(american)
  })
})
