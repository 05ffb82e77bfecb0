/** Values in a bucket; single seconds jitter too much to read. */
const BUCKET = 3

/** An SVG polyline through the values, oldest left, scaled to the largest one; a flat line at the bottom for zeros. */
export function sparklinePoints(values: readonly number[], width: number, height: number): string {
  const buckets: number[] = []
  for (let start = 0; start < values.length; start += BUCKET) {
    const slice = values.slice(start, start + BUCKET)
    buckets.push(slice.reduce((sum, value) => sum + value, 0) / slice.length)
  }
  const largest = Math.max(1, ...buckets)
  const step = buckets.length > 1 ? width / (buckets.length - 1) : 0
  return buckets
    .map((value, index) => `${round(index * step)},${round(height - 2 - (value / largest) * (height - 4))}`)
    .join(' ')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
