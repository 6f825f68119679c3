/**
 * Moving a repair on: every step of every way in asks here whether it may happen in the state, on the day, in the
 * month. The papers that steps issue are numbered, kept and voided here.
 */

import type { RepairPaperData } from '../documents/repairs/repair-paper.ts'
import { type Day, dayParts } from '../domain/day.ts'
import { refusePaperDay } from '../domain/document.ts'
import { documentCode, formatDocumentNumber } from '../domain/numbering.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import {
  nextRepairState,
  type RepairEvent,
  type RepairFacts,
  type RepairState,
  refuseStepDay,
} from '../domain/repair.ts'
import type { RepairItem } from '../domain/repair-cost.ts'
import type { Reader } from '../ledger/connection.ts'
import { closedThrough } from '../ledger/months.ts'
import { officeOf } from '../ledger/office-record.ts'
import { householdThatStandsFor } from '../ledger/registry/households.ts'
import { findRepair, type RepairLine } from '../ledger/repairs/repair-lines.ts'
import {
  addRepairPaper,
  addRepairPaperVoid,
  nextRepairPaperNumber,
  papersOfRepair,
  type RepairPaperKind,
} from '../ledger/repairs/repair-papers.ts'
import { addRepairStep } from '../ledger/repairs/repairs.ts'
import { findStockItem } from '../ledger/stock.ts'
import type { Commanding } from './handler.ts'
import type { PaperIssue, RepairOnPaper } from './repair-papers.ts'
import { personOf } from './session.ts'

/** What the rules of domain/repair.ts look at. */
export function factsOfRepair(repair: RepairLine): RepairFacts {
  const { state, lastOn, isConfirmed, checks, acceptedById, acceptedBy, acceptedOn } = repair
  const by = acceptedById !== null && acceptedBy !== null ? { personId: acceptedById, fullName: acceptedBy } : null
  return { state, lastOn, isConfirmed, checks, acceptedBy: by, acceptedOn }
}

export interface Step {
  repairId: string
  event: RepairEvent
  on: Day
  reason?: string | null
  /** When to look again; after the day of the step. */
  dueOn?: Day | null
  confirmationListId?: string | null
}

export interface StepTaken {
  /** As it was before the step. */
  repair: RepairLine
  stepId: string
  state: RepairState
}

/** Takes a step, or says what stands against it; `refuse` asks the rules of its own. */
export function takeStep(
  commanding: Commanding,
  step: Step,
  refuse: (repair: RepairLine) => Refusal | null = () => null,
): StepTaken | { refusal: Refusal } {
  const { reader, writer, now, today, newIdentity } = commanding
  const { repairId, event, on, reason = null, dueOn = null, confirmationListId = null } = step
  const repair = findRepair(reader, repairId)
  if (!repair) return { refusal: refusal('repair.unknown', {}) }
  const next = nextRepairState(repair.state, event)
  if ('refusal' in next) return next
  const refusedBecause =
    refusePaperDay(on, today, closedThrough(reader)) ??
    refuseStepDay(repair.lastOn, on) ??
    (dueOn !== null && dueOn <= on ? refusal('repair.dueBefore', { on, dueOn }) : null) ??
    refuse(repair)
  if (refusedBecause) return { refusal: refusedBecause }
  const stepId = newIdentity()
  addRepairStep(writer, {
    stepId,
    repairId,
    ordinal: repair.ordinal + 1,
    event,
    state: next.state,
    happenedOn: on,
    reason,
    dueOn,
    confirmationListId,
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return { repair, stepId, state: next.state }
}

/** A repair as its papers name it: of the household that stands for it now. */
export function repairOnPaper(reader: Reader, { household, campaignId, fundingSource }: RepairLine): RepairOnPaper {
  return { householdId: householdThatStandsFor(reader, household.householdId), campaignId, fundingSource }
}

export interface IssuedRepairPaper {
  paperId: string
  documentNumber: string
  code: string
}

/** Issues the paper of a step with the next number of its kind; `dataOf` says what it tells. */
export function issueRepairPaper(
  commanding: Commanding,
  { repair, stepId }: StepTaken,
  { kind, on, costDong }: { kind: RepairPaperKind; on: Day; costDong: number },
  dataOf: (issue: PaperIssue) => RepairPaperData,
): IssuedRepairPaper {
  const { reader, writer, now, newIdentity } = commanding
  const { officeCode } = officeOf(reader)
  const { year } = dayParts(on)
  const number = nextRepairPaperNumber(writer, kind, year)
  const documentNumber = formatDocumentNumber({ kind, year, number }, officeCode)
  const code = documentCode({ kind, year, number }, officeCode)
  const paperId = newIdentity()
  addRepairPaper(writer, {
    paperId,
    repairId: repair.repairId,
    stepId,
    kind,
    documentYear: year,
    documentNumber: number,
    code,
    issuedOn: on,
    costDong,
    paper: JSON.stringify(dataOf({ documentNumber, code, issuedOn: on })),
    recordedAt: now,
    personId: personOf(commanding).personId,
  })
  return { paperId, documentNumber, code }
}

/** Voids the papers of some kinds that stand, where any do. */
export function voidStandingPapers(
  commanding: Commanding,
  repairId: string,
  { kinds, on, reason }: { kinds: readonly RepairPaperKind[]; on: Day; reason: string },
): void {
  const { reader, writer, now: recordedAt } = commanding
  const { personId } = personOf(commanding)
  for (const { paperId, kind, voidedOn } of papersOfRepair(reader, repairId)) {
    if (voidedOn !== null || !kinds.includes(kind)) continue
    addRepairPaperVoid(writer, { paperId, voidedOn: on, reason, recordedAt, personId })
  }
}

/** Lines that name an item of the stock name one there is. */
export function refuseUnknownItems(reader: Reader, items: readonly RepairItem[]): Refusal | null {
  const isUnknown = ({ itemId }: RepairItem) => itemId !== null && !findStockItem(reader, itemId)
  return items.some(isUnknown) ? refusal('stock.itemUnknown', {}) : null
}
