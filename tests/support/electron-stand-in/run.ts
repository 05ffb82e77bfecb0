import { registerHooks } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

// Has to be in place before the program is loaded; the program's own `import 'electron'` then arrives here.
const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

const { markReady } = await import('./app.ts')
const program = process.argv[2]
if (program === undefined) throw new Error('Usage: run.ts out/main/index.js')
console.log('[stand-in] Electron stand-in: main runs in Node, windows are pages of Chromium')
await import(pathToFileURL(resolve(program)).href)
// As in Electron: ready comes after the program has been evaluated, so awaiting it at the top level hangs.
markReady()
