/** The same work for every system: the word goes in, a small JSON answer comes out. */
export interface Payload {
  readonly word: string
  readonly lang: string
}

export function wordAt(index: number): string {
  return `w${index}`
}

export function payloads(count: number): Payload[] {
  return Array.from({ length: count }, (_, index) => ({ word: wordAt(index), lang: 'en' }))
}

export interface Answer {
  readonly word: string
  readonly t: string
}

export function answer(word: string): Answer {
  return { word, t: `translation of ${word}` }
}

/** The answer as JSON, filled up to `bytes` characters when it is shorter. */
export function answerBody(word: string, bytes = 0): string {
  const body = JSON.stringify(answer(word))
  if (body.length >= bytes) return body
  const frame = ',"filler":""'.length
  return `${body.slice(0, -1)},"filler":"${'x'.repeat(Math.max(0, bytes - body.length - frame))}"}`
}
