/** British spelling → American spelling, tried only when a word is in no other way known. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/is(ation|ational|ationally|able|er|ers|ed|es|ing|e)(s?)$/, 'iz$1$2'],
  [/ys(ed|es|ing|er|ers|e)$/, 'yz$1'],
  [/our(s|ed|ing|able|ite|ites|ful|fully|less|er|ers|y|ation|ings?)?$/, 'or$1'],
  [/isation/, 'ization'],
  [/ll(ed|ing|er|ers|ings?)$/, 'l$1'],
  [/([aeiou])pp(ed|ing|er|ers)$/, '$1p$2'],
  [/(?<=.)ae(?=.)/, 'e'],
  [/^ae/, 'e'],
  [/oe/, 'e'],
  [/ogue(s?)$/, 'og$1'],
  [/(.{2})tre(s?)$/, '$1ter$2'],
  [/ence(s?)$/, 'ense$1'],
  [/our/, 'or'],
  [/([^l])ful(ness|ment)?$/, '$1full$2'],
  [/([aeiou]l)l?ment(s?)$/, '$1lment$2'],
]

/** Other-side-of-the-Atlantic spellings of a lower-case word ("organisational" → "organizational"), unchecked. */
export function spellingVariants(word: string): string[] {
  const variants: string[] = []
  for (const [pattern, replacement] of VARIANTS) {
    const variant = word.replace(pattern, replacement)
    if (variant !== word && !variants.includes(variant)) variants.push(variant)
  }
  return variants
}
