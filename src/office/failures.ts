/** Turns what went wrong into a failure of the contract: a field, the world around us, or our own mistake. */

import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  environmentFailure,
  type Failure,
  INPUT_PROBLEMS,
  type InputIssue,
  type InputProblem,
} from '../contract/failure.ts'
import { type LedgerProblem, ledgerProblemOf } from '../ledger/ledger-problem.ts'
import type { OfficePlace } from './place.ts'

const PROBLEM_OF_CODE: Record<string, InputProblem> = { too_small: 'tooSmall', too_big: 'tooBig' }

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const named = INPUT_PROBLEMS.find((problem) => problem === issue.message)
  if (named) return named
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return 'required'
  return PROBLEM_OF_CODE[issue.code] ?? 'malformed'
}

/** What zod found, as fields with problems a clerk has words for. */
export function invalidInput(error: z.ZodError): Failure {
  const issues = error.issues.map(
    (issue): InputIssue => ({
      path: issue.path.map((part) => (typeof part === 'number' ? part : String(part))),
      problem: problemOf(issue),
    }),
  )
  return { family: 'invalid-input', issues }
}

export function ledgerFailure(problem: LedgerProblem, folder: string): Failure {
  const { code, detail } = problem
  switch (code) {
    case 'inUse':
      return environmentFailure('ledger.inUse', { folder })
    case 'fromNewerVersion':
      return environmentFailure('ledger.fromNewerVersion', { folder })
    case 'historyDiffers':
      return environmentFailure('ledger.historyDiffers', { folder })
    case 'notALedger':
      return environmentFailure('ledger.notALedger', { folder })
    case 'damaged':
      return environmentFailure('ledger.damaged', { folder, detail })
    case 'sealBroken':
      return environmentFailure('ledger.sealBroken', { folder, detail })
    case 'diskFull':
      return environmentFailure('disk.full', {})
    case 'unwritable':
      return environmentFailure('disk.unwritable', { path: folder })
  }
}

/** Thrown where a use case needs something the office does not have now: its ledger. */
export class Unavailable extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('unavailable')
    this.failure = failure
  }
}

/**
 * A file of ours that another program holds open, on Windows; a cancelled job; a thread that a hostile file filled;
 * else what the ledger knows.
 */
export function failureOf(error: unknown, place: OfficePlace): Failure {
  if (error instanceof Unavailable) return error.failure
  if (error instanceof Error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (error.name === 'AbortError') return environmentFailure('job.cancelled', {})
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return environmentFailure('memory.full', {})
    if (code === 'EBUSY' || (code === 'EPERM' && process.platform === 'win32')) {
      return environmentFailure('file.inUse', { path: path ?? place.ledgerFolder })
    }
    const isUnwritable = code === 'ENOENT' || ledgerProblemOf(error)?.code === 'unwritable'
    if (isUnwritable) return environmentFailure('disk.unwritable', { path: path ?? place.ledgerFolder })
  }
  const problem = ledgerProblemOf(error)
  return problem ? ledgerFailure(problem, place.ledgerFolder) : defect(error, place)
}

/**
 * Our own mistake: the person gets a number to tell, the log gets what it was and where. A message may quote what
 * somebody typed, and so name people: it is logged in tests and in development only.
 */
function defect(error: unknown, place: OfficePlace): Failure {
  const incident = `${new Date(place.clock()).toISOString().slice(0, 10)}-${randomBytes(3).toString('hex')}`
  const stack = place.checksAnswers ? fullStack(error) : whereAbouts(error)
  try {
    const folder = join(place.ledgerFolder, 'log')
    mkdirSync(folder, { recursive: true })
    appendFileSync(join(folder, 'incidents.log'), `${incident} ${place.appVersion}\n${stack}\n\n`)
  } catch {
    // The disk may be what is wrong; the person still gets the number.
  }
  return { family: 'defect', incident }
}

function fullStack(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** The kind of an error, its code and the places in the program it passed, without its message. */
function whereAbouts(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const { name, code, stack } = error as NodeJS.ErrnoException
  const places = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [`${name} ${code ?? ''}`.trim(), ...places].join('\n')
}
