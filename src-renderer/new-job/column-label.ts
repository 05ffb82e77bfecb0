/** "B · Begriff", or "B" for a column without a name. */
export function columnLabel(name: string, index: number): string {
  const letters = spreadsheetLetters(index)
  return name.trim() === '' ? letters : `${letters} · ${name.trim()}`
}

function spreadsheetLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest >= 0 ? spreadsheetLetters(rest) : '') + String.fromCharCode(65 + (index % 26))
}
