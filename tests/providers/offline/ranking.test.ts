import { describe, expect, it } from 'vitest'
import { PART_OF_SPEECH_CODES } from '../../../src-main/providers/offline/dictionary-format.ts'
import { lemmatise } from '../../../src-main/providers/offline/lemmatiser.ts'
import { rankCandidates } from '../../../src-main/providers/offline/rank-candidates.ts'
import { smallLexicon } from './small-lexicon.ts'

const { lexicon, displayOf } = smallLexicon()

const rankingOf = (word: string): string[] =>
  rankCandidates(lemmatise(word, lexicon), lexicon, displayOf).map(
    (group) => `${displayOf(group)} ${PART_OF_SPEECH_CODES[lexicon.partsOfSpeech[group] ?? 0]}`,
  )

describe('rankCandidates', () => {
  it.each<[string, string[]]>([
    // Own words first, WordNet's after them, its capitals last or not at all.
    ['can', ['can auxiliary', 'can noun']],
    ['he', ['he pronoun']],
    ['us', ['us pronoun']],
    ['may', ['may auxiliary', 'May noun']],
    ['I', ['I pronoun']],
    // Capitals in the input count.
    ['US', ['us pronoun', 'US noun']],
    ['He', ['he pronoun', 'He noun']],
    ['May', ['May noun', 'may auxiliary']],
    ['polish', ['polish verb', 'Polish adjective']],
    ['Polish', ['Polish adjective', 'polish verb']],
    ['Turkey', ['Turkey noun', 'turkey noun']],
    ['turkey', ['turkey noun']],
    ['Mark', ['mark verb', 'Mark noun']],
    ['paris', ['Paris noun']],
    // Irregular forms compete with exact matches by tag counts alone.
    ['better', ['good adjective', 'well adverb', 'better adjective']],
    ['leaves', ['leaf noun', 'leave verb', 'leave noun']],
    // Regular forms need many more tags than a tagged exact match, and more than 20 against an untagged one.
    ['building', ['building noun', 'build verb']],
    ['needs', ['need verb', 'needs adverb']],
    ['shelves', ['shelves noun', 'shelf noun']],
    // "number" as "more numb" is noise.
    ['number', ['number noun']],
  ])('%s', (word, expected) => {
    expect(rankingOf(word)).toEqual(expected)
  })
})
