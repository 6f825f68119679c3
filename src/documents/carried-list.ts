/**
 * A list with sums on pages of A4 landscape: each page ends in its own sum and begins with the sum carried from the
 * pages before; no row is split, and no signature stands on a page without what it signs for.
 */

import { type Dong, sumDong } from '../domain/money.ts'
import { type Column, ruledTable, totalCells } from './layout.ts'
import { A4_LANDSCAPE, type Block, type Cell, contentHeightPt, contentWidthPt, type Measure } from './page.ts'

export interface CarriedList {
  columns: readonly Column[]
  /** Which of the columns is summed. */
  amountColumn: number
  fontSize: number
  /** The least a row takes, in points: room to write by hand. */
  rowHeight: number
  rows: readonly { cells: readonly Cell[]; amountDong: Dong }[]
  /** Above the table on the first page, and below it on the last. */
  heading: readonly Block[]
  closing: readonly Block[]
}

/** The list's pages, one table on each. */
export function carriedList(list: CarriedList, measure: Measure): Block[] {
  const widthPt = contentWidthPt(A4_LANDSCAPE)
  const heightPt = contentHeightPt(A4_LANDSCAPE)
  const heightOf = (some: readonly Block[]) => measure(some, widthPt).reduce((sum, height) => sum + height, 0)
  const columnHead = heightOf([ruledTable(list.columns, [], { fontSize: list.fontSize })])
  const sumRow = heightOf([singleRow(list, sumCells(list, 'Tổng cộng', []), 0)])
  const rows = list.rows.map(({ cells }) => singleRow(list, cells, list.rowHeight))
  const counts = rowsPerPage(measure(rows, widthPt), {
    firstPage: heightPt - heightOf(list.heading) - columnHead - sumRow,
    laterPages: heightPt - columnHead - 2 * sumRow,
    closing: sumRow + heightOf(list.closing),
  })
  return [...list.heading, ...pageTables(list, counts), ...list.closing]
}

/**
 * How many rows stand on each page. The last page also takes the closing part, and at least one row with it. A row
 * higher than a page gets a page of its own.
 */
export function rowsPerPage(
  rowHeights: readonly number[],
  room: { firstPage: number; laterPages: number; closing: number },
): number[] {
  const counts: number[] = []
  let next = 0
  while (next < rowHeights.length) {
    const roomHere = counts.length === 0 ? room.firstPage : room.laterPages
    let count = 0
    let taken = 0
    for (const height of rowHeights.slice(next)) {
      if (count > 0 && taken + height > roomHere) break
      taken += height
      count += 1
    }
    const isLast = next + count === rowHeights.length
    if (isLast && taken + room.closing > roomHere && count > 1) count -= 1
    counts.push(count)
    next += count
  }
  return counts
}

function pageTables(list: CarriedList, counts: readonly number[]): Block[] {
  const { columns, rows, fontSize, rowHeight } = list
  let next = 0
  return counts.map((count, page) => {
    const first = next
    next += count
    const carried = page > 0 ? [sumCells(list, 'Mang sang', rows.slice(0, first))] : []
    const sums = [sumCells(list, 'Cộng trang', rows.slice(first, next))]
    if (next === rows.length) sums.push(sumCells(list, 'Tổng cộng', rows))
    const listed = rows.slice(first, next).map(({ cells }) => cells)
    const { table, ...look } = ruledTable(columns, [...carried, ...listed, ...sums], { fontSize })
    const firstListed = 1 + carried.length
    const heights = (row: number) => (row >= firstListed && row < firstListed + count ? rowHeight : 0)
    return { ...look, table: { ...table, heights }, ...(page > 0 ? { pageBreak: 'before' } : {}) }
  })
}

function singleRow({ columns, fontSize }: CarriedList, cells: readonly Cell[], heights: number): Block {
  return { table: { widths: columns.map(({ width }) => width), body: [cells], heights }, layout: 'ruled', fontSize }
}

function sumCells({ columns, amountColumn }: CarriedList, label: string, rows: CarriedList['rows']): Cell[] {
  return totalCells(columns, amountColumn, label, sumDong(rows.map(({ amountDong }) => amountDong)))
}
