/** Puts a slip right by another one that moves everything back, on a day of its own, and names the old one. */

import { formatDocumentNumber } from '../../domain/numbering.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import { refuseMoreThanDrawn } from '../../domain/repair-cost.ts'
import type { StockPlace } from '../../domain/stock.ts'
import type { Reader } from '../../ledger/connection.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { crewMaterialsOf, repairOfSlip } from '../../ledger/repairs/repair-work.ts'
import { findStockSlip, itemsOfSlip, type SlipItem } from '../../ledger/stock.ts'
import { bookSlip, placesOf } from '../booking-slips.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

/** Materials that a crew drew by a slip go back as long as it still holds them for that repair. */
function refuseUsed(reader: Reader, slipId: string, from: StockPlace, lines: readonly SlipItem[]): Refusal | null {
  const repairId = from.kind === 'crew' ? repairOfSlip(reader, slipId) : null
  return repairId === null ? null : refuseMoreThanDrawn(crewMaterialsOf(reader, repairId), lines)
}

export const correctSlip: CommandHandler<'stock.correct'> = (commanding, { slipId, movedOn, reason }) => {
  const { reader } = commanding
  const slip = findStockSlip(reader, slipId)
  if (!slip) return refused(refusal('stock.slipUnknown', {}))
  const { officeCode } = officeOf(reader)
  const { kind, documentYear: year, documentNumber: number, correctedKind, correctedYear, correctedNumber } = slip
  if (correctedKind && correctedYear !== null && correctedNumber !== null) {
    const documentNumber = formatDocumentNumber({ kind, year, number }, officeCode)
    const corrector = { kind: correctedKind, year: correctedYear, number: correctedNumber }
    const correctedBy = formatDocumentNumber(corrector, officeCode)
    return refused(refusal('stock.alreadyCorrected', { documentNumber, correctedBy }))
  }
  const places = placesOf(reader, slip.toPlaceId, slip.fromPlaceId)
  if (!places) return refused(refusal('stock.placeUnknown', {}))
  if (movedOn < slip.movedOn) {
    const documentNumber = formatDocumentNumber({ kind, year, number }, officeCode)
    return refused(refusal('document.voidedBeforeIssue', { documentNumber, issuedOn: slip.movedOn }))
  }
  const lines = itemsOfSlip(reader, slipId)
  const used = refuseUsed(reader, slipId, places.from, lines)
  if (used) return refused(used)
  const facts = { movedOn, reason, counterpart: slip.counterpart, isCount: slip.isCount === 1, corrects: slipId }
  const booked = bookSlip(commanding, { ...places, ...facts, lines })
  return 'refusal' in booked ? refused(booked.refusal) : done(booked, booked.slipId)
}
