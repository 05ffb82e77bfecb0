/** Examples of one sense that are kept. */
const MOST_EXAMPLES = 3

const escapeForRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Keeps the examples that use the lemma itself or an inflection of it. WordNet's examples belong to a set of
 * synonyms, and one that shows another member ("a large city" under "big") would mislead.
 * `irregular` are the irregular forms of the lemma, or for a phrase those of its first word.
 */
export function examplesOf(lemma: string, examples: readonly string[], irregular: readonly string[]): string[] {
  if (examples.length === 0) return []
  const [first = '', ...rest] = lemma.toLowerCase().split(' ')
  // Regular inflection changes only a final e or y and doubles a final consonant.
  const stem = first.length > 3 ? first.replace(/[ey]$/, '') : first
  const forms = [`${escapeForRegExp(stem)}[a-z']{0,5}`, ...irregular.map(escapeForRegExp)].join('|')
  // Up to four words may stand within a phrase: "take your coat off".
  const tail = rest.map((word) => `(?:[ -][^ ]+){0,4}?[ -]${escapeForRegExp(word)}`).join('')
  const pattern = new RegExp(`(?<![a-z])(?:${forms})${tail}(?![a-z])`, 'i')
  return examples.filter((example) => pattern.test(example)).slice(0, MOST_EXAMPLES)
}
