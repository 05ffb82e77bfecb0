import { readFileSync } from 'node:fs'
import { PART_OF_SPEECH_CODES } from '../dictionary-format.ts'

/** Senses of one word of our own table in one part of speech. */
export interface OwnGroup {
  readonly lemma: string
  /** Every written form that is answered with this group, the lemma included; as written, with capitals. */
  readonly forms: readonly string[]
  /** Index in `PART_OF_SPEECH_CODES`. */
  readonly code: number
  readonly senses: readonly { readonly definition: string; readonly example: string }[]
}

/** Reads `function-words.tsv`; its head describes the columns. Throws on a line that is not of that shape. */
export function readOwnWords(): OwnGroup[] {
  const names: readonly string[] = PART_OF_SPEECH_CODES
  const groups = new Map<string, OwnGroup & { senses: { definition: string; example: string }[] }>()
  const text = readFileSync(new URL('./function-words.tsv', import.meta.url), 'utf8')
  text.split('\n').forEach((line, index) => {
    if (line === '' || line.startsWith('#')) return
    const [words, partOfSpeech, definition, example, ...rest] = line.split('\t')
    const code = names.indexOf(partOfSpeech ?? '')
    if (!words || code < 0 || !definition || !example || rest.length > 0) {
      throw new Error(`function-words.tsv, line ${index + 1}: expected word, part of speech, definition, example`)
    }
    const key = `${words}\t${code}`
    const forms = words.split(', ')
    const group = groups.get(key) ?? { lemma: forms[0] ?? words, forms, code, senses: [] }
    group.senses.push({ definition, example })
    groups.set(key, group)
  })
  return [...groups.values()]
}
