/** Complaints about a repair: received, then settled in words, and by a new repair where one is needed. */

import { refusePaperDay } from '../../../domain/document.ts'
import { refusal } from '../../../domain/refusal.ts'
import { closedThrough } from '../../../ledger/months.ts'
import { householdThatStandsFor } from '../../../ledger/registry/households.ts'
import { addComplaint, addComplaintSettlement, findComplaint } from '../../../ledger/repairs/complaints.ts'
import { findRepair } from '../../../ledger/repairs/repair-lines.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { personOf } from '../../session.ts'
import { openRepair } from './open-repairs.ts'

export const complainOfRepair: CommandHandler<'repairs.complain'> = (commanding, input) => {
  const { reader, writer, now: recordedAt, today, newIdentity } = commanding
  const { repairId, on: receivedOn, complainant, content } = input
  const repair = findRepair(reader, repairId)
  if (!repair) return refused(refusal('repair.unknown', {}))
  const refusedBecause = refusePaperDay(receivedOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)
  const complaintId = newIdentity()
  const { personId } = personOf(commanding)
  addComplaint(writer, { complaintId, repairId, receivedOn, complainant, content, recordedAt, personId })
  return done({ complaintId }, repair.household.householdId)
}

export const settleComplaint: CommandHandler<'repairs.settleComplaint'> = (commanding, input) => {
  const { reader, writer, now: recordedAt, today } = commanding
  const { complaintId, on: settledOn, outcome, opensRepair } = input
  const complaint = findComplaint(reader, complaintId)
  const repair = complaint && findRepair(reader, complaint.repairId)
  if (!complaint || !repair) return refused(refusal('complaint.unknown', {}))
  if (complaint.settledOn) return refused(refusal('complaint.settled', { settledOn: complaint.settledOn }))
  const { receivedOn, content } = complaint
  if (settledOn < receivedOn) return refused(refusal('complaint.settledBefore', { receivedOn }))
  const refusedBecause = refusePaperDay(settledOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)
  const { repairId: followsRepairId, campaignId, fundingSource, household } = repair
  const householdId = householdThatStandsFor(reader, household.householdId)
  const opening = { householdId, campaignId, fundingSource, followsRepairId, openedOn: settledOn, need: content }
  const opened = opensRepair ? openRepair(commanding, { ...opening, origin: 'complaint' }) : null
  if (opened && 'refusal' in opened) return refused(opened.refusal)
  const repairId = opened?.repairId ?? null
  const { personId } = personOf(commanding)
  addComplaintSettlement(writer, { complaintId, settledOn, outcome, repairId, recordedAt, personId })
  return done({ repairId }, householdId)
}
