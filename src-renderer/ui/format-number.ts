/** Narrow no-break space: thousands stay together and readable in every language. */
const THIN_SPACE = '\u202f'

/** 1200 → "1 200", with a thin space that never breaks. */
export function formatCount(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
}

/** Words a second: one decimal while it matters. */
export function formatRate(wordsPerSecond: number): string {
  if (wordsPerSecond > 0 && wordsPerSecond < 0.1) return '<0.1'
  return wordsPerSecond < 9.95 ? wordsPerSecond.toFixed(1).replace(/\.0$/, '') : formatCount(wordsPerSecond)
}

/** "1 word", "1 200 words". */
export function countNoun(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(value)} ${value === 1 ? singular : plural}`
}
