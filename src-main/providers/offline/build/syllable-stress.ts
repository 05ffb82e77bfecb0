/** One sound in IPA. Stress is that of the syllable whose nucleus a vowel is: 1 primary, 2 secondary, 0 none. */
export interface Phoneme {
  readonly ipa: string
  readonly isVowel: boolean
  readonly stress: 0 | 1 | 2
}

const SINGLE_ONSETS = 'b tʃ d ð f ɡ h dʒ k l m n p ɹ s ʃ t θ v w j z ʒ'
const CLUSTER_ONSETS =
  'bl bɹ bj dɹ dw dj fl fɹ fj ɡl ɡɹ ɡw ɡj hj hw kl kɹ kw kj lj mj nj pl pɹ pj sf sk sl sm sn sp st sw sj ʃɹ tɹ tw tj ' +
  'θɹ θw θj vj zj dʒj tʃj skl skɹ skw skj spl spɹ spj stɹ stj'
const LEGAL_ONSETS = new Set([...SINGLE_ONSETS.split(' '), ...CLUSTER_ONSETS.split(' ')])

/**
 * Writes phonemes with stress marks at the start of the stressed *syllable*, found by the maximal onset principle:
 * a syllable begins with as many consonants as may begin an English word. Words of one syllable get no mark.
 */
export function writeWithStress(phonemes: readonly Phoneme[]): string {
  const marks = new Map<number, string>()
  const nuclei = phonemes.flatMap((phoneme, index) => (phoneme.isVowel ? [index] : []))
  if (nuclei.length > 1) {
    nuclei.forEach((nucleus, syllable) => {
      const stress = phonemes[nucleus]?.stress
      if (stress) marks.set(onsetOf(phonemes, nucleus, nuclei[syllable - 1]), stress === 1 ? 'ˈ' : 'ˌ')
    })
  }
  return phonemes.map((phoneme, index) => (marks.get(index) ?? '') + phoneme.ipa).join('')
}

/** Index of the first phoneme of the syllable with this nucleus; the first syllable takes all that precedes it. */
function onsetOf(phonemes: readonly Phoneme[], nucleus: number, previousNucleus: number | undefined): number {
  if (previousNucleus === undefined) return 0
  for (let start = previousNucleus + 1; start < nucleus; start++) {
    const onset = phonemes
      .slice(start, nucleus)
      .map((phoneme) => phoneme.ipa)
      .join('')
    if (LEGAL_ONSETS.has(onset)) return start
  }
  return nucleus
}
