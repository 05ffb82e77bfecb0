import { describe, expect, it } from 'vitest'
import { readList } from '../../src-main/import/read-list.ts'
import { samples } from '../../src-main/import/samples.ts'
import { faultOf } from './support/fault-of.ts'

describe('samples', () => {
  it('hold as many words as they say', () => {
    expect(samples.map(({ id, name, description, words }) => [id, name, description, words.length])).toEqual([
      ['gre', 'GRE, 79 words', 'definitions, examples', 79],
      ['business', 'Business English', '120 words, synonyms', 120],
      ['tricky', 'Tricky forms', 'mice, better, took off, leaves …', 44],
    ])
  })

  it.each(samples.map(({ id }) => id))('%s is read without loss or change', async (id) => {
    const sample = samples.find((candidate) => candidate.id === id)
    const list = await readList({ kind: 'sample', id })
    expect(list.words).toEqual(sample?.words)
    expect(list).toMatchObject({ name: sample?.name, report: { merged: 0, skipped: 0 } })
  })

  it('refuses an unknown one', async () => {
    expect(await faultOf(readList({ kind: 'sample', id: 'constructor' }))).toMatchObject({ code: 'BAD_REQUEST' })
  })
})
