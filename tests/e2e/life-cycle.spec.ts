import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from './fixture.ts'
import { chooseLauncher } from './launchers/choose-launcher.ts'
import { Program } from './support/program.ts'

const root = resolve(import.meta.dirname, '../..')
const programs = {
  desktop: [resolve(root, 'tests/support/electron-stand-in/run.ts'), 'out/main/index.js'],
  browser: [resolve(root, 'out/main/browser.js'), '--no-open'],
}

function start(project: string, library: string, env: Record<string, string> = {}): Program {
  const launcher = chooseLauncher(project)
  test.skip('kind' in launcher && launcher.kind === 'electron', 'an error box of the real Electron waits for a click')
  const args = programs[project as keyof typeof programs]
  return new Program(args, { cwd: root, env: { WORDMILL_LIBRARY: library, ...env } })
}

test('a library that cannot be one is refused in a sentence', async ({ app }, { project }) => {
  const file = join(app.folders.saved, 'a file')
  await writeFile(file, 'no folder')
  const program = start(project.name, join(file, 'library'))
  expect(await program.ended()).toBe(1)
  const said =
    project.name === 'desktop' ? /error-box Wordmill cannot start: .*(folder|library)/i : /^.*(folder|library)/i
  expect(program.output).toMatch(said)
})

test('a damaged library is kept, and what to do is asked or said', async ({ app }, { project }) => {
  const library = join(app.folders.saved, 'library')
  await mkdir(library)
  await writeFile(join(library, 'library.sqlite'), 'this was a database once '.repeat(1_000))
  const program = start(project.name, library, { ELECTRON_STAND_IN_ANSWER: 'Quit' })
  expect(await program.ended()).toBe(1)
  expect(program.output).toMatch(
    project.name === 'desktop' ? /message-box .*damaged.*Quit/ : /damaged.*wordmill recover/,
  )
  expect(await readFile(join(library, 'library.sqlite'), 'utf8')).toContain('this was a database once')
  test.skip(project.name !== 'desktop', 'the browser shell has no box to answer')
  const again = start(project.name, library, { ELECTRON_STAND_IN_ANSWER: 'Start with an empty library' })
  await expect.poll(async () => (await readdir(library)).some((name) => name.startsWith('library.damaged-'))).toBe(true)
  await again.printed(/window shown/)
  await again.end('SIGTERM')
})

test('a library in use is not opened twice', async ({ app }) => {
  const program = start('browser', app.folders.library)
  expect(await program.ended()).toBe(1)
  expect(program.output).toContain('Another Wordmill')
  expect(program.output).not.toMatch(/\n\s+at /)
})

test('a second start brings the first window to the front', async ({ app }, { project }) => {
  test.skip(!app.isDesktop, 'the browser shell has no window')
  const program = start(project.name, app.folders.library)
  expect(await program.ended()).toBe(0)
  await expect.poll(() => app.output).toContain('window focused')
})

test('closing the window ends the program and closes the library', async ({ app }) => {
  test.skip(!app.isDesktop, 'a browser tab may be closed and opened again')
  await app.page.close()
  await app.stop()
  await app.start()
  await expect(app.queue.dropZone).toBeVisible()
})

test.describe('in the real Electron', () => {
  test('the page’s process is sandboxed', async ({ app }) => {
    test.skip(app.kind !== 'electron', 'needs the real Electron: there is no binary here')
    const version = await app.page.evaluate(() => navigator.userAgent)
    expect(version).toContain('Electron')
  })
})
