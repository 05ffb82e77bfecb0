import { buildDictionary } from '../../src-main/providers/offline/build-dictionary.ts'

/**
 * Path of the real built dictionary. Builds it when it is missing or out of date (a few seconds), else costs a few
 * milliseconds.
 */
export async function dictionaryFile(): Promise<string> {
  const { file } = await buildDictionary()
  return file
}

/** For `globalSetup`: one build before the test files start, so that they do not all build at once. */
export default async function setup(): Promise<void> {
  await dictionaryFile()
}
