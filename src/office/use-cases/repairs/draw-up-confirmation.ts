/** Numbers a list of surveyed repairs of one commune, for its People's Committee to confirm. */

import { dayParts } from '../../../domain/day.ts'
import { refusePaperDay } from '../../../domain/document.ts'
import { dong } from '../../../domain/money.ts'
import { documentCode, formatDocumentNumber } from '../../../domain/numbering.ts'
import { type Refusal, refusal } from '../../../domain/refusal.ts'
import { nextRepairState, refuseStepDay } from '../../../domain/repair.ts'
import type { Reader } from '../../../ledger/connection.ts'
import { closedThrough } from '../../../ledger/months.ts'
import { officeOf } from '../../../ledger/office-record.ts'
import { addConfirmationList, nextConfirmationNumber } from '../../../ledger/repairs/confirmations.ts'
import { findRepair, type RepairLine } from '../../../ledger/repairs/repair-lines.ts'
import { surveyOf } from '../../../ledger/repairs/repair-work.ts'
import { type CommandHandler, done, refused } from '../../handler.ts'
import { confirmationListData } from '../../repair-papers.ts'
import { repairOnPaper } from '../../repairing.ts'
import { personOf } from '../../session.ts'
import { refuseOnList } from './survey-repair.ts'

export const drawUpConfirmation: CommandHandler<'confirmations.drawUp'> = (commanding, { repairIds, drawnUpOn }) => {
  const { reader, writer, now, today, newIdentity } = commanding
  const refusedBecause = refusePaperDay(drawnUpOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)
  const repairs: RepairLine[] = []
  for (const repairId of new Set(repairIds)) {
    const repair = findRepair(reader, repairId)
    if (!repair) return refused(refusal('repair.unknown', {}))
    const against = refuseOnNewList(reader, repair, drawnUpOn)
    if (against) return refused(against)
    repairs.push(repair)
  }
  const communes = [...new Set(repairs.map(({ household }) => household.communeName))]
  if (communes.length > 1) {
    return refused(refusal('confirmation.severalCommunes', { communes: communes.map((name) => name ?? '…') }))
  }
  const office = officeOf(reader)
  const { year } = dayParts(drawnUpOn)
  const identity = { kind: 'confirmationList', year, number: nextConfirmationNumber(writer, year) } as const
  const listId = newIdentity()
  const issue = {
    documentNumber: formatDocumentNumber(identity, office.officeCode),
    code: documentCode(identity, office.officeCode),
    drawnUpOn,
    communeName: communes[0] ?? null,
  }
  const { personId, fullName } = personOf(commanding)
  const campaigns = [...new Set(repairs.map(({ campaignId }) => campaignId))]
  const campaignId = campaigns.length === 1 ? (campaigns[0] ?? null) : null
  const rows = repairs.map((repair) => rowOf(reader, repair))
  const paper = confirmationListData(reader, { ...issue, campaignId }, rows, { fullName, title: null })
  const { code, communeName } = issue
  const numbered = { documentYear: year, documentNumber: identity.number, code, drawnUpOn, communeName }
  const list = { listId, ...numbered, paper: JSON.stringify(paper), recordedAt: now, personId }
  addConfirmationList(
    writer,
    list,
    repairs.map(({ repairId }) => repairId),
  )
  return done({ listId, documentNumber: issue.documentNumber, code }, listId)
}

/** Only what is surveyed, waits on no other list, and was surveyed by that day. */
function refuseOnNewList(reader: Reader, repair: RepairLine, on: RepairLine['lastOn']): Refusal | null {
  const next = nextRepairState(repair.state, 'confirm')
  if ('refusal' in next) return next.refusal
  return refuseOnList({ reader }, repair) ?? refuseStepDay(repair.lastOn, on)
}

function rowOf(reader: Reader, repair: RepairLine) {
  const survey = surveyOf(reader, repair.repairId)
  return {
    householdId: repairOnPaper(reader, repair).householdId,
    conditionFound: survey?.conditionFound ?? '',
    neededWork: survey?.neededWork ?? null,
    estimateDong: dong(repair.estimateDong),
  }
}
