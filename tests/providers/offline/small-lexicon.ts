import {
  ADJECTIVE,
  ADVERB,
  FLAG_CAPITAL,
  FLAG_INSTANCE,
  FLAG_OWN,
  NOUN,
  VERB,
} from '../../../src-main/providers/offline/dictionary-format.ts'
import { Lexicon } from '../../../src-main/providers/offline/lexicon.ts'

interface SmallGroup {
  readonly lemma: string
  readonly code: number
  readonly tags: number
  readonly flags: number
}

const group = (lemma: string, code: number, tags: number, flags = 0): SmallGroup => ({ lemma, code, tags, flags })
const PRONOUN = 4
const AUXILIARY = 9

const GROUPS: readonly SmallGroup[] = [
  group('can', AUXILIARY, 100, FLAG_OWN),
  group('can', NOUN, 2),
  group('he', PRONOUN, 99, FLAG_OWN),
  group('He', NOUN, 0, FLAG_CAPITAL),
  group('I', PRONOUN, 98, FLAG_OWN),
  group('I', NOUN, 9, FLAG_CAPITAL),
  group('us', PRONOUN, 97, FLAG_OWN),
  group('US', NOUN, 1, FLAG_CAPITAL | FLAG_INSTANCE),
  group('may', AUXILIARY, 96, FLAG_OWN),
  group('May', NOUN, 29, FLAG_CAPITAL),
  group('polish', VERB, 10),
  group('Polish', ADJECTIVE, 3, FLAG_CAPITAL),
  group('turkey', NOUN, 2),
  group('Turkey', NOUN, 1, FLAG_CAPITAL | FLAG_INSTANCE),
  group('mark', VERB, 60),
  group('Mark', NOUN, 0, FLAG_CAPITAL | FLAG_INSTANCE),
  group('Paris', NOUN, 3, FLAG_CAPITAL | FLAG_INSTANCE),
  group('mouse', NOUN, 10),
  group('good', ADJECTIVE, 200),
  group('well', ADVERB, 150),
  group('better', ADJECTIVE, 80),
  group('leaf', NOUN, 20),
  group('leave', VERB, 120),
  group('leave', NOUN, 2),
  group('run', VERB, 200),
  group('building', NOUN, 48),
  group('build', VERB, 219),
  group('glass', NOUN, 25),
  group('need', VERB, 200),
  group('needs', ADVERB, 0),
  group('shelves', NOUN, 0),
  group('shelf', NOUN, 15),
  group('take off', VERB, 12),
  group('passer-by', NOUN, 1),
  group('ice cream', NOUN, 3),
  group('cafe', NOUN, 2),
  group('expose', VERB, 30),
  group('expose', NOUN, 0),
  group('blase', ADJECTIVE, 1),
  group('resume', VERB, 20),
  group('resume', NOUN, 1),
  group('résumé', NOUN, 5, FLAG_OWN),
  group('organizational', ADJECTIVE, 5),
  group('co-worker', NOUN, 1),
  group('numb', ADJECTIVE, 3),
  group('number', NOUN, 300),
  group('uranium', NOUN, 1),
  group('u', NOUN, 1),
]

const EXCEPTIONS = [
  'mice\t0\tmouse',
  'better\t2\tgood\twell',
  'better\t3\twell',
  'leaves\t0\tleaf\tleave',
  'running\t1\trun',
  'took\t1\ttake',
  'passers-by\t0\tpasser-by',
]

/** A handful of lemmas with which every rule of finding and ranking can be seen at work. */
export function smallLexicon(): { lexicon: Lexicon; displayOf: (group: number) => string } {
  const keys = [...new Set(GROUPS.map(({ lemma }) => lemma.toLowerCase()))]
  const ordered = keys.flatMap((key) => GROUPS.filter(({ lemma }) => lemma.toLowerCase() === key))
  const starts = keys.map((key) => ordered.findIndex(({ lemma }) => lemma.toLowerCase() === key))
  const lexicon = new Lexicon({
    keys,
    starts: Uint32Array.from([...starts, ordered.length]),
    partsOfSpeech: Uint8Array.from(ordered, ({ code }) => code),
    flags: Uint8Array.from(ordered, ({ flags }) => flags),
    tags: Uint32Array.from(ordered, ({ tags }) => tags),
    exceptions: EXCEPTIONS.join('\n'),
  })
  return { lexicon, displayOf: (number) => ordered[number]?.lemma ?? '' }
}
