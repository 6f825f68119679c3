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
  | 'close'
  | 'verify'
  | 'acknowledge'
  | 'head-office-keys'
  | 'consolidate'
  | 'inbox'
  | 'journal'

export interface CommandLine {
  positionals: string[]
  options: Record<string, string | boolean | undefined>
  outlet: Outlet
}

export interface TerminalCommand {
  name: CommandName
  options: NonNullable<ParseArgsConfig['options']>
  /** Answers the exit code. */
  run(line: CommandLine): Promise<number>
}
