import { describe, expect, it } from 'vitest'
import { arpabetToIpa } from '../../../src-main/providers/offline/build/arpabet-to-ipa.ts'
import { normaliseBritishIpa } from '../../../src-main/providers/offline/build/british-ipa.ts'
import { readAmerican, readBritish } from '../../../src-main/providers/offline/build/read-pronunciations.ts'

describe('arpabetToIpa', () => {
  it.each([
    ['M AY1 S', 'maɪs'],
    ['EH1 K S T R AH0', 'ˈɛkstɹə'],
    ['Y UW2 N AH0 V ER1 S AH0 T IY0', 'ˌjunəˈvɝsəti'],
    ['IH0 K S K L EY1 M', 'ɪkˈskleɪm'],
    ['P R OW0 N AH2 N S IY0 EY1 SH AH0 N', 'pɹoʊˌnʌnsiˈeɪʃən'],
    ['B EH1 T ER0', 'ˈbɛtɚ'],
    ['AH0', 'ə'],
  ])('%s', (arpabet, ipa) => {
    expect(arpabetToIpa(arpabet)).toBe(ipa)
  })

  it('refuses a symbol it does not know', () => {
    expect(() => arpabetToIpa('M QQ1')).toThrow('QQ1')
  })
})

describe('normaliseBritishIpa', () => {
  it.each([
    ['/ɐbˈa‍ʊt/', 'əˈbaʊt'],
    ['/ˈɛkstɹɐ/', 'ˈɛkstɹə'],
    ['/jˌuːnɪvˈɜːsɪtˌi/', 'ˌjuːnɪˈvɜːsɪti'],
    ['/t‍ʃˈɪldɹən/', 'ˈtʃɪldɹən'],
    ['/stɹˈɛŋθ/', 'stɹɛŋθ'],
    ['/jˈuː/', 'juː'],
  ])('%s', (source, ipa) => {
    expect(normaliseBritishIpa(source)).toBe(ipa)
  })
})

describe('the pronunciation sources as a whole', () => {
  it('give only IPA letters', async () => {
    const american = await readAmerican()
    const british = readBritish()
    expect(american.size).toBeGreaterThan(120_000)
    expect(british.size).toBeGreaterThan(60_000)
    const wrong = [...american, ...british].filter(
      ([, ipa]) => !/^(?:[a-zæðŋɑɒɔəɚɛɜɝɡɪɬɹʃʊʌʒʲθːˈˌ|]|\u0303)+$/u.test(ipa),
    )
    expect(wrong).toEqual([])
  })
})
