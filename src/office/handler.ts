/**
 * What a use case gets and what it answers. Use cases of commands are synchronous: one transaction, nothing
 * interleaves.
 */

import type { CallName, CommandName, Contract, JobName, Output, ParsedInput, QueryName } from '../contract/contract.ts'
import type { Failure } from '../contract/failure.ts'
import type { Pause } from '../contract/pause.ts'
import type { Progress } from '../contract/protocol.ts'
import type { Day } from '../domain/day.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Reader, Writer } from '../ledger/connection.ts'
import type { OfficePlace } from './place.ts'
import type { Session } from './session.ts'
import type { Workers } from './workers.ts'

/** A value, with what the journal calls its subject, or the reason why not. */
export type Outcome<Value> = { value: Value; subject: string | null } | { refusal: Refusal }

export function done<Value>(value: Value, subject: string | null = null): Outcome<Value> {
  return { value, subject }
}

export function refused(refusal: Refusal): { refusal: Refusal } {
  return { refusal }
}

/** What every use case may know: where it is, who asks, what day it is in Vietnam. */
export interface Asking {
  /** Throws Unavailable where the ledger could not be opened. */
  readonly reader: Reader
  /** Why the ledger could not be opened; null when it is open. */
  readonly ledgerTrouble: Failure | null
  readonly place: OfficePlace
  readonly session: Session
  readonly today: Day
}

export interface Commanding extends Asking {
  readonly writer: Writer
  /** The instant of the command, ISO in UTC. */
  readonly now: string
  readonly newIdentity: () => string
}

export interface Working extends Asking {
  readonly now: string
  readonly workers: Workers
  readonly signal: AbortSignal
  /** Whoever asked may hold the job; passed on to the worker where it is pausable. */
  readonly pause: Pause
  readonly report: (progress: Progress) => void
  /** The job's one transaction, journalled like a command. */
  readonly commit: <Value>(work: (commanding: Commanding) => Outcome<Value>) => Outcome<Value>
}

export type QueryHandler<Name extends QueryName> = (asking: Asking, input: ParsedInput<Name>) => Outcome<Output<Name>>
export type CommandHandler<Name extends CommandName> = (
  commanding: Commanding,
  input: ParsedInput<Name>,
) => Outcome<Output<Name>>
export type JobHandler<Name extends JobName> = (
  working: Working,
  input: ParsedInput<Name>,
) => Promise<Outcome<Output<Name>>>

/** One handler for each call of the contract: a missing one does not compile. */
export type Handlers = {
  [Name in CallName]: Contract[Name]['kind'] extends 'query'
    ? QueryHandler<Name & QueryName>
    : Contract[Name]['kind'] extends 'command'
      ? CommandHandler<Name & CommandName>
      : JobHandler<Name & JobName>
}
