import { expect, test } from 'vitest'
import { webPreferences } from '../../../src-main/shells/desktop/web-preferences.ts'

test('the window gives its page nothing', () => {
  expect(webPreferences('/x/index.cjs')).toEqual({
    preload: '/x/index.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
})
