/** What the program gets for `import … from 'electron'`. */
export { app } from './app.ts'
export { BrowserWindow } from './browser-window.ts'
export { protocol, session } from './session.ts'
export { dialog, Menu, nativeTheme, shell } from './system.ts'
