/** Builds the shell, the office with its worker, the bridge and the window. Everything of Node is CommonJS in one file each. */

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const commonJs = (entries: Record<string, string>, external: (string | RegExp)[]) => ({
  minify: false,
  sourcemap: true,
  externalizeDeps: false,
  rolldownOptions: {
    input: entries,
    external,
    output: { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: 'shared/[name]-[hash].cjs' },
  },
})

export default defineConfig({
  main: {
    build: {
      ...commonJs({ main: 'src/main/main.ts', office: 'src/office/process.ts', worker: 'src/office/worker.ts' }, [
        'electron',
        'better-sqlite3',
        /^pdfmake/,
        /^pdfkit/,
      ]),
      target: 'node18',
    },
  },
  preload: {
    build: { ...commonJs({ preload: 'src/preload/preload.ts' }, ['electron']), target: 'node18' },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    worker: { format: 'es' },
    build: { target: 'chrome114', minify: true, rolldownOptions: { input: 'src/renderer/index.html' } },
  },
})
