import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder, libraryFolder, type Surroundings, windowFolder } from '../../src-main/shells/library-folder.ts'

const linux: Surroundings = { platform: 'linux', env: {}, home: '/home/a' }

describe.skipIf(process.platform === 'win32')('where data is kept', () => {
  test.each([
    ['Linux', linux, '/home/a/.local/share/wordmill'],
    ['Linux with XDG', { ...linux, env: { XDG_DATA_HOME: '/data' } }, '/data/wordmill'],
    [
      'Linux with a relative XDG, which is void',
      { ...linux, env: { XDG_DATA_HOME: 'data' } },
      '/home/a/.local/share/wordmill',
    ],
    ['Linux with an empty XDG', { ...linux, env: { XDG_DATA_HOME: '' } }, '/home/a/.local/share/wordmill'],
    ['macOS', { platform: 'darwin', env: {}, home: '/Users/a' }, '/Users/a/Library/Application Support/Wordmill'],
    ['Windows', { platform: 'win32', env: { APPDATA: '/R' }, home: '/U' }, '/R/Wordmill'],
    ['Windows without APPDATA', { platform: 'win32', env: {}, home: '/U' }, '/U/AppData/Roaming/Wordmill'],
  ] satisfies [string, Surroundings, string][])('%s', (_name, surroundings, folder) => {
    expect(dataFolder(surroundings)).toBe(folder)
    expect(libraryFolder(surroundings)).toBe(`${folder}/library`)
    expect(windowFolder(surroundings)).toBe(`${folder}/window`)
  })
})

test('a library that is named takes its window along', () => {
  const named = { ...linux, env: { WORDMILL_LIBRARY: 'lists' } }
  expect(libraryFolder(named)).toBe(resolve('lists'))
  expect(windowFolder(named)).toBe(resolve('lists', 'window'))
})
