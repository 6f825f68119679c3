/** Kiểm kê: what was counted less what should lie there is booked as slips: one for what is over, one for the rest. */

import { refusal } from '../../domain/refusal.ts'
import { ADJUSTMENT_PLACE_ID, quantityOf, refuseRoute, thousandthsOf } from '../../domain/stock.ts'
import { findStockItem, onHandOf } from '../../ledger/stock.ts'
import { findStockPlace } from '../../ledger/stock-movements.ts'
import { type BookedSlip, bookSlip } from '../booking-slips.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const countStock: CommandHandler<'stock.count'> = (commanding, { placeId, countedOn, reason, lines }) => {
  const { reader } = commanding
  const place = findStockPlace(reader, placeId)
  const adjustment = findStockPlace(reader, ADJUSTMENT_PLACE_ID)
  if (!place || !adjustment || refuseRoute(place, adjustment)) return refused(refusal('stock.placeUnknown', {}))
  if (lines.some(({ itemId }) => !findStockItem(reader, itemId))) return refused(refusal('stock.itemUnknown', {}))
  const differences = lines.map(({ itemId, counted }) => ({
    itemId,
    thousandths: thousandthsOf(counted) - thousandthsOf(onHandOf(reader, placeId, itemId, countedOn)),
  }))
  const some = (sign: 1 | -1) =>
    differences
      .filter(({ thousandths }) => thousandths * sign > 0)
      .map(({ itemId, thousandths }) => ({ itemId, quantity: quantityOf(Math.abs(thousandths)), unitPriceDong: null }))
  const facts = { movedOn: countedOn, counterpart: null, reason, isCount: true, corrects: null }
  const slips: BookedSlip[] = []
  for (const slip of [
    { ...facts, from: adjustment, to: place, lines: some(1) },
    { ...facts, from: place, to: adjustment, lines: some(-1) },
  ]) {
    if (slip.lines.length === 0) continue
    const booked = bookSlip(commanding, slip)
    if ('refusal' in booked) return refused(booked.refusal)
    slips.push(booked)
  }
  return done({ slips }, placeId)
}
