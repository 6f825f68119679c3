/** Adds a place where goods and money may lie: a supplier, a store, a distribution point. */

import { refusal } from '../../domain/refusal.ts'
import { addStockPlace, isPlaceNameTaken, type StockPlaceRecord } from '../../ledger/stock.ts'
import { type CommandHandler, type Commanding, done, type Outcome, refused } from '../handler.ts'

function addPlace(
  { reader, writer, newIdentity }: Commanding,
  place: Omit<StockPlaceRecord, 'placeId'>,
): Outcome<{ placeId: string }> {
  const { kind, name } = place
  if (isPlaceNameTaken(reader, kind, name)) return refused(refusal('stock.placeTaken', { name }))
  const placeId = newIdentity()
  addStockPlace(writer, { placeId, ...place })
  return done({ placeId }, placeId)
}

export const addPlaceToStock: CommandHandler<'stock.addPlace'> = addPlace

export const addDistributionPoint: CommandHandler<'distributions.addPoint'> = (commanding, point) =>
  addPlace(commanding, { kind: 'distributionPoint', ...point })
