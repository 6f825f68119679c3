/** Runs scripts of this folder, and programs of the machine, in processes of their own. */

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'

const execute = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
/** As deep below the root as the scripts themselves, so that their relative paths hold. */
const BUNDLES = join(ROOT, 'out', 'bench')

/** read-excel-file calls itself for each piece of a sheet, and now and then runs out of the usual stack at 100,000 rows. */
const LARGE_STACK = '--stack-size=3900'
/** As package.json starts the office. */
const SMALL_ROOM_FOR_THE_YOUNG = '--max-semi-space-size=4'

export interface Script {
  /** Runs it in a fresh Node; answers the JSON of its last line. */
  run<Result>(...args: string[]): Promise<Result>
}

/**
 * Bundles a script as the program is bundled: run from its sources, Node would spend 150 MB and a second on taking types
 * out, which no office does.
 */
export async function bundled(name: string): Promise<Script> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'pdfmake', 'pdfkit', 'read-excel-file'] },
    build: {
      ssr: join('test', 'bench', `${name}.ts`),
      outDir: BUNDLES,
      emptyOutDir: false,
      target: 'node24',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs`, chunkFileNames: `${name}-[hash].mjs` } },
    },
  })
  return {
    async run(...args) {
      const stdout = await runProgram(process.execPath, [
        LARGE_STACK,
        SMALL_ROOM_FOR_THE_YOUNG,
        join(BUNDLES, `${name}.mjs`),
        ...args,
      ])
      return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
    },
  }
}

/** Runs a program of the machine to its end; rejects where it is missing or fails. */
export async function runProgram(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout } = await execute(program, args, { cwd, maxBuffer: 2 ** 30 })
  return stdout
}
