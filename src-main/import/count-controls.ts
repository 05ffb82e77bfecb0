/** Control characters that occur in real text: tab, the line ends, and the end-of-file mark of DOS. */
const TEXTUAL = new Set(['\t', '\n', '\v', '\f', '\r', '\x1a', '\x1b'])

/** How many characters of a text show that it is none: control characters other than white space. */
export function countControls(text: string): number {
  let count = 0
  for (const [control] of text.matchAll(/\p{Cc}/gu)) if (!TEXTUAL.has(control)) count += 1
  return count
}
