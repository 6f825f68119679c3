/** How a failure is told: what happened and what to do next. Pure texts, the same in the window and in the terminal. */

import { PASTED_NAME } from '../../domain/household-list.ts'
import type { RefusalParameters } from '../../domain/refusal.ts'
import type { EnvironmentParameters, Failure, InputProblem } from '../failure.ts'

export interface FailureWords {
  /** One sentence: what happened. */
  what: string
  /** One sentence: what a clerk does now. */
  next: string
}

export interface FailureWording {
  refusals: { [Code in keyof RefusalParameters]: (parameters: RefusalParameters[Code]) => FailureWords }
  environment: { [Code in keyof EnvironmentParameters]: (parameters: EnvironmentParameters[Code]) => FailureWords }
  inputProblems: Record<InputProblem, string>
  invalidInput: (fields: string) => FailureWords
  defect: (incident: string) => FailureWords
  /** What stands for a file's name where a list was pasted. */
  pastedList: string
}

/** The part that speaks of repairs; it has a file of its own in each language. */
export type RepairWording = Pick<
  FailureWording['refusals'],
  Extract<keyof RefusalParameters, `${'repair' | 'confirmation' | 'photo' | 'complaint'}.${string}`>
>

/** The part that speaks of packages that come in. */
export type InboxWording = Pick<FailureWording['refusals'], Extract<keyof RefusalParameters, `inbox.${string}`>>

/** The part that speaks of months, their indicators, their packages and head office's answers. */
export type MonthWording = Pick<
  FailureWording['refusals'],
  Extract<
    keyof RefusalParameters,
    `${'month' | 'indicator' | 'acknowledgement' | 'package' | 'conflicts' | 'headOfficeKeys'}.${string}`
  >
>

/** The part that speaks of keys. */
export type KeyWording = Pick<
  FailureWording['refusals'],
  Extract<keyof RefusalParameters, `${'key' | 'officeKey' | 'headOfficeKey' | 'recoverySheet'}.${string}`>
>
export type KeyTroubleWording = Pick<
  FailureWording['environment'],
  Extract<keyof EnvironmentParameters, `key.${string}`>
>

/** A list that was pasted goes by its words in the language told, not by the name that the ledger keeps. */
function withListNamed(parameters: object, { pastedList }: FailureWording): object {
  const isPasted = 'fileName' in parameters && parameters.fileName === PASTED_NAME
  return isPasted ? { ...parameters, fileName: pastedList } : parameters
}

/**
 * A failure in words. Codes are unions, so a text is always there; the cast only rejoins a code with its parameters.
 */
export function tellFailure(wording: FailureWording, failure: Failure): FailureWords {
  switch (failure.family) {
    case 'refused': {
      const tell = wording.refusals[failure.refusal.code] as (parameters: unknown) => FailureWords
      return tell(withListNamed(failure.refusal.parameters, wording))
    }
    case 'environment': {
      const tell = wording.environment[failure.problem.code] as (parameters: unknown) => FailureWords
      return tell(failure.problem.parameters)
    }
    case 'invalid-input':
      return wording.invalidInput(
        failure.issues.map(({ path, problem }) => `${path.join('.')}: ${wording.inputProblems[problem]}`).join('; '),
      )
    case 'defect':
      return wording.defect(failure.incident)
  }
}

/** What a clerk reads out over the telephone: the code of a failure, or the number of an incident. */
export function failureCode(failure: Failure): string {
  switch (failure.family) {
    case 'refused':
      return failure.refusal.code
    case 'environment':
      return failure.problem.code
    case 'invalid-input':
      return `invalid-input ${failure.issues.map(({ path, problem }) => `${path.join('.')}=${problem}`).join(' ')}`
    case 'defect':
      return `defect ${failure.incident}`
  }
}
