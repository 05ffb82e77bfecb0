import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { whyNoWindow } from '../../src-main/scripts/electron-binary.ts'

interface CheckNode {
  problemOf(version: string, hasPackages: boolean): string | undefined
}
const { problemOf } = createRequire(import.meta.url)('../../src-main/scripts/check-node.cjs') as CheckNode

describe('the Node check', () => {
  test.each(['22.18.0', '22.99.1', '23.6.0', '24.21.0', '100.0.0'])('lets Node %s in', (version) => {
    expect(problemOf(version, true)).toBeUndefined()
  })

  test.each(['0.10.48', '8.17.0', '18.20.0', '20.20.2', '22.12.0', '22.17.1'])(
    'stops Node %s in a sentence',
    (version) => {
      expect(problemOf(version, true)).toMatch(new RegExp(`^Wordmill needs Node .* this is ${version}: run .*\\.$`))
    },
  )

  test('names the command when nothing is installed, whatever the Node', () => {
    for (const version of ['8.17.0', '24.21.0']) expect(problemOf(version, false)).toContain('npm ci')
  })
})

describe('whether a window can be shown', () => {
  test.each([
    ['Linux with X', 'linux', { DISPLAY: ':0' }, 1000, undefined],
    ['Linux with Wayland', 'linux', { WAYLAND_DISPLAY: 'w' }, 1000, undefined],
    ['Linux without a display', 'linux', {}, 1000, 'There is no display here'],
    ['Linux with an empty display', 'linux', { DISPLAY: '' }, 1000, 'There is no display here'],
    ['root on Linux', 'linux', { DISPLAY: ':0' }, 0, 'The desktop app does not run as root'],
    ['macOS', 'darwin', {}, 501, undefined],
    ['Windows', 'win32', {}, undefined, undefined],
  ] as const)('%s', (_name, platform, env, userId, reason) => {
    expect(whyNoWindow(platform, env, userId)).toBe(reason)
  })
})
