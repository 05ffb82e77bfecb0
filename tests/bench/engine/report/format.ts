/** A number as a person reads it: three digits that matter, thousands apart. */
export function readable(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (value >= 1000) return Math.round(Number(value.toPrecision(4))).toLocaleString('en')
  return String(Number(value.toPrecision(3)))
}

export const ratio = (value: number | undefined) => (value === undefined ? '–' : `${readable(value)} ×`)

/** A table in Markdown whose columns line up; numbers go right, all columns but the first. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]) => {
    const padded = widths.map((width, column) => {
      const cell = cells[column] ?? ''
      return column === 0 ? cell.padEnd(width) : cell.padStart(width)
    })
    return `| ${padded.join(' | ')} |`
  }
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
