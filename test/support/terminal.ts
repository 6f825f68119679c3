/** The terminal run as a program of its own, by a person with a Vietnamese or English system. */

import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { REPOSITORY } from './office-place.ts'

export const TERMINAL = join(REPOSITORY, 'src/terminal/main.ts')

export interface Ended {
  code: number
  output: string
}

export function runTerminal(folder: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, LANG: 'en_US.UTF-8', ...env } }
    const child = execFile(process.execPath, [TERMINAL, ...words], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr })
    })
  })
}
