/** A count while it is being typed. */

import type { Input } from '../../../contract/contract.ts'
import type { StockItem } from '../../../contract/stock.ts'
import { quantityOf, thousandthsOf } from '../../../domain/stock.ts'

/** What was counted, by item; an empty text was not counted. */
export type Counted = Readonly<Record<string, number | string>>

export interface CountLine {
  item: StockItem
  /** What the books say. */
  quantity: number
}

/** What is counted at a place: what lies there by the books, then what was found beside it and is in no book there. */
export function countLines(
  booked: readonly CountLine[],
  items: readonly StockItem[],
  foundIds: readonly string[],
): CountLine[] {
  const isBooked = (itemId: string) => booked.some((line) => line.item.itemId === itemId)
  const found = items.filter(({ itemId }) => foundIds.includes(itemId) && !isBooked(itemId))
  return [...booked, ...found.map((item) => ({ item, quantity: 0 }))]
}

/** What was counted more or less than the books say; null where nothing was counted. */
export function differenceOf(counted: number | string | undefined, inBooks: number): number | null {
  if (counted === undefined || counted === '' || !Number.isFinite(Number(counted))) return null
  return quantityOf(thousandthsOf(Number(counted)) - thousandthsOf(inBooks))
}

/** The lines that were counted, as the office takes them. */
export function countedLines(
  lines: readonly Pick<CountLine, 'item'>[],
  counted: Counted,
): Input<'stock.count'>['lines'] {
  return lines.flatMap(({ item: { itemId } }) => {
    const figure = counted[itemId]
    return differenceOf(figure, 0) === null ? [] : [{ itemId, counted: Number(figure) }]
  })
}
