/**
 * Voids a receipt with a reason; the household may then be given the gift again, unless another entry that was merged
 * into it had one, too. The receipt itself stays as it is, and what it moved out of the stock goes back.
 */

import type { ParsedInput } from '../../contract/contract.ts'
import { refuseLateVoid, refusePaperDay, refuseVoid } from '../../domain/document.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { hasRight } from '../../domain/role.ts'
import { closedThrough } from '../../ledger/months.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { addReceiptVoid, findReceipt, type ReceiptLine } from '../../ledger/receipts.ts'
import { claimGiftsOfGroup } from '../../ledger/registry/household-merges.ts'
import { householdThatStandsFor } from '../../ledger/registry/households.ts'
import { moveBackForVoid } from '../../ledger/stock-movements.ts'
import { receiptNumber } from '../document-numbers.ts'
import { type CommandHandler, type Commanding, done, refused } from '../handler.ts'
import { personOf, refuseWithoutRight } from '../session.ts'

export const voidGift: CommandHandler<'gifts.void'> = (commanding, input) => {
  const receipt = findReceipt(commanding.reader, input.receiptId)
  if (!receipt) return refused(refusal('gift.unknown', {}))
  const refusedBecause = voidReceipt(commanding, receipt, input)
  if (refusedBecause) return refused(refusedBecause)
  return done({ documentNumber: receiptNumber(officeOf(commanding.reader), receipt) }, receipt.householdId)
}

/**
 * Voids one receipt, or says what stands against it. To take a gift back is a right of its own, whichever way it is
 * asked, and after the day of issue it takes a supervisor, for the money and goods of that day have been counted. A
 * form that nothing was given with has moved neither, and of a kit it is issued days before anybody can fail to come
 * for it, so whoever enters papers voids it on any day, with a reason.
 */
export function voidReceipt(
  commanding: Commanding,
  receipt: ReceiptLine,
  { kind, voidedOn, reason }: Omit<ParsedInput<'gifts.void'>, 'receiptId'>,
): Refusal | null {
  const { reader, writer, now, today } = commanding
  const { receiptId, handoverId, handedOverOn } = receipt
  const person = personOf(commanding)
  const documentNumber = receiptNumber(officeOf(reader), receipt)
  const issuedOn = handedOverOn !== null && handedOverOn > receipt.issuedOn ? handedOverOn : receipt.issuedOn
  const paper = { documentNumber, issuedOn, voidedOn: receipt.voidedOn }
  const mayVoidLater = handoverId === null || hasRight(person.role, 'gift.voidLater')
  const refusedBecause =
    (handoverId === null ? null : refuseWithoutRight(commanding.session, 'gift.void')) ??
    refuseVoid(paper, voidedOn) ??
    refusePaperDay(voidedOn, today, closedThrough(reader)) ??
    refuseLateVoid(paper, today, mayVoidLater)
  if (refusedBecause) return refusedBecause
  addReceiptVoid(writer, { receiptId, kind, voidedOn, reason, recordedAt: now, personId: person.personId })
  if (handoverId === null || receipt.householdId === null) return null
  moveBackForVoid(writer, handoverId, voidedOn)
  claimGiftsOfGroup(writer, householdThatStandsFor(reader, receipt.householdId))
  return null
}
