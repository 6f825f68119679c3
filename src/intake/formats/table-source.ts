/**
 * What every kind of file looks like to the reader of lists: sheets that yield rows of cells. A further kind is a
 * further maker of a `TableSource`; nothing above it changes.
 */

import type { Day } from '../../domain/day.ts'
import type { ListFormat } from '../../domain/household-list.ts'

/** A cell's value: formulas by their result, dates as days of the calendar. */
export type Cell = string | number | boolean | { day: Day } | null

/** `rowNumber` from 1; `cells[0]` is column A. Rows without any value may be left out. */
export interface TableRow {
  rowNumber: number
  cells: readonly Cell[]
}

/** Cells of one column shown as one: only the first of them holds the value. Rows from 1, column from 0. */
export interface MergedCells {
  firstRowNumber: number
  lastRowNumber: number
  column: number
}

export interface TableSheet {
  name: string
  isHidden: boolean
  /** Texts come as the file has them: legacy letters are still to be converted, nothing is tidied. */
  rows(): AsyncGenerator<TableRow>
  /** Merged cells, known once all rows were read. */
  mergedCells(): readonly MergedCells[]
  /** Rows that hold something and are not shown, in their order; known once all rows were read. */
  hiddenRowNumbers(): readonly number[]
  /** The font of most texts of a column (from 0), known once all rows were read; null where the format has no fonts. */
  fontOf(column: number): string | null
}

/** 'windows-1252' holds text of a legacy font, whose codes it shows as Western letters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252'

export interface TableSource {
  format: ListFormat
  /** Of a text file; null for workbooks and pasted text. */
  textEncoding: TextEncoding | null
  /** All sheets of rows in their order, hidden ones too. */
  sheets: TableSheet[]
}

export type TableFaultKind = 'notAWorkbook' | 'broken' | 'encrypted' | 'tooLarge' | 'tooManyRows'

/** Why a file cannot be read. Thrown from deep inside a stream; `readHouseholdList` turns it into a refusal. */
export class TableFault extends Error {
  readonly kind: TableFaultKind
  /** Size after unpacking, of a file that is too large. */
  readonly megabytes: number
  constructor(kind: TableFaultKind, message: string, details: { cause?: unknown; megabytes?: number } = {}) {
    super(message, { cause: details.cause })
    this.name = 'TableFault'
    this.kind = kind
    this.megabytes = details.megabytes ?? 0
  }
}

/** Columns to the right of this one are not looked at. */
export const MOST_COLUMNS = 200
/** Rows that hold something; blank ones are free. */
export const MOST_ROWS = 200_000
/** Largest file, and largest file after unpacking. A list of 100,000 households is 8 MB, unpacked 90 MB. */
export const LARGEST_FILE_MEGABYTES = 64
export const LARGEST_UNPACKED_MEGABYTES = 512
