import { expect, test } from 'vitest'
import { openCommand } from '../../../src-main/shells/browser/open-in-browser.ts'

const url = 'http://127.0.0.1:1/?token=a&calc'

test('passes the address as one argument to a program, never to a command shell', () => {
  expect(openCommand(url, 'darwin', {})).toEqual(['open', url])
  expect(openCommand(url, 'win32', {})).toEqual(['rundll32', 'url.dll,FileProtocolHandler', url])
  expect(openCommand(url, 'linux', { DISPLAY: ':0' })).toEqual(['xdg-open', url])
  expect(openCommand(url, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open', url])
})

test('opens nothing where nothing can be shown', () => {
  expect(openCommand(url, 'linux', {})).toBeUndefined()
})
