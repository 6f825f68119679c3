/** What the screen of the store shows, as it stands in the address, and its table of what lies where. */

import type { StockItem, StockPlaceLine } from '../../../contract/stock.ts'
import { type Day, isDay } from '../../../domain/day.ts'
import { isCounted, quantityOf, thousandthsOf } from '../../../domain/stock.ts'

export const STOCK_TABS = ['onHand', 'slips'] as const
export type StockTab = (typeof STOCK_TABS)[number]

export const SLIP_ROUTES = ['in', 'out', 'back'] as const
/** Nhập kho, xuất kho, trả lại. */
export type SlipRoute = (typeof SLIP_ROUTES)[number]

export interface StockView {
  tab?: StockTab | undefined
  /** The day whose end is shown; today where there is none. */
  on?: Day | undefined
  /** The form that is open. */
  form?: SlipRoute | 'count' | undefined
  /** The item whose ledger card is open. */
  itemId?: string | undefined
}

export function readStockView({ tab, on, form, itemId }: Record<string, unknown>): StockView {
  return {
    tab: STOCK_TABS.find((one) => one === tab),
    on: typeof on === 'string' && isDay(on) ? on : undefined,
    form: form === 'count' ? 'count' : SLIP_ROUTES.find((one) => one === form),
    itemId: typeof itemId === 'string' && itemId ? itemId : undefined,
  }
}

export interface OnHandLine {
  item: StockItem
  /** What lies at each place, by its id; places without any are left out. */
  quantities: ReadonlyMap<string, number>
  total: number
}

interface OnHandTable {
  /** Stores first, then distribution points; points at which nothing lies are left out. */
  places: StockPlaceLine[]
  lines: OnHandLine[]
}

/** Items in rows, places in columns. */
export function onHandTable(
  places: readonly StockPlaceLine[],
  onHand: readonly { placeId: string; item: StockItem; quantity: number }[],
): OnHandTable {
  const lying = new Set(onHand.filter(({ quantity }) => quantity !== 0).map(({ placeId }) => placeId))
  const items = new Map(onHand.map(({ item }) => [item.itemId, item]))
  const lines = [...items.values()].map((item): OnHandLine => {
    const some = onHand.filter((line) => line.item.itemId === item.itemId && line.quantity !== 0)
    const total = some.reduce((sum, { quantity }) => sum + thousandthsOf(quantity), 0)
    return {
      item,
      quantities: new Map(some.map(({ placeId, quantity }) => [placeId, quantity])),
      total: quantityOf(total),
    }
  })
  const rank = ({ kind }: StockPlaceLine) => (kind === 'store' ? 0 : 1)
  return {
    places: places
      .filter(({ placeId, kind }) => isCounted(kind) && (kind === 'store' || lying.has(placeId)))
      .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'vi')),
    lines: lines.sort((one, other) => one.item.name.localeCompare(other.item.name, 'vi')),
  }
}
