/** Things that move: each leaves one place and reaches another, and what lies anywhere is the sum of it. */

import type { Day } from '../domain/day.ts'
import type { Refusal } from '../domain/refusal.ts'
import {
  type DayNet,
  HOUSEHOLDS_PLACE_ID,
  leastFrom,
  quantityOf,
  refuseShortage,
  type StockPlace,
  thousandthsOf,
} from '../domain/stock.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { stockMovements } from './schema/stock-movements.ts'

export interface Movement {
  movedOn: Day
  itemId: string
  fromPlaceId: string
  toPlaceId: string
  thousandths: number
  unitPriceDong: number | null
  slipId: string | null
  lineNumber: number | null
  handoverId: string | null
  repairStepId: string | null
}

/** Books a movement; a trigger refuses one that leaves a counted place with less than nothing on any day. */
export function addMovement(writer: Writer, movement: Movement): void {
  addRow(writer, stockMovements, movement)
}

export function findStockPlace(reader: Reader, placeId: string): StockPlace | null {
  return (
    first<StockPlace>(reader, 'SELECT place_id AS placeId, kind, name FROM stock_places WHERE place_id = ?', placeId) ??
    null
  )
}

/** What may be taken of an item from a place on a day, in units, without any later day falling short. */
export function availableFrom(reader: Reader, placeId: string, itemId: string, on: Day): number {
  const sql = 'SELECT day, thousandths FROM stock_days WHERE place_id = ? AND item_id = ? ORDER BY day'
  return quantityOf(leastFrom(all<DayNet>(reader, sql, placeId, itemId), on))
}

/** Whether a place has what is to be taken on a day: null, or what is short. Lines of one item count together. */
export function refuseTaking(
  reader: Reader,
  place: StockPlace,
  on: Day,
  lines: readonly { itemId: string; quantity: number }[],
): Refusal | null {
  const wanted = new Map<string, number>()
  for (const { itemId, quantity } of lines) wanted.set(itemId, (wanted.get(itemId) ?? 0) + thousandthsOf(quantity))
  const takings = [...wanted].map(([itemId, thousandths]) => {
    const sql = 'SELECT name AS itemName, unit_of_measure AS unitOfMeasure FROM stock_items WHERE item_id = ?'
    const item = first<{ itemName: string; unitOfMeasure: string }>(reader, sql, itemId)
    const { itemName = '', unitOfMeasure = '' } = item ?? {}
    const available = availableFrom(reader, place.placeId, itemId, on)
    return { itemName, unitOfMeasure, available, wanted: quantityOf(thousandths) }
  })
  return refuseShortage(place, takings)
}

/** Moves what a gift holds from a place to the households; refuses where the place has too little of it. */
export function moveForHandover(
  writer: Writer,
  reader: Reader,
  move: {
    handoverId: string
    fromPlaceId: string
    on: Day
    lines: readonly { itemId: string; quantity: number }[]
  },
): Refusal | null {
  const { handoverId, fromPlaceId, on, lines } = move
  const place = findStockPlace(reader, fromPlaceId)
  if (!place) throw new RangeError(`No place of the stock: ${fromPlaceId}`)
  const short = refuseTaking(reader, place, on, lines)
  if (short) return short
  for (const { itemId, quantity } of lines) {
    addMovement(writer, {
      movedOn: on,
      itemId,
      fromPlaceId,
      toPlaceId: HOUSEHOLDS_PLACE_ID,
      thousandths: thousandthsOf(quantity),
      unitPriceDong: null,
      slipId: null,
      lineNumber: null,
      handoverId,
      repairStepId: null,
    })
  }
  return null
}

/** Moves what finished work used from the crew to the households; the caller has asked whether the crew has it. */
export function moveForRepair(
  writer: Writer,
  move: {
    repairStepId: string
    fromPlaceId: string
    on: Day
    lines: readonly { itemId: string; quantity: number }[]
  },
): void {
  const { repairStepId, fromPlaceId, on, lines } = move
  for (const { itemId, quantity } of lines) {
    addMovement(writer, {
      movedOn: on,
      itemId,
      fromPlaceId,
      toPlaceId: HOUSEHOLDS_PLACE_ID,
      thousandths: thousandthsOf(quantity),
      unitPriceDong: null,
      slipId: null,
      lineNumber: null,
      handoverId: null,
      repairStepId,
    })
  }
}

/** Brings back what a handover moved, on the day of its void; nothing where it moved nothing. */
export function moveBackForVoid(writer: Writer, handoverId: string, on: Day): void {
  const sql = `SELECT item_id AS itemId, from_place_id AS toPlaceId, to_place_id AS fromPlaceId, thousandths
    FROM stock_movements WHERE handover_id = ? ORDER BY movement_id`
  const moved = all<Pick<Movement, 'itemId' | 'toPlaceId' | 'fromPlaceId' | 'thousandths'>>(writer, sql, handoverId)
  const nothing = { unitPriceDong: null, slipId: null, lineNumber: null, repairStepId: null }
  for (const movement of moved) addMovement(writer, { ...movement, ...nothing, movedOn: on, handoverId })
}
