/** Nhập kho, xuất kho, trả lại: moves goods and money from one place to another by a numbered slip. */

import { refusal } from '../../domain/refusal.ts'
import { refuseRoute } from '../../domain/stock.ts'
import { findStockItem } from '../../ledger/stock.ts'
import { bookSlip, placesOf } from '../booking-slips.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const moveStock: CommandHandler<'stock.move'> = (commanding, input) => {
  const { fromPlaceId, toPlaceId, ...slip } = input
  const places = placesOf(commanding.reader, fromPlaceId, toPlaceId)
  if (!places) return refused(refusal('stock.placeUnknown', {}))
  const route = refuseRoute(places.from, places.to)
  if (route) return refused(route)
  if (slip.lines.some(({ itemId }) => !findStockItem(commanding.reader, itemId))) {
    return refused(refusal('stock.itemUnknown', {}))
  }
  const booked = bookSlip(commanding, { ...places, ...slip, isCount: false, corrects: null })
  return 'refusal' in booked ? refused(booked.refusal) : done(booked, booked.slipId)
}
