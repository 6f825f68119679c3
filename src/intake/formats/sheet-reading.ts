/** What every reader of marked-up sheets keeps while it reads one, and the sheet as its callers see it. */

import { type ColumnFonts, columnFonts } from '../column-fonts.ts'
import type { Cell, MergedCells, TableRow, TableSheet } from './table-source.ts'

/** What was found of a sheet so far, and the row that is not complete yet. */
export interface SheetReading {
  rows: TableRow[]
  merged: MergedCells[]
  hiddenRowNumbers: number[]
  fonts: ColumnFonts
  isRowHidden: boolean
  cells: Cell[]
  /** The last cell's, from 0. */
  column: number
}

export function newSheetReading(column = -1): SheetReading {
  const found = { rows: [], merged: [], hiddenRowNumbers: [], fonts: columnFonts() }
  return { ...found, isRowHidden: false, cells: [], column }
}

/** A sheet that is read anew each time its rows are asked for; what else it says is of the latest reading. */
export function sheetBeingRead<Reading extends SheetReading>(
  { name, isHidden }: Pick<TableSheet, 'name' | 'isHidden'>,
  begin: () => Reading,
  rowsOf: (reading: Reading) => AsyncGenerator<TableRow>,
): TableSheet {
  let reading = begin()
  return {
    name,
    isHidden,
    mergedCells: () => reading.merged,
    hiddenRowNumbers: () => reading.hiddenRowNumbers,
    fontOf: (column) => reading.fonts.fontOf(column) || null,
    rows() {
      reading = begin()
      return rowsOf(reading)
    },
  }
}
