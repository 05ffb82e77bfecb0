import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { FileHandles } from '../../../src-main/api/file-handles.ts'
import { claimFiles } from '../../../src-main/shells/desktop/connection.ts'

test('gives a handle a file, in order, and keeps the paths', () => {
  const files = new FileHandles()
  const paths = [resolve('/lists/a.txt'), resolve('/lists/b.csv')]
  const answer = claimFiles(paths, files)
  if ('refusal' in answer) throw new Error(answer.refusal)
  expect(answer.files.map(({ name }) => name)).toEqual(['a.txt', 'b.csv'])
  expect(answer.files.map(({ handle }) => files.resolve(handle))).toEqual(paths)
  expect(JSON.stringify(answer)).not.toContain('lists')
})

test.each([
  ['nothing', undefined],
  ['no list', '/lists/a.txt'],
  ['a made-up file, which has no path', ['']],
  ['a relative path', ['lists/a.txt']],
  ['not text', [{ path: '/lists/a.txt' }]],
  ['one bad path among good ones', [resolve('/lists/a.txt'), 1]],
  ['more files than one drop has', Array.from({ length: 1_001 }, () => resolve('/lists/a.txt'))],
])('refuses %s', (_what, paths) => {
  expect(claimFiles(paths, new FileHandles())).toEqual({ refusal: expect.any(String) })
})
