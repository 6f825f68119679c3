/** Voids a repair's record, and with it its certificate where it has one. */

import { refusePaperDay, refuseVoid } from '../../domain/document.ts'
import { refusal } from '../../domain/refusal.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addRepairVoid, findRepair } from '../../ledger/repairs.ts'
import { certificateNumber } from '../document-numbers.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const voidRepair: CommandHandler<'repairs.void'> = (commanding, { repairId, voidedOn, reason }) => {
  const { reader, writer, now, today } = commanding
  const repair = findRepair(reader, repairId)
  if (!repair) return refused(refusal('repair.unknown', {}))
  if (repair.voidedOn) return refused(refusal('repair.voided', { voidedOn: repair.voidedOn }))
  const documentNumber = certificateNumber(officeOf(reader), repair)
  const paper = { documentNumber: documentNumber ?? '', issuedOn: repair.certifiedOn ?? repair.doneOn, voidedOn: null }
  const refusedBecause = refuseVoid(paper, voidedOn) ?? refusePaperDay(voidedOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)
  const { personId } = personOf(commanding)
  addRepairVoid(writer, { repairId, voidedOn, reason, recordedAt: now, personId })
  return done({ documentNumber }, repair.householdId)
}
