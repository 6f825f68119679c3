/** Books a numbered slip with its movements and the paper it is printed from; every slip of the store comes by here. */

import type { StockSlipData } from '../documents/stock-slip.ts'
import { type Day, dayParts } from '../domain/day.ts'
import { refusePaperDay } from '../domain/document.ts'
import { dong } from '../domain/money.ts'
import { documentCode, formatDocumentNumber } from '../domain/numbering.ts'
import type { Refusal } from '../domain/refusal.ts'
import { type StockPlace, slipKindOf, thousandthsOf } from '../domain/stock.ts'
import type { Reader } from '../ledger/connection.ts'
import { closedThrough } from '../ledger/months.ts'
import { officeOf } from '../ledger/office-record.ts'
import { addStockSlip, findStockItem, nextSlipNumber } from '../ledger/stock.ts'
import { addMovement, findStockPlace, refuseTaking } from '../ledger/stock-movements.ts'
import type { Commanding } from './handler.ts'
import { paperOffice } from './papers.ts'
import { personOf } from './session.ts'

export interface Slip {
  from: StockPlace
  to: StockPlace
  movedOn: Day
  counterpart: string | null
  reason: string | null
  isCount: boolean
  corrects: string | null
  lines: readonly { itemId: string; quantity: number; unitPriceDong: number | null }[]
}

export interface BookedSlip {
  slipId: string
  documentNumber: string
}

/** Books a slip, or says what stands against it. */
export function bookSlip(commanding: Commanding, slip: Slip): BookedSlip | { refusal: Refusal } {
  const { reader, writer, now, today, newIdentity } = commanding
  const { from, to, movedOn, lines, counterpart, reason, isCount, corrects } = slip
  const refusedBecause =
    refusePaperDay(movedOn, today, closedThrough(reader)) ?? refuseTaking(reader, from, movedOn, lines)
  if (refusedBecause) return { refusal: refusedBecause }
  const office = officeOf(reader)
  const kind = slipKindOf(from, to)
  const { year } = dayParts(movedOn)
  const number = nextSlipNumber(writer, kind, year)
  const code = documentCode({ kind, year, number }, office.officeCode)
  const documentNumber = formatDocumentNumber({ kind, year, number }, office.officeCode)
  const { personId, fullName } = personOf(commanding)
  const paper: StockSlipData = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    kind,
    documentNumber,
    code,
    movedOn,
    fromName: from.name,
    toName: to.name,
    counterpart,
    reason,
    lines: lines.map(({ itemId, quantity, unitPriceDong }) => {
      const { name = '', unitOfMeasure = '' } = findStockItem(reader, itemId) ?? {}
      return { name, unitOfMeasure, quantity, unitPriceDong: unitPriceDong === null ? null : dong(unitPriceDong) }
    }),
    preparedBy: { fullName, title: null },
  }
  const slipId = newIdentity()
  addStockSlip(writer, {
    slipId,
    kind,
    documentYear: year,
    documentNumber: number,
    code,
    movedOn,
    fromPlaceId: from.placeId,
    toPlaceId: to.placeId,
    counterpart,
    reason,
    isCount,
    corrects,
    paper: JSON.stringify(paper),
    recordedAt: now,
    personId,
  })
  lines.forEach(({ itemId, quantity, unitPriceDong }, index) => {
    addMovement(writer, {
      movedOn,
      itemId,
      fromPlaceId: from.placeId,
      toPlaceId: to.placeId,
      thousandths: thousandthsOf(quantity),
      unitPriceDong,
      slipId,
      lineNumber: index + 1,
      handoverId: null,
      repairStepId: null,
    })
  })
  return { slipId, documentNumber }
}

/** Both ends of a slip; null where one of them is unknown. */
export function placesOf(
  reader: Reader,
  fromPlaceId: string,
  toPlaceId: string,
): { from: StockPlace; to: StockPlace } | null {
  const from = findStockPlace(reader, fromPlaceId)
  const to = findStockPlace(reader, toPlaceId)
  return from && to ? { from, to } : null
}
