/** A port is a session: who said they are at it decides what it may ask. */

import type { Permission } from '../contract/call.ts'
import type { CommandName, JobName } from '../contract/contract.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { hasRight, rolesWith } from '../domain/role.ts'
import type { PersonRecord } from '../ledger/office-record.ts'
import type { By } from '../ledger/registry/household-revisions.ts'

export interface Session {
  person: PersonRecord | null
}

export function refuseWithoutRight({ person }: Session, permission: Permission): Refusal | null {
  if (permission === 'anyone') return null
  if (!person) return refusal('session.required', {})
  if (hasRight(person.role, permission)) return null
  return refusal('right.missing', { right: permission, roles: rolesWith(permission) })
}

/** The person at the port; only for calls that need a right, which nobody has before a session began. */
export function personOf({ session }: { session: Session }): PersonRecord {
  if (!session.person) throw new Error('A call that needs a right was let in without a person')
  return session.person
}

/** Whose doing a change is, for the history of what was changed. */
export function byOf(commanding: { session: Session; now: string }, command: CommandName | JobName): By {
  return { recordedAt: commanding.now, personId: personOf(commanding).personId, command }
}
