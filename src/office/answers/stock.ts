/** Answers about the store: what lies where, slips, and the ledger card of an item. */

import type { StockMovementLine, StockSlip } from '../../contract/stock.ts'
import { dayBefore } from '../../domain/day.ts'
import { dong, lineAmountDong, sumDong } from '../../domain/money.ts'
import { formatDocumentNumber } from '../../domain/numbering.ts'
import { quantityOf, thousandthsOf } from '../../domain/stock.ts'
import type { Reader } from '../../ledger/connection.ts'
import { officeOf } from '../../ledger/office-record.ts'
import {
  type CardMovement,
  cardMovements,
  countStockSlips,
  itemsOfSlip,
  listStockItems,
  listStockPlaces,
  listStockSlips,
  onHandOf,
  type SlipLine,
  stockOnHand,
} from '../../ledger/stock.ts'
import { done, type QueryHandler } from '../handler.ts'

export const placesOfStock: QueryHandler<'stock.places'> = ({ reader }) =>
  done({ places: listStockPlaces(reader), items: listStockItems(reader) })

export const onHandOnDay: QueryHandler<'stock.onHand'> = ({ reader }, { on }) =>
  done({ onHand: stockOnHand(reader, on).map(({ placeId, quantity, ...item }) => ({ placeId, quantity, item })) })

export const slipsOfStock: QueryHandler<'stock.slips'> = ({ reader }, { limit }) =>
  done({ slips: listStockSlips(reader, limit).map((slip) => slipOf(reader, slip)), count: countStockSlips(reader) })

function slipOf(reader: Reader, slip: SlipLine): StockSlip {
  const { officeCode } = officeOf(reader)
  const { slipId, kind, documentYear, documentNumber, movedOn, fromName, toName, counterpart, reason } = slip
  const { correctsKind, correctsYear, correctsNumber, correctedKind, correctedYear, correctedNumber } = slip
  const numberOf = (of: typeof correctsKind, year: number | null, number: number | null) =>
    of && year !== null && number !== null ? formatDocumentNumber({ kind: of, year, number }, officeCode) : null
  const lines = itemsOfSlip(reader, slipId).map(({ unitPriceDong, ...line }) => ({
    ...line,
    unitPriceDong: unitPriceDong === null ? null : dong(unitPriceDong),
  }))
  return {
    slipId,
    kind,
    documentNumber: formatDocumentNumber({ kind, year: documentYear, number: documentNumber }, officeCode),
    movedOn,
    fromName,
    toName,
    counterpart,
    reason,
    isCount: slip.isCount === 1,
    lines,
    valueDong: sumDong(lines.map(({ quantity, unitPriceDong }) => lineAmountDong(quantity, unitPriceDong ?? 0))),
    recordedBy: slip.recordedBy,
    recordedAt: slip.recordedAt,
    corrects: numberOf(correctsKind, correctsYear, correctsNumber),
    correctedBy: numberOf(correctedKind, correctedYear, correctedNumber),
  }
}

export const cardOfItem: QueryHandler<'stock.card'> = ({ reader }, wanted) => {
  const { placeId, itemId, from } = wanted
  const opening = onHandOf(reader, placeId, itemId, dayBefore(from))
  let balance = thousandthsOf(opening)
  const movements = cardMovements(reader, wanted).map((movement): StockMovementLine => {
    const isOut = movement.fromPlaceId === placeId
    balance += isOut ? -movement.thousandths : movement.thousandths
    const quantity = quantityOf(movement.thousandths)
    const { movedOn, fromName, toName, headOfHousehold } = movement
    return {
      movedOn,
      documentNumber: numberOfMovement(reader, movement),
      fromName,
      toName,
      headOfHousehold,
      in: isOut ? 0 : quantity,
      out: isOut ? quantity : 0,
      balance: quantityOf(balance),
    }
  })
  return done({ opening, movements, closing: quantityOf(balance) })
}

function numberOfMovement(reader: Reader, movement: CardMovement): string | null {
  const { kind, documentYear: year, documentNumber: number } = movement
  if (year === null || number === null) return null
  return formatDocumentNumber({ kind, year, number }, officeOf(reader).officeCode)
}
