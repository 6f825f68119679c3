/** The kinds of calls the office answers, and how one is written down in the contract. */

import type { z } from 'zod'
import type { Right } from '../domain/role.ts'

/** What a command changes, announced after its commit so that a window asks again for what it shows. */
export const TOPICS = [
  'office',
  'households',
  'filters',
  'imports',
  'campaigns',
  'gifts',
  'distributions',
  'stock',
  'scans',
  'repairs',
  'months',
  'inbox',
  'keys',
] as const
export type Topic = (typeof TOPICS)[number]

/** `anyone` needs no session: what is asked before somebody has said who they are. */
export type Permission = Right | 'anyone'

interface CallShape<Input extends z.ZodType, Output extends z.ZodType> {
  input: Input
  output: Output
  permission: Permission
}

/** Reads; may be asked again at any time. */
export interface Query<Input extends z.ZodType, Output extends z.ZodType> extends CallShape<Input, Output> {
  kind: 'query'
}
/** Writes in one transaction and appends one journal row. Carries an id: a repeat returns the first answer. */
export interface Command<Input extends z.ZodType, Output extends z.ZodType> extends CallShape<Input, Output> {
  kind: 'command'
  topics: readonly Topic[]
  /** Of what was asked the journal keeps a hash alone. */
  isInputSecret: boolean
}
/** Takes its time: tells its progress, can be cancelled; what it writes it writes at its end, like a command. */
export interface Job<Input extends z.ZodType, Output extends z.ZodType> extends CallShape<Input, Output> {
  kind: 'job'
  topics: readonly Topic[]
  /** Whether it can rest on its way and go on where it was. */
  pausable: boolean
}

export type AnyCall = Query<z.ZodType, z.ZodType> | Command<z.ZodType, z.ZodType> | Job<z.ZodType, z.ZodType>

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  call: CallShape<Input, Output>,
): Query<Input, Output> {
  return { kind: 'query', ...call }
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  call: CallShape<Input, Output> & { topics: readonly Topic[]; isInputSecret?: boolean },
): Command<Input, Output> {
  return { kind: 'command', isInputSecret: false, ...call }
}

export function job<Input extends z.ZodType, Output extends z.ZodType>(
  call: CallShape<Input, Output> & { topics?: readonly Topic[]; pausable?: boolean },
): Job<Input, Output> {
  return { kind: 'job', topics: [], pausable: false, ...call }
}
