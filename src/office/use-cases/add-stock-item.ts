/** Adds a thing that is kept in stock, by its name and unit. */

import { refusal } from '../../domain/refusal.ts'
import { addStockItem, isItemTaken } from '../../ledger/stock.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

export const addItemToStock: CommandHandler<'stock.addItem'> = ({ reader, writer, newIdentity }, item) => {
  if (isItemTaken(reader, item.name, item.unitOfMeasure)) return refused(refusal('stock.itemTaken', item))
  const itemId = newIdentity()
  addStockItem(writer, { itemId, ...item })
  return done({ itemId }, itemId)
}
