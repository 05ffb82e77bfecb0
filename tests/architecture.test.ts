import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { arrowsOf, readArrows, violationsOf } from './support/import-arrows.ts'

const root = resolve(import.meta.dirname, '..')

test('no import goes against the arrows of the house', () => {
  const arrows = readArrows(root)
  expect(violationsOf(arrows)).toEqual([])
  // The check sees the whole house, not an empty folder.
  expect(arrows.length).toBeGreaterThan(200)
  const rooms = new Set(arrows.map(({ from }) => from.split('/').slice(0, 2).join('/')))
  expect([...rooms]).toEqual(
    expect.arrayContaining(['src-main/engine', 'src-main/store', 'src-main/api', 'src-main/providers']),
  )
})

describe('the check bites', () => {
  const bad: [file: string, source: string][] = [
    ['src-main/engine/engine.ts', `import Database from 'better-sqlite3'`],
    ['src-main/engine/engine.ts', `import type { Library } from '../store/library.ts'`],
    ['src-main/engine/ports/clock.ts', `export { offline } from '../../providers/offline/offline-provider.ts'`],
    ['src-main/engine/lane.ts', `const electron = require('electron')`],
    ['src-main/store/library.ts', `import { Engine } from '../engine/engine.ts'`],
    ['src-main/providers/offline/pool.ts', `const it = await import('../../store/library.ts')`],
    ['src-main/api/router.ts', `import {\n  app,\n  dialog,\n} from 'electron'`],
    ['src-main/shells/browser/index.ts', `import { app } from 'electron/main'`],
    ['src-main/api/router.ts', `import { openWordmill } from '../wordmill.ts'`],
    ['src-main/import/read-list.ts', `import { Engine } from '../engine/engine.ts'`],
    ['src-renderer/main.tsx', `import { Engine } from '../src-main/engine/engine.ts'`],
    ['src-renderer/main.tsx', `import { readFile } from 'node:fs/promises'`],
    ['src-preload/contract.ts', `import '../src-main/index.ts'`],
    ['src-main/wordmill.ts', `import { fake } from '../tests/support/fake-provider.ts'`],
  ]
  test.each(bad)('%s: %s', (file, source) => {
    expect(violationsOf(arrowsOf(file, source))).not.toEqual([])
  })

  const good: [file: string, source: string][] = [
    ['src-main/shells/desktop/window.ts', `import { BrowserWindow } from 'electron'`],
    ['src-preload/index.ts', `import { ipcRenderer } from 'electron'`],
    ['src-main/store/library.ts', `import type { JobStore } from '../engine/ports/job-store.ts'`],
    ['src-main/engine/engine.ts', `// import Database from 'better-sqlite3'`],
    ['src-main/engine/engine.ts', `import type { Job } from '../../src-preload/model.ts'`],
    ['src-renderer/main.tsx', `import { contract } from '../src-preload/contract.ts'`],
  ]
  test.each(good)('and lets pass %s: %s', (file, source) => {
    expect(violationsOf(arrowsOf(file, source))).toEqual([])
  })
})
