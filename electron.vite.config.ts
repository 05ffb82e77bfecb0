import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const main = {
  index: resolve('src-main/index.ts'),
  browser: resolve('src-main/shells/browser/index.ts'),
  'dictionary-worker': resolve('src-main/providers/offline/dictionary-worker.ts'),
}

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: main,
        // Everything in one folder, so that `./dictionary-worker.js` is right from an entry and from a chunk.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but `electron`.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src-preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src-renderer'),
    plugins: [react()],
    build: {
      outDir: resolve('out/renderer'),
      minify: true,
      // It is read from the disk next to it, not fetched.
      chunkSizeWarningLimit: 2_000,
      // Fonts and images stay files: the page's policy does not allow them as data.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve('src-renderer/index.html') },
    },
  },
})
