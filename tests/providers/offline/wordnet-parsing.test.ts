import { describe, expect, it } from 'vitest'
import { examplesOf } from '../../../src-main/providers/offline/build/headword-examples.ts'
import { readOwnWords } from '../../../src-main/providers/offline/build/read-own-words.ts'
import { parseGloss, readWordNet } from '../../../src-main/providers/offline/build/read-wordnet.ts'

describe('parseGloss', () => {
  it.each<[string, string, string[]]>([
    ['a kick; "he gave it a kick"', 'a kick', ['he gave it a kick']],
    ['good; "a"; "b c"', 'good', ['a', 'b c']],
    ['brave; "fortune favours the bold"- Virgil', 'brave', ['fortune favours the bold — Virgil']],
    ['the so-called "inner circle" of advisers', 'the so-called "inner circle" of advisers', []],
    ['no example here; only a second part', 'no example here; only a second part', []],
    ['how big; "how big is "that"', 'how big', ['how big is']],
    ['"to be or not to be"', '"to be or not to be"', []],
  ])('%s', (gloss, definition, examples) => {
    const parsed = parseGloss(gloss)
    expect(parsed.definition).toBe(definition)
    expect(parsed.examples).toEqual(examples)
  })
})

describe('readWordNet', () => {
  it('reads all of WordNet 3.1', () => {
    const wordNet = readWordNet()
    expect(wordNet.lemmas.size).toBe(147_478)
    expect(wordNet.synsets.size).toBe(117_791)
    expect([...wordNet.synsets.values()].filter((synset) => synset.definition === '')).toEqual([])
    expect([...wordNet.synsets.values()].filter((synset) => synset.examples.length > 0).length).toBeGreaterThan(32_000)
  })
})

describe('examplesOf', () => {
  it.each<[string, string, string[], boolean]>([
    ['run', 'She was running fast', [], true],
    ['go', 'He went home', ['went', 'gone'], true],
    ['big', 'a large city', [], false],
    ['carry', 'he carries it', [], true],
    ['take off', 'take your coat off', [], true],
    ['take off', 'The plane took off', ['took', 'taken'], true],
    ['cat', 'a catalogue of facts', [], false],
    ['a.b', 'axb', [], false],
  ])('%s in "%s"', (lemma, example, irregular, isKept) => {
    expect(examplesOf(lemma, [example], irregular)).toEqual(isKept ? [example] : [])
  })
})

describe('function-words.tsv', () => {
  const groups = readOwnWords()

  it('has well over 180 words, each with a definition and an example that uses it', () => {
    expect(new Set(groups.map((group) => group.lemma)).size).toBeGreaterThan(180)
    const unused: string[] = []
    for (const { lemma, forms, senses } of groups) {
      for (const { definition, example } of senses) {
        expect(definition, lemma).not.toMatch(/[.;]$|^\s|\s$/)
        const text = ` ${example.toLowerCase().replace(/[^\p{L}'. -]/gu, ' ')} `.replace(/\. $/, ' ')
        const uses = forms.some((form) => text.includes(` ${form.toLowerCase()} `))
        if (!uses) unused.push(`${lemma}: ${example}`)
      }
    }
    expect(unused).toEqual([])
  })
})
