/** Lines of material and work while they are typed, and as the office takes them. */

import type { RepairItemLine } from '../../../../../contract/repairs.ts'
import type { StockItem } from '../../../../../contract/stock.ts'
import type { Dong } from '../../../../../domain/money.ts'
import {
  EMPTY_LINE,
  isBlankLine,
  LINE_FIELDS,
  type LineValues,
  lineOf,
  typedSumDong,
} from '../../../../components/pasted-lines.ts'
import { itemOfLine } from '../../../../components/stock-items.ts'

export interface ItemValues {
  materials: LineValues[]
  works: LineValues[]
}

export const ITEM_LISTS = ['materials', 'works'] as const
export type ItemList = (typeof ITEM_LISTS)[number]

/** The lines of a survey, a plan or earlier work; a blank one where there is none. */
export function itemValuesOf(items: readonly RepairItemLine[]): ItemValues {
  const linesOf = (kind: RepairItemLine['kind']) => {
    const lines = items.filter((item) => item.kind === kind)
    return lines.length > 0
      ? lines.map(({ name, unitOfMeasure, quantity, unitPriceDong }) => ({
          name,
          unitOfMeasure,
          quantity,
          unitPriceDong,
        }))
      : [{ ...EMPTY_LINE }]
  }
  return { materials: linesOf('material'), works: linesOf('work') }
}

/** Where the lines that were begun stand in the form, in the order in which the office gets them. */
function begun(values: ItemValues): { list: ItemList; at: number; line: LineValues }[] {
  return ITEM_LISTS.flatMap((list) =>
    values[list].flatMap((line, at) => (isBlankLine(line) ? [] : [{ list, at, line }])),
  )
}

/** Material that the store knows by its name and unit comes from the store; any other is bought for the job. */
export function itemsOf(values: ItemValues, known: readonly StockItem[]): RepairItemLine[] {
  return begun(values).map(({ list, line }) => ({
    kind: list === 'materials' ? 'material' : 'work',
    itemId: list === 'materials' ? (itemOfLine(line, known)?.itemId ?? null) : null,
    ...lineOf(line),
  }))
}

/** Names of the materials that will come from the store. */
export function namesFromStock(values: ItemValues, known: readonly StockItem[]): string[] {
  return values.materials.flatMap((line) => itemOfLine(line, known)?.name ?? [])
}

/** Paths of the cells that must be filled and are not. */
export function missingInItems(values: ItemValues): string[] {
  return begun(values).flatMap(({ list, at, line }) =>
    LINE_FIELDS.filter((name) => String(line[name]).trim() === '').map((name) => `${list}.${at}.${name}`),
  )
}

/** Where 'items.3.name' of the office's input stands in the form. */
export function itemPath(path: string, values: ItemValues): string {
  const place = /^items\.(\d+)\.(.*)$/.exec(path)
  const line = place && begun(values)[Number(place[1])]
  if (!place || !line) return path
  return `${line.list}.${line.at}.${place[2] === 'itemId' ? 'name' : place[2]}`
}

/** What the lines come to as typed so far; null where it is more than an amount may be. */
export function typedCostDong({ materials, works }: ItemValues): Dong | null {
  return typedSumDong([...materials, ...works])
}
