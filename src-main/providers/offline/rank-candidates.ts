import { FLAG_CAPITAL, FLAG_INSTANCE, FLAG_OWN } from './dictionary-format.ts'
import type { Candidate, Lemmatisation } from './lemmatiser.ts'
import type { Lexicon } from './lexicon.ts'

/** A candidate with what decides its place: first its tier, then its weight. */
interface Ranked {
  readonly group: number
  readonly tier: number
  readonly weight: number
  readonly candidate: Candidate
}

const TIER_AS_WRITTEN = 0
const TIER_OWN = 1
const TIER_USUAL = 2
const TIER_CAPITAL = 3

/**
 * How much more a tag of an exact match counts than one of a lemma reached by a regular rule: "building" is the
 * house before it is a form of "build", although "build" is tagged more often.
 * Irregular forms get no such advantage over an exact match: "better" is a form of "good" first, "saw" of "see".
 */
const EXACT_ADVANTAGE = 8

/** Tags a regular base form needs to go before an exact match that nobody ever tagged. */
const UNTAGGED_LOSES_TO = 20

/** A guess by rule is dropped when the best match is tagged this many times as often ("does" is not some does). */
const NOISE_RATIO = 40

/** Tags from which a capitalised lemma stands beside a function word: May the month does, He the element does not. */
const WELL_KNOWN = 5

/** Tags from which a lower-case word is likelier than a little-known name spelt the same. */
const EVERYDAY = 20

/** Plurals that WordNet has as words of their own, tagged more often than their singular, and that are only plurals. */
const ONLY_PLURALS = new Set(['oxen'])

/** Puts own words before everything else of their tier. */
const OWN_ADVANTAGE = 1_000_000

/**
 * Orders the groups a word may stand for, most likely first, and drops the unlikely.
 * For lower-case input capitalised lemmas go last, and names of single things go altogether when anything else is
 * left. Input with capitals puts a lemma written in just that way first ("Polish", "US").
 * `displayOf` gives the lemma of a group as it is written; it is asked for capitalised groups only.
 */
export function rankCandidates(
  lemmatisation: Lemmatisation,
  lexicon: Lexicon,
  displayOf: (group: number) => string,
): number[] {
  const { matched } = lemmatisation
  const isOnlyPlural = ONLY_PLURALS.has(matched.toLowerCase())
  const isLowerCase = matched === matched.toLowerCase()
  const candidates = dropUnlikely(lemmatisation.candidates, lexicon, matched)
  if (candidates.length === 1) return candidates.map((candidate) => candidate.group)
  const usual = Math.max(0, ...candidates.map((candidate) => usualWeight(candidate, lexicon)))
  const ranked = candidates.map((candidate): Ranked => {
    const { group } = candidate
    const isAsWritten = !isLowerCase && mayBeCapital(lexicon, group) && displayOf(group) === matched
    const tier = isAsWritten ? tierAsWritten(group, lexicon, matched, usual) : tierOf(group, lexicon)
    const weight = isOnlyPlural && candidate.via === 'exact' ? 0 : weightOf(candidate, lexicon)
    return { group, candidate, tier, weight }
  })
  ranked.sort((a, b) => a.tier - b.tier || b.weight - a.weight || order(a, b, lexicon))
  return dropNoise(ranked).map((entry) => entry.group)
}

const flagged = (lexicon: Lexicon, group: number, flag: number): boolean => ((lexicon.flags[group] ?? 0) & flag) !== 0

/**
 * Beside a word of our own table, WordNet's matches must have been seen in running text ("can", the tin; not "he", the
 * letter), and capitalised ones must be well known. Names of single things are no answer to a lower-case word.
 */
