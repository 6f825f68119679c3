/** How lines of goods that are typed or pasted find their items of the store. */

import type { StockItem } from '../../contract/stock.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import type { LineValues } from './pasted-lines.ts'

/** Marks and capitals do not count. */
export const sameWords = (one: string, other: string) => searchKey(one) === searchKey(other)

/** The item a line names; null where the store knows none of that name and unit. */
export function itemOfLine(
  { name, unitOfMeasure }: Pick<LineValues, 'name' | 'unitOfMeasure'>,
  items: readonly StockItem[],
): StockItem | null {
  const exact = items.find((item) => item.name === name.trim() && item.unitOfMeasure === unitOfMeasure.trim())
  const alike = () => items.filter((item) => sameWords(item.name, name) && sameWords(item.unitOfMeasure, unitOfMeasure))
  if (exact) return exact
  const found = alike()
  return found.length === 1 ? (found[0] ?? null) : null
}

/** The unit of the one item of a name, for a line whose unit nobody has typed. */
export function unitOfName(name: string, items: readonly StockItem[]): string | null {
  const named = items.filter((item) => sameWords(item.name, name))
  return named.length === 1 ? (named[0]?.unitOfMeasure ?? null) : null
}
