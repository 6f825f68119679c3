/** Rules that every dated paper shares: no future day, none of a closed month, a void once and not before issue. */

import type { Day } from './day.ts'
import { type Period, periodOf } from './period.ts'
import { type Refusal, refusal } from './refusal.ts'
import { rolesWith } from './role.ts'

/** A paper's day is today or earlier, and after the last closed month (`closedThrough`, null when none is closed). */
export function refusePaperDay(on: Day, today: Day, closedThrough: Period | null): Refusal | null {
  if (on > today) return refusal('document.inFuture', { on, today })
  if (closedThrough && periodOf(on) <= closedThrough) return refusal('month.closed', { period: periodOf(on), on })
  return null
}

/** A void is a new row that names the paper; a paper is voided once, on its day of issue or later. */
export function refuseVoid(
  paper: { documentNumber: string; issuedOn: Day; voidedOn: Day | null },
  on: Day,
): Refusal | null {
  const { documentNumber, issuedOn, voidedOn } = paper
  if (voidedOn) return refusal('document.alreadyVoided', { documentNumber, voidedOn })
  if (on < issuedOn) return refusal('document.voidedBeforeIssue', { documentNumber, issuedOn })
  return null
}

/**
 * A void after the day a paper was issued takes a supervisor (`mayVoidLater`): by then the money and the boxes of that
 * day have been counted.
 */
export function refuseLateVoid(
  paper: { documentNumber: string; issuedOn: Day },
  on: Day,
  mayVoidLater: boolean,
): Refusal | null {
  if (on <= paper.issuedOn || mayVoidLater) return null
  const { documentNumber, issuedOn } = paper
  return refusal('gift.lateVoid', { documentNumber, issuedOn, roles: rolesWith('gift.voidLater') })
}
