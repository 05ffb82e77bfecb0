import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const out = resolve(import.meta.dirname, '../../out')

test.describe('what was built', () => {
  test.beforeEach(({ browserName: _ }, { project }) => {
    test.skip(project.name !== 'desktop', 'the same files for both shells')
  })

  test('the preload is one small CommonJS file that needs nothing but electron', () => {
    expect(readdirSync(resolve(out, 'preload'))).toEqual(['index.cjs'])
    const preload = readFileSync(resolve(out, 'preload/index.cjs'), 'utf8')
    expect(preload.match(/require\(["'][^"']*["']\)/g)).toEqual(['require("electron")'])
    expect(preload).not.toMatch(/^\s*(import|export)\s/m)
    expect(preload.length).toBeLessThan(3_000)
  })

  test('the page has no script or style of its own in its HTML', () => {
    const html = readFileSync(resolve(out, 'renderer/index.html'), 'utf8')
    expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull()
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:/)
  })

  test('main has its entries and leaves native packages outside', () => {
    const files = readdirSync(resolve(out, 'main'))
    expect(files).toEqual(expect.arrayContaining(['index.js', 'browser.js', 'dictionary-worker.js']))
    const code = files
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(resolve(out, 'main', name), 'utf8'))
    expect(code.join('\n')).toMatch(/from ["']better-sqlite3["']/)
    expect(code.filter((text) => /from ["']electron["']/.test(text))).toHaveLength(1)
  })
})
