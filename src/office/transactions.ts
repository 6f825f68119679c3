/**
 * A command's one transaction: its work and its journal row together, or neither. A command's id that was used before
 * brings back its first answer, so a retry, a double click or a crash never does a thing twice.
 */

import { type Refusal, refusal } from '../domain/refusal.ts'
import { canonicalJson, sha256Hex } from '../ledger/canonical-json.ts'
import { appendToJournal, earlierAnswer } from '../ledger/journal.ts'
import type { Ledger } from '../ledger/open-ledger.ts'
import type { Asking, Commanding, Outcome } from './handler.ts'

export interface CommandCall {
  name: string
  commandId: string
  input: unknown
  isInputSecret: boolean
}

/** What the journal keeps of what was asked: of a secret its hash, which nobody can guess back. */
function journalled({ input, isInputSecret }: CommandCall): unknown {
  return isInputSecret ? { sha256: sha256Hex(canonicalJson(input)) } : input
}

/** Carries a refusal out of a transaction, so that SQLite takes back whatever was written before it. */
class RolledBack extends Error {
  readonly refusal: Refusal

  constructor(reason: Refusal) {
    super(reason.code)
    this.refusal = reason
  }
}

/** What was answered when this id was first used; null where it is new. */
export function firstAnswer(ledger: Ledger, call: CommandCall): Outcome<unknown> | null {
  const earlier = earlierAnswer(ledger.reader, {
    command: call.name,
    commandId: call.commandId,
    input: journalled(call),
  })
  if (!earlier) return null
  return earlier.isSame ? { value: earlier.output, subject: null } : { refusal: refusal('command.idReused', {}) }
}

/** Runs a command's work, unless its id was used before: then the first answer comes back and nothing is written. */
export function commit<Value>(
  ledger: Ledger,
  asking: Asking & Pick<Commanding, 'now' | 'newIdentity'>,
  call: CommandCall,
  work: (commanding: Commanding) => Outcome<Value>,
): Outcome<Value> {
  const { now, session, place, today, newIdentity, ledgerTrouble } = asking
  try {
    return ledger.transact((writer) => {
      const earlier = firstAnswer(ledger, call)
      if (earlier) return earlier as Outcome<Value>
      const outcome = work({ reader: writer, writer, now, session, place, today, newIdentity, ledgerTrouble })
      if ('refusal' in outcome) throw new RolledBack(outcome.refusal)
      appendToJournal(writer, {
        recordedAt: now,
        personId: session.person?.personId ?? null,
        command: call.name,
        commandId: call.commandId,
        subject: outcome.subject,
        input: journalled(call),
        output: outcome.value,
      })
      return outcome
    })
  } catch (error) {
    if (error instanceof RolledBack) return { refusal: error.refusal }
    throw error
  }
}
