/** What a command of the terminal is: its name, its options, what it does. */

import type { ParseArgsConfig } from 'node:util'
import type { Outlet } from './outlet.ts'

export type CommandName =
  | 'demo'
  | 'import'
  | 'undo'
  | 'search'
  | 'duplicates'
  | 'print'
  | 'repairs'
  | 'balance'
  | 'scan'
  | 'indicators'
  | 'close'
  | 'verify'
  | 'acknowledge'
  | 'head-office-keys'
  | 'consolidate'
  | 'inbox'
  | 'journal'

export interface CommandLine {
  positionals: string[]
  /** What is given several times comes as a list. */
  options: Record<string, string | boolean | string[] | undefined>
  outlet: Outlet
}

export interface TerminalCommand {
  name: CommandName
  options: NonNullable<ParseArgsConfig['options']>
  /** Answers the exit code. */
  run(line: CommandLine): Promise<number>
}
