import { expect, test } from 'vitest'
import { refuseSender } from '../../../src-main/shells/desktop/sender-policy.ts'

const own = { url: 'app://wordmill/', parent: null, detached: false }

test('answers the main frame of a page of ours', () => {
  expect(refuseSender(own)).toBeUndefined()
})

test.each([
  ['a frame that is gone', null, 'SENDER_GONE'],
  ['a detached frame', { ...own, detached: true }, 'SENDER_GONE'],
  ['a frame in our page', { ...own, parent: {} }, 'SENDER_IN_FRAME'],
  ['a foreign page', { ...own, url: 'https://evil.example/' }, 'SENDER_FOREIGN'],
  ['a foreign page that names us', { ...own, url: 'https://evil.example/?app://wordmill/' }, 'SENDER_FOREIGN'],
  ['an empty page', { ...own, url: '' }, 'SENDER_FOREIGN'],
  ['a blank page', { ...own, url: 'about:blank' }, 'SENDER_FOREIGN'],
])('refuses %s', (_what, frame, refusal) => {
  expect(refuseSender(frame)).toBe(refusal)
})
