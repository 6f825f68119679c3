/**
 * How the office says no. Four families, by who must act: the clerk mends a field, a rule of the trade said no,
 * something around the program must change, or we made a mistake.
 */

import type { Refusal } from '../domain/refusal.ts'

/** What can be wrong with one field of a call's input. */
export const INPUT_PROBLEMS = [
  'required',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooBig',
  'forbiddenText',
  'notADay',
  'notAPeriod',
  'notAnAmount',
  'notACitizenId',
  'notAPhone',
  'malformed',
] as const
export type InputProblem = (typeof INPUT_PROBLEMS)[number]

export interface InputIssue {
  path: (string | number)[]
  problem: InputProblem
}

export interface EnvironmentParameters {
  'call.unknown': { call: string }
  'disk.full': Record<never, never>
  'disk.unwritable': { path: string }
  'file.inUse': { path: string }
  'key.missing': { keyId: string }
  'key.sealed': { path: string }
  'ledger.inUse': { folder: string }
  'ledger.fromNewerVersion': { folder: string }
  'ledger.historyDiffers': { folder: string }
  'ledger.notALedger': { folder: string }
  'ledger.damaged': { folder: string; detail: string }
  'ledger.sealBroken': { folder: string; detail: string }
  /** What was asked for needs more memory than a task may take: a file made to do so, or a very large one. */
  'memory.full': Record<never, never>
  'office.stopped': Record<never, never>
  /** Head office's database or folder: `target` names it without a password, `detail` is the server's word. */
  'store.unreachable': { target: string; detail: string }
  'store.refused': { target: string; detail: string }
  'store.inUse': { target: string }
  'store.fromNewerVersion': { target: string }
  'job.cancelled': Record<never, never>
}
export type EnvironmentCode = keyof EnvironmentParameters
export type EnvironmentProblem = {
  [Code in EnvironmentCode]: { code: Code; parameters: EnvironmentParameters[Code] }
}[EnvironmentCode]

export type Failure =
  | { family: 'invalid-input'; issues: InputIssue[] }
  | { family: 'refused'; refusal: Refusal }
  | { family: 'environment'; problem: EnvironmentProblem }
  | { family: 'defect'; incident: string }

export function environmentFailure<Code extends EnvironmentCode>(
  code: Code,
  parameters: EnvironmentParameters[Code],
): Failure {
  return { family: 'environment', problem: { code, parameters } as EnvironmentProblem }
}

export type Reply<Value> = { ok: true; value: Value } | { ok: false; failure: Failure }
