/** Runs programs for benchmarks. */

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Runs a script of this folder in a fresh Node; answers the JSON of its last line. */
export async function inFreshNode<Result>(script: string, ...args: string[]): Promise<Result> {
  const { stdout } = await execute(process.execPath, [new URL(script, import.meta.url).pathname, ...args])
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Result
}

/** Runs a program of the machine to its end; rejects where it is missing or fails. */
export async function runProgram(program: string, args: readonly string[], cwd?: string): Promise<string> {
  const { stdout } = await execute(program, args, { cwd, maxBuffer: 2 ** 30 })
  return stdout
}

/** Most memory this process ever had, in MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024
}
