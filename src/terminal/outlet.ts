/** Where the terminal's answers go: lines for people, one JSON document for machines; and what each exit code means. */

import type { Failure, Reply } from '../contract/failure.ts'
import { failureCode, tellFailure } from '../contract/wording/failure-wording.ts'
import type { TerminalText } from './text/vi.ts'

/**
 * 0 done · 1 a rule said no, or faults were found · 2 wrong words on the command line · 3 disk, file or ledger · 4 our
 * mistake
 */
export const EXIT = { done: 0, refused: 1, usage: 2, environment: 3, defect: 4 } as const

export interface Outlet {
  readonly text: TerminalText
  /** A line for people; nothing where JSON is wanted. */
  say(line: string): void
  /** The whole answer for machines; nothing where people read. */
  json(answer: unknown): void
}

export function outletOf({ isJson, text }: { isJson: boolean; text: TerminalText }): Outlet {
  return {
    text,
    say: (line) => {
      if (!isJson) console.log(line)
    },
    json: (answer) => {
      if (isJson) console.log(JSON.stringify(answer, null, 1))
    },
  }
}

/** A failure on its way out of a command. */
export class Failed extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failureCode(failure))
    this.failure = failure
  }
}

export class UsageError extends Error {
  readonly what:
    | 'command'
    | 'language'
    | 'missing'
    | 'month'
    | 'noPackage'
    | 'state'
    | 'foreignFolder'
    | 'event'
    | 'repairState'
    | 'campaign'
    | 'day'
    | 'paper'
    | 'layout'
    | 'number'
    | 'wholeKit'
    | 'name'
    | 'oneConflictsFile'
    | 'entry'
  readonly word: string

  constructor(what: UsageError['what'], word: string) {
    super(`${what} ${word}`)
    this.what = what
    this.word = word
  }
}

/** The value of a yes; a no ends the command. */
export function granted<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Failed(reply.failure)
  return reply.value
}

const EXIT_OF_FAMILY: Record<Failure['family'], number> = {
  'invalid-input': EXIT.usage,
  refused: EXIT.refused,
  environment: EXIT.environment,
  defect: EXIT.defect,
}

/** Tells why a command ended early; answers the exit code. */
export function tellFailed(error: unknown, outlet: Outlet): number {
  const { text } = outlet
  if (error instanceof Failed) {
    const { what, next } = tellFailure(text.failures, error.failure)
    outlet.say(`${what}\n${next}`)
    outlet.json({ ok: false, code: failureCode(error.failure), what, next, failure: error.failure })
    return EXIT_OF_FAMILY[error.failure.family]
  }
  const isUsage = error instanceof UsageError || isParseError(error)
  if (!isUsage) throw error
  const what = error instanceof UsageError ? text.usage[error.what](error.word) : error.message
  outlet.say(`${what}\n\n${text.help}`)
  outlet.json({ ok: false, code: 'usage', what })
  return EXIT.usage
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
