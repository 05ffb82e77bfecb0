import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A folder of its own for a test file; `path(name)` is a place in it. Gone when the tests are over. */
export function temporaryFolder(): { path(name?: string): string } {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wordmill-test-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
  })
  return { path: (name = '') => join(folder, name) }
}
