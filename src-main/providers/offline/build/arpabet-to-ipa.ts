import { type Phoneme, writeWithStress } from './syllable-stress.ts'

const VOWELS: Readonly<Record<string, string>> = {
  AA: 'ɑ',
  AE: 'æ',
  AH: 'ʌ',
  AO: 'ɔ',
  AW: 'aʊ',
  AY: 'aɪ',
  EH: 'ɛ',
  ER: 'ɝ',
  EY: 'eɪ',
  IH: 'ɪ',
  IY: 'i',
  OW: 'oʊ',
  OY: 'ɔɪ',
  UH: 'ʊ',
  UW: 'u',
}
const CONSONANTS: Readonly<Record<string, string>> = {
  B: 'b',
  CH: 'tʃ',
  D: 'd',
  DH: 'ð',
  F: 'f',
  G: 'ɡ',
  HH: 'h',
  JH: 'dʒ',
  K: 'k',
  L: 'l',
  M: 'm',
  N: 'n',
  NG: 'ŋ',
  P: 'p',
  R: 'ɹ',
  S: 's',
  SH: 'ʃ',
  T: 't',
  TH: 'θ',
  V: 'v',
  W: 'w',
  Y: 'j',
  Z: 'z',
  ZH: 'ʒ',
}
/** Vowels that are reduced when they carry no stress. */
const REDUCED: Readonly<Record<string, string>> = { AH: 'ə', ER: 'ɚ' }

/**
 * Turns ARPABET as CMUdict writes it ("M AW1 S") into IPA for General American ("maʊs").
 * Throws on a symbol that is not in CMUdict's set of 39 phonemes.
 */
export function arpabetToIpa(arpabet: string): string {
  return writeWithStress(arpabet.split(' ').map(parsePhoneme))
}

function parsePhoneme(symbol: string): Phoneme {
  const consonant = CONSONANTS[symbol]
  if (consonant !== undefined) return { ipa: consonant, isVowel: false, stress: 0 }
  const name = symbol.slice(0, -1)
  const stress = Number(symbol.at(-1))
  const vowel = stress === 0 ? (REDUCED[name] ?? VOWELS[name]) : VOWELS[name]
  if (vowel === undefined || !(stress === 0 || stress === 1 || stress === 2)) {
    throw new Error(`not an ARPABET phoneme: ${symbol}`)
  }
  return { ipa: vowel, isVowel: true, stress }
}
