/** A list of households as it was read off a file: plain data that crosses threads, not yet held against the ledger. */

import type { HouseholdFacts, HouseholdField } from './household.ts'
import type { ListFinding } from './list-finding.ts'

export interface HouseholdListColumn {
  field: HouseholdField
  /** The header as the file words it, from top to bottom where it stands in several rows. */
  header: string
  /** From 1, as A is the first column of a sheet. */
  columnNumber: number
}

/** A row that may enter the ledger; `rowNumber` is the file's own, from 1. */
export interface HouseholdListRow {
  rowNumber: number
  facts: HouseholdFacts
}

export interface HouseholdList {
  fileName: string
  /** Hash of the file's bytes in lower-case hex. */
  fileSha256: string
  sheetName: string
  /** Sheets that hold a list, too, and were not read: the clerk is told. */
  otherListSheetNames: string[]
  /** The last row of the header: what stands below it are households. */
  headerRowNumber: number
  columns: HouseholdListColumn[]
  /** Headers of columns that were not read. */
  unmatchedHeaders: string[]
  rows: HouseholdListRow[]
  /** In row order. */
  findings: ListFinding[]
  /** Rows below the header that hold something, but no household: dividers, totals, repeated headers, signatures. */
  skippedRowNumbers: number[]
  /** Rows that hold a household, usable or not. */
  rowCount: number
}
