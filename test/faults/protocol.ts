/** What the office under load is ordered to do, and what it tells on the way. */

import type { CommandName, JobName } from '../../src/contract/contract.ts'

export interface Order {
  ledgerFolder: string
  /** Milliseconds since 1970: what the office takes for now. */
  now: number
  seed: number
  /** A list to take in, as a file. */
  listFile: string
  /** Asked before the office was killed and not answered: asked again, with the same ids. */
  unanswered: Asked[]
}

export interface Asked {
  call: CommandName | JobName
  input: unknown
  commandId: string
}

/**
 * One line of the office's standard output: `ready` for its order, `asked` before a command is sent, `answered` after its
 * reply is there.
 */
export type Told =
  | { told: 'ready' }
  | ({ told: 'asked' } & Asked)
  | { told: 'answered'; commandId: string; answer: { ok: true; value: unknown } | { ok: false; code: string } }
  | { told: 'defect'; what: string }
