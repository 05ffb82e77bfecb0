/**
 * Coverage of the offline dictionary. Run: node tests/bench/offline-coverage.ts [--missing]
 * Prints a table; with --missing also every word that is not answered.
 */
import { buildDictionary } from '../../src-main/providers/offline/build-dictionary.ts'
import { Dictionary } from '../../src-main/providers/offline/dictionary.ts'
import { entrySchema } from '../../src-preload/model.ts'
import { commonWords, everydayWords, inflectedForms } from './coverage-lists.ts'

interface Coverage {
  readonly words: number
  readonly answered: number
  readonly example: number
  readonly us: number
  readonly uk: number
  readonly commonness: number
  readonly missing: readonly string[]
}

function measure(dictionary: Dictionary, words: readonly string[]): Coverage {
  const missing: string[] = []
  const count = { answered: 0, example: 0, us: 0, uk: 0, commonness: 0 }
  for (const word of words) {
    const answer = dictionary.lookUp(word)
    if (!('body' in answer)) {
      missing.push(word)
      continue
    }
    const entry = entrySchema.parse(JSON.parse(answer.body))
    count.answered++
    if (entry.senses.some((sense) => sense.examples.length > 0)) count.example++
    if (entry.pronunciation.some((pronunciation) => pronunciation.region === 'US')) count.us++
    if (entry.pronunciation.some((pronunciation) => pronunciation.region === 'UK')) count.uk++
    if (entry.commonness !== undefined) count.commonness++
  }
  return { words: words.length, ...count, missing }
}

async function main(): Promise<void> {
  const { file } = await buildDictionary()
  const dictionary = new Dictionary(file)
  const lists: readonly (readonly [string, string[]])[] = [
    ['everyday: all of SCOWL 10 and 20', everydayWords()],
    ['common: 10,000 of SCOWL 10 to 35', commonWords(10_000)],
    ['inflected: 5,000 of SCOWL 10 to 50', inflectedForms(5_000)],
  ]
  console.log('| list | words | answered | with example | US IPA | UK IPA | commonness |')
  console.log('|---|---|---|---|---|---|---|')
  for (const [name, words] of lists) {
    const result = measure(dictionary, words)
    const share = (part: number): string => `${((100 * part) / result.words).toFixed(1)} %`
    const { answered, example, us, uk, commonness } = result
    console.log(`| ${[name, result.words, ...[answered, example, us, uk, commonness].map(share)].join(' | ')} |`)
    if (process.argv.includes('--missing')) console.log(result.missing.join(' '))
  }
  dictionary.close()
}

await main()
