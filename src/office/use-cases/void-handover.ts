/**
 * Voids a receipt with a reason; the household may then be given the gift again, unless another entry that was merged
 * into it had one, too. The receipt itself stays as it is.
 */

import { refusePaperDay, refuseVoid } from '../../domain/document.ts'
import { refusal } from '../../domain/refusal.ts'
import { addHandoverVoid, findHandover } from '../../ledger/handovers.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { claimGiftsOfGroup } from '../../ledger/registry/household-merges.ts'
import { householdThatStandsFor } from '../../ledger/registry/households.ts'
import { receiptNumber } from '../document-numbers.ts'
import { type CommandHandler, done, refused } from '../handler.ts'
import { personOf } from '../session.ts'

export const voidHandover: CommandHandler<'gifts.void'> = (commanding, { handoverId, voidedOn, reason }) => {
  const { reader, writer, now, today } = commanding
  const handover = findHandover(reader, handoverId)
  if (!handover) return refused(refusal('gift.unknown', {}))
  const documentNumber = receiptNumber(officeOf(reader), handover)
  const paper = { documentNumber, issuedOn: handover.handedOverOn, voidedOn: handover.voidedOn }
  const refusedBecause = refuseVoid(paper, voidedOn) ?? refusePaperDay(voidedOn, today, closedThrough(reader))
  if (refusedBecause) return refused(refusedBecause)
  const { personId } = personOf(commanding)
  addHandoverVoid(writer, { handoverId, voidedOn, reason, recordedAt: now, personId })
  claimGiftsOfGroup(writer, householdThatStandsFor(reader, handover.householdId))
  return done({ documentNumber }, handover.householdId)
}
