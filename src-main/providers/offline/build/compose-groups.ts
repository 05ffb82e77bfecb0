import { encodeGroup, FLAG_CAPITAL, FLAG_INSTANCE, FLAG_OWN } from '../dictionary-format.ts'
import { spellingVariants } from '../spelling-variants.ts'
import { examplesOf } from './headword-examples.ts'
import type { OwnGroup } from './read-own-words.ts'
import type { Synset, WordNet, WordNetLetter } from './read-wordnet.ts'

/** One row of `sense_group` with its place in the lexicon. */
export interface Group {
  /** Lower-case form it is found under. */
  readonly key: string
  readonly code: number
  readonly flags: number
  readonly tags: number
  readonly body: string
}

/** Senses of one group that are stored; more are never shown. */
const MOST_STORED = 8
const MOST_SYNONYMS = 10
const LETTERS: readonly WordNetLetter[] = ['n', 'v', 'a', 'r']

/** Groups of our own words, one for every written form. Earlier groups of a word weigh more. */
export function ownGroups(words: readonly OwnGroup[]): Group[] {
  return words.flatMap((word, index) => {
    const senses = word.senses.map(({ definition, example }) => fragment(definition, [example], [], [], 'wordmill'))
    const body = encodeGroup(
      word.lemma,
      senses.map(() => 0),
      senses,
    )
    return word.forms.map((form) => ({
      key: form.toLowerCase(),
      code: word.code,
      flags: FLAG_OWN,
      tags: words.length - index,
      body,
    }))
  })
}

/** Groups of all WordNet lemmas: one for each lemma, part of speech, way of writing it, and class or instance. */
export function wordNetGroups(wordNet: WordNet, irregularForms: ReadonlyMap<string, readonly string[]>): Group[] {
  const groups: Group[] = []
  for (const [key, synsetsByLetter] of wordNet.lemmas) {
    LETTERS.forEach((letter, code) => {
      const ids = synsetsByLetter[letter]
      if (ids !== undefined) groups.push(...groupsOf(key, code, ids, wordNet, irregularForms))
    })
  }
  return groups
}

function groupsOf(
  key: string,
  code: number,
  ids: readonly string[],
  wordNet: WordNet,
  irregularForms: ReadonlyMap<string, readonly string[]>,
): Group[] {
  const irregular = irregularForms.get(key.split(' ')[0] ?? '') ?? []
  const split = new Map<string, { lemma: string; isInstance: boolean; tags: number[]; senses: string[] }>()
  for (const id of inOrderOfUse(ids, key, wordNet)) {
    const synset = wordNet.synsets.get(id)
    if (synset === undefined) continue
    const number = synset.words.findIndex((word) => word.toLowerCase() === key)
    const lemma = synset.words[number] ?? key
    const isInstance = synset.pointers.some((pointer) => pointer.symbol === '@i')
    const groupKey = `${lemma}\t${isInstance}`
    const group = split.get(groupKey) ?? { lemma, isInstance, tags: [], senses: [] }
    group.tags.push(tagsOf(key, id, synset, wordNet))
    group.senses.push(senseOf(synset, number, key, wordNet, irregular))
    split.set(groupKey, group)
  }
  return [...split.values()].map(({ lemma, isInstance, tags, senses }) => ({
    key,
    code,
    flags: (lemma === lemma.toLowerCase() ? 0 : FLAG_CAPITAL) | (isInstance ? FLAG_INSTANCE : 0),
    tags: tags.reduce((sum, tag) => sum + tag, 0),
    body: encodeGroup(lemma, tags.slice(0, MOST_STORED), senses.slice(0, MOST_STORED)),
  }))
}

/** The order of sense numbers; for a spelling that was never tagged, the order of use of its American twin. */
function inOrderOfUse(ids: readonly string[], key: string, wordNet: WordNet): readonly string[] {
  if (ids.some((id) => wordNet.tagCounts.has(`${key}/${id}`))) return ids
  const tags = new Map(
    ids.map((id) => {
      const synset = wordNet.synsets.get(id)
      return [id, synset === undefined ? 0 : tagsOf(key, id, synset, wordNet)]
    }),
  )
  return ids.toSorted((a, b) => (tags.get(b) ?? 0) - (tags.get(a) ?? 0))
}

/**
 * How often a sense was tagged. The tagged texts are American, so "colour" takes over what was counted for the
 * "color" of the same synset.
 */
function tagsOf(key: string, id: string, synset: Synset, wordNet: WordNet): number {
  const american = new Set(spellingVariants(key))
  const spellings = [key, ...synset.words.map((word) => word.toLowerCase()).filter((word) => american.has(word))]
  return Math.max(...spellings.map((spelling) => wordNet.tagCounts.get(`${spelling}/${id}`) ?? 0))
}

function senseOf(synset: Synset, number: number, key: string, wordNet: WordNet, irregular: readonly string[]): string {
  const synonyms = synset.words.filter((word) => word.toLowerCase() !== key).slice(0, MOST_SYNONYMS)
  const antonyms = synset.pointers
    .filter(({ symbol, sourceWord }) => symbol === '!' && (sourceWord === 0 || sourceWord === number + 1))
    .map(({ target, targetWord }) => wordNet.synsets.get(target)?.words[Math.max(0, targetWord - 1)])
    .filter((word) => word !== undefined)
  const examples = examplesOf(key, synset.examples, irregular)
  return fragment(synset.definition, examples, [...new Set(synonyms)], [...new Set(antonyms)], 'wordnet')
}

/** The members of a sense's JSON object but for those that are known only when an entry is put together. */
function fragment(
  definition: string,
  examples: readonly string[],
  synonyms: readonly string[],
  antonyms: readonly string[],
  source: string,
): string {
  return JSON.stringify({ definition, examples, synonyms, antonyms, source }).slice(1, -1)
}