function dropUnlikely(candidates: readonly Candidate[], lexicon: Lexicon, matched: string): readonly Candidate[] {
  const isOneLetter = matched.length === 1
  if (matched !== matched.toLowerCase() && !isOneLetter) return candidates
  const hasOwn = candidates.some(({ group }) => flagged(lexicon, group, FLAG_OWN))
  const kept = candidates.filter(({ group }) => {
    if (!hasOwn || flagged(lexicon, group, FLAG_OWN)) return true
    // Of "a" and "i" as numerals, symbols and units nobody wants to hear.
    return !isOneLetter && (lexicon.tags[group] ?? 0) >= (flagged(lexicon, group, FLAG_CAPITAL) ? WELL_KNOWN : 1)
  })
  // "paris" is the city, not the plant genus Paris: where all matches are capitalised, names stay.
  const hasLowerCase = !isOneLetter && kept.some(({ group }) => !flagged(lexicon, group, FLAG_CAPITAL))
  return hasLowerCase ? kept.filter(({ group }) => !flagged(lexicon, group, FLAG_INSTANCE)) : kept
}

/** Own words may be written with a capital too: "I", "OK". */
const mayBeCapital = (lexicon: Lexicon, group: number): boolean => flagged(lexicon, group, FLAG_CAPITAL | FLAG_OWN)

function tierOf(group: number, lexicon: Lexicon): number {
  if (flagged(lexicon, group, FLAG_OWN)) return TIER_OWN
  return flagged(lexicon, group, FLAG_CAPITAL) ? TIER_CAPITAL : TIER_USUAL
}

/** Tier of a group whose lemma is written exactly like the input, which has capitals. */
function tierAsWritten(group: number, lexicon: Lexicon, matched: string, usual: number): number {
  if (flagged(lexicon, group, FLAG_OWN)) return TIER_AS_WRITTEN
  const isWellKnown = (lexicon.tags[group] ?? 0) >= WELL_KNOWN
  // "A", "IN" and "WHO" are what they are in any other case before they are symbols and states; "May" is the month.
  const isAllCapitals = matched === matched.toUpperCase()
  if (hasOwnGroup(matched, lexicon)) {
    return matched.length > 1 && !isAllCapitals && isWellKnown ? TIER_AS_WRITTEN : TIER_CAPITAL
  }
  // "Mark" in a list of capitalised words is the mark rather than a little-known bearer of the name, and "ICE" is ice.
  const isRareName = (flagged(lexicon, group, FLAG_INSTANCE) || isAllCapitals) && !isWellKnown
  return isRareName && usual >= EVERYDAY ? TIER_USUAL : TIER_AS_WRITTEN
}

/** Weight of a candidate that is neither an own word nor capitalised; 0 for those. */
const usualWeight = (candidate: Candidate, lexicon: Lexicon): number =>
  mayBeCapital(lexicon, candidate.group) ? 0 : weightOf(candidate, lexicon)

function hasOwnGroup(matched: string, lexicon: Lexicon): boolean {
  const range = lexicon.rangeOf(matched.toLowerCase())
  return range !== undefined && flagged(lexicon, range.start, FLAG_OWN)
}

/**
 * Tag counts, on a scale where a rule's count is worth a fraction of the others'. An exact match gets a head start
 * that makes an untagged one lose only to a regular base form tagged more than UNTAGGED_LOSES_TO times.
 */
function weightOf(candidate: Candidate, lexicon: Lexicon): number {
  const tags = lexicon.tags[candidate.group] ?? 0
  if (flagged(lexicon, candidate.group, FLAG_OWN)) return tags + OWN_ADVANTAGE
  if (candidate.via === 'rule') return tags / EXACT_ADVANTAGE
  return candidate.via === 'exact' ? Math.max(tags, UNTAGGED_LOSES_TO / EXACT_ADVANTAGE) : tags
}

/** Ties: exact before inflected, then the order of parts of speech (nouns first), then the order of the file. */
function order(a: Ranked, b: Ranked, lexicon: Lexicon): number {
  const exactness = Number(a.candidate.via !== 'exact') - Number(b.candidate.via !== 'exact')
  if (exactness !== 0) return exactness
  return (lexicon.partsOfSpeech[a.group] ?? 0) - (lexicon.partsOfSpeech[b.group] ?? 0) || a.group - b.group
}

function dropNoise(ranked: readonly Ranked[]): readonly Ranked[] {
  const best = ranked.reduce((most, { weight }) => (weight < OWN_ADVANTAGE ? Math.max(most, weight) : most), 0)
  return ranked.filter(
    (entry) => entry.candidate.via !== 'rule' || entry.weight * EXACT_ADVANTAGE * NOISE_RATIO >= best,
  )
}
