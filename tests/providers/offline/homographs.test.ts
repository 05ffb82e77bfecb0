import { expect, it } from 'vitest'
import { orderVariants } from '../../../src-main/providers/offline/homographs.ts'

it.each([
  ['lead', 'lead', 'verb', 'lɛd|lid', 'lid|lɛd'],
  ['wind', 'wind', 'noun', 'waɪnd|wɪnd', 'wɪnd|waɪnd'],
  ['record', 'record', 'noun', 'ɹəˈkɔɹd|ˈɹɛkɚd', 'ˈɹɛkɚd|ɹəˈkɔɹd'],
  ['record', 'record', 'verb', 'ɹəˈkɔɹd|ˈɹɛkɚd', 'ɹəˈkɔɹd|ˈɹɛkɚd'],
  ['polish', 'polish', 'verb', 'ˈpɑlɪʃ|ˈpoʊlɪʃ', 'ˈpɑlɪʃ'],
  ['polish', 'Polish', 'adjective', 'ˈpɑlɪʃ|ˈpoʊlɪʃ', 'ˈpoʊlɪʃ'],
])('%s as %s, %s', (form, lemma, partOfSpeech, ipa, expected) => {
  expect(orderVariants(ipa, form, lemma, partOfSpeech)).toBe(expected)
})

it('changes nothing about other words, and makes nothing up', () => {
  expect(orderVariants('x|y', 'tomato', 'tomato', 'noun')).toBe('x|y')
  expect(orderVariants('x|y', 'lead', 'lead', 'verb')).toBe('x|y')
  expect(orderVariants('lɛd', 'lead', 'lead', 'verb')).toBe('lɛd')
  expect(orderVariants(null, 'lead', 'lead', 'verb')).toBeNull()
})
