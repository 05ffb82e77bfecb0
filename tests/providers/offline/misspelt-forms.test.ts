import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
  if (!('body' in answer)) throw new Error(`${word} was not found: ${answer.suggestions.join(' ')}`)
  return entrySchema.parse(JSON.parse(answer.body))
}

/** All lemmas an entry speaks of, the leading one first. */
function lemmasOf(word: string): string[] {
  const entry = entryOf(word)
  return [...new Set([entry.lemma, ...entry.senses.map((sense) => sense.lemma ?? entry.lemma)])]
}

const ipaOf = (word: string, region: 'US' | 'UK' = 'US'): string[] =>
  entryOf(word)
    .pronunciation.filter((pronunciation) => pronunciation.region === region)
    .map(({ ipa }) => ipa)

describe('the lemma of an inflected form', () => {
  it.each([
    ['planed', 'plane', 'plan'],
    ['planing', 'plane', 'plan'],
    ['planes', 'plane', 'plan'],
    ['planned', 'plan', 'plane'],
    ['pined', 'pine', 'pin'],
    ['moping', 'mope', 'mop'],
    ['wining', 'wine', 'win'],
    ['sited', 'site', 'sit'],
    ['siting', 'site', 'sit'],
    ['robing', 'robe', 'rob'],
    ['tinged', 'tinge', 'ting'],
    ['hoped', 'hope', 'hop'],
    ['hopped', 'hop', 'hope'],
    ['staring', 'stare', 'star'],
    ['starring', 'star', 'stare'],
    ['caring', 'care', 'car'],
    ['caves', 'cave', 'cafe'],
    ['cuter', 'cute', 'cut'],
    ['singed', 'singe', 'sing'],
  ])('%s is of %s and not of %s', (form, right, wrong) => {
    expect(lemmasOf(form)).toContain(right)
    expect(lemmasOf(form)).not.toContain(wrong)
  })

  it.each([
    ['showed', 'show'],
    ['boxed', 'box'],
    ['visited', 'visit'],
    ['opened', 'open'],
    ['offered', 'offer'],
    ['targeted', 'target'],
    ['traveled', 'travel'],
    ['travelled', 'travel'],
    ['focussed', 'focus'],
    ['focused', 'focus'],
    ['panicked', 'panic'],
    ['dreamed', 'dream'],
    ['hanged', 'hang'],
    ['lied', 'lie'],
    ['wounded', 'wound'],
    ['quizzes', 'quiz'],
    ['buses', 'bus'],
    ['monarchs', 'monarch'],
    ['potatoes', 'potato'],
    ['dyeing', 'dye'],
    ['equipped', 'equip'],
    ['flambéed', 'flambe'],
    ['fortes', 'forte'],
    ['payed', 'pay'],
    ['bathed', 'bathe'],
    ['trashcans', 'trash can'],
  ])('%s is of %s', (form, lemma) => {
    expect(lemmasOf(form)).toContain(lemma)
  })

  it.each([
    ['colours', 'colour'],
    ['colors', 'color'],
    ['oxen', 'ox'],
    ['data', 'data'],
  ])('%s is led by %s', (form, lemma) => {
    expect(lemmasOf(form)[0]).toBe(lemma)
  })

  it.each([
    ['James', 'jam'],
    ["James's", 'jam'],
    ['Mars', 'mar'],
  ])('%s, a name, has nothing of %s', (name, lemma) => {
    expect(lemmasOf(name)).not.toContain(lemma)
  })
})

describe('a misspelt form is not answered', () => {
  it.each([
    ['occured', 'occurred'],
    ['begining', 'beginning'],
    ['stoped', 'stopped'],
    ['runing', 'running'],
    ['refered', 'referred'],
    ['prefered', 'preferred'],
    ['studing', 'studying'],
    ['studyed', 'studied'],
    ['tryed', 'tried'],
    ['happyer', 'happier'],
    ['happyest', 'happiest'],
    ['goed', 'went'],
    ['eated', 'ate'],
    ['writed', 'wrote'],
    ['buyed', 'bought'],
    ['catched', 'caught'],
    ['layed', 'laid'],
    ['singged', undefined],
    ['caped', undefined],
    ['makeing', 'making'],
    ['visitted', 'visited'],
    ['citys', 'cities'],
    ['potatos', 'potatoes'],
    ['biger', 'bigger'],
    ['gooder', 'better'],
  ])('%s: first of all %s is suggested', (wrong, right) => {
    const answer = dictionary.lookUp(wrong)
    expect(answer).not.toHaveProperty('body')
    if (right !== undefined) expect('suggestions' in answer && answer.suggestions[0]).toBe(right)
  })
})

describe('pronunciation', () => {
  it('is that of the very form, or none', () => {
    for (const form of ['obfuscated', "dog's"]) expect(entryOf(form).pronunciation).toEqual([])
    expect(ipaOf('dogs’')).toEqual(ipaOf('dogs'))
    expect(ipaOf('“mice”')).toEqual(ipaOf('mice'))
  })

  it.each([
    ['lead', 'lid'],
    ['wind', 'wɪnd'],
    ['read', 'ɹid'],
    ['live', 'lɪv'],
    ['use', 'juz'],
    ['close', 'kloʊz'],
  ])('of %s leads with /%s/', (word, ipa) => {
    expect(ipaOf(word)[0]).toBe(ipa)
  })

  it('of a word is not that of its capitalised twin', () => {
    expect(ipaOf('polish')).toEqual(['ˈpɑlɪʃ'])
    expect(ipaOf('Polish')).toEqual(['ˈpoʊlɪʃ'])
  })

  it('has its stress mark before the whole onset', () => {
    expect(ipaOf('abjure', 'UK')).toEqual(['əbˈdʒjɔː'])
  })
})

describe('elisions, affixes and capitals', () => {
  it.each([
    "'tis",
    "'em",
    "'til",
    "'twas",
    "y'all",
    "could've",
    "would've",
    "should've",
    'gonna',
    'have to',
    'has to',
    'used to',
    'ought to',
    'going to',
  ])('%s is an own word', (word) => {
    expect(entryOf(word).senses[0]?.source).toBe('wordmill')
  })

  it.each(['un-', 're-', '-ed', "'zzz"])('%s is no word', (word) => {
    expect(dictionary.lookUp(word)).not.toHaveProperty('body')
  })

  it.each(['ME', 'IN', 'OR', 'AM', 'IT', 'WHO', 'US'])('%s is the function word first', (word) => {
    expect(entryOf(word).senses[0]?.source).toBe('wordmill')
    expect(entryOf(word).senses.at(-1)?.source).toBe('wordnet')
  })

  it('ICE is ice', () => {
    expect(entryOf('ICE').lemma).toBe('ice')
  })
})
