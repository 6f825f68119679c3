/**
 * Stock (nhập, xuất, tồn) by double entry: whatever is moved leaves one place and reaches another, so nothing appears
 * or vanishes. What lies anywhere on a day is the sum of the movements up to it.
 */

import type { Day } from './day.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Where goods and money may be. Those of `supplier`, `household` and `adjustment` are not counted: they may owe. */
export const STOCK_PLACE_KINDS = ['supplier', 'store', 'distributionPoint', 'crew', 'household', 'adjustment'] as const
export type StockPlaceKind = (typeof STOCK_PLACE_KINDS)[number]

/** The two places every office has: all households together, and what counting found too many or too few. */
export const HOUSEHOLDS_PLACE_ID = '00000000-0000-4000-8000-000000000001'
export const ADJUSTMENT_PLACE_ID = '00000000-0000-4000-8000-000000000002'

const COUNTED: readonly StockPlaceKind[] = ['store', 'distributionPoint', 'crew']

/** Whether what lies there is counted and can never be less than nothing. */
export function isCounted(kind: StockPlaceKind): boolean {
  return COUNTED.includes(kind)
}

/**
 * Phiếu nhập kho, phiếu xuất kho: what comes from outside or back from a distribution point is taken in, and so is what
 * counting finds; what leaves a store is given out, also where it goes to another store.
 */
export type StockSlipKind = 'stockIn' | 'stockOut'

/** Where a slip may move things; handing out to households is a handover, which has a paper of its own. */
const ROUTES: Record<StockPlaceKind, readonly StockPlaceKind[]> = {
  supplier: ['store', 'distributionPoint'],
  store: ['store', 'distributionPoint', 'crew', 'supplier', 'adjustment'],
  distributionPoint: ['store', 'distributionPoint', 'adjustment'],
  crew: ['store', 'crew', 'adjustment'],
  household: [],
  adjustment: ['store', 'distributionPoint', 'crew'],
}

export interface StockPlace {
  placeId: string
  kind: StockPlaceKind
  name: string
}

export function slipKindOf(from: StockPlace, to: StockPlace): StockSlipKind {
  if (!isCounted(from.kind)) return 'stockIn'
  return from.kind !== 'store' && to.kind === 'store' ? 'stockIn' : 'stockOut'
}

/** Whether a slip may move things from one place to another. */
export function refuseRoute(from: StockPlace, to: StockPlace): Refusal | null {
  if (from.placeId !== to.placeId && ROUTES[from.kind].includes(to.kind)) return null
  return refusal('stock.noSuchRoute', { from: from.name, to: to.name })
}

/** Quantities are kept in whole thousandths, so that sums are exact. */
export function thousandthsOf(quantity: number): number {
  return Math.round(quantity * 1000)
}

export function quantityOf(thousandths: number): number {
  return thousandths / 1000
}

/** What came to a place on a day less what left it, in thousandths. */
export interface DayNet {
  day: Day
  thousandths: number
}

/**
 * The least that lies at a place from a day on, in thousandths: what may be taken away that day without any later day
 * falling short. `nets` in the order of days.
 */
export function leastFrom(nets: readonly DayNet[], from: Day): number {
  let onHand = 0
  let least: number | null = null
  for (const { day, thousandths } of nets) {
    if (day > from) least = Math.min(least ?? onHand, onHand)
    onHand += thousandths
  }
  return Math.min(least ?? onHand, onHand)
}

/** One item of a movement: what lies there from the day on, and what is to be taken. */
export interface Taking {
  itemName: string
  unitOfMeasure: string
  available: number
  wanted: number
}

/** Whether a place has what is to be taken from it; quantities in units. */
export function refuseShortage(place: StockPlace, takings: readonly Taking[]): Refusal | null {
  if (!isCounted(place.kind)) return null
  const short = takings.filter(({ available, wanted }) => thousandthsOf(available) < thousandthsOf(wanted))
  return short.length > 0 ? refusal('stock.short', { placeName: place.name, items: short }) : null
}
