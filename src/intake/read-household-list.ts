/** Reads a commune's list of households: which sheet, which columns, which rows, and what is wrong with them. */

import type { Day } from '../domain/day.ts'
import {
  type HouseholdList,
  type HouseholdListColumn,
  type ListChoices,
  type ListLayout,
  type ListSheet,
  type ListSource,
  NO_CHOICES,
} from '../domain/household-list.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { rowClassifier } from './classify-row.ts'
import { type ColumnLetters, columnLetters, type LettersToFind } from './column-letters.ts'
import { fieldOf, findHeader, type Header, headerAt, noHeader, ROWS_WITH_HEADER } from './find-header.ts'
import type { TableRow, TableSheet, TableSource } from './formats/table-source.ts'
import { type Matched, type MatchedColumn, matchColumns, valuesByColumn } from './match-columns.ts'
import { type OpenedSource, withSource } from './open-source.ts'
import { cellText, isBlankText } from './read-cell.ts'
import { type RowsReading, rowsReader } from './read-rows.ts'

export interface ReadingOptions {
  /** Nobody is born after it. */
  today: Day
  /** What the clerk says of how the list is read; nothing where it is read as it is found. */
  choices?: ListChoices
  /** How lists with these headers were read before. */
  layouts?: readonly ListLayout[]
  /** Aborting rejects with the signal's reason; nothing else does, whatever the file holds. */
  signal?: AbortSignal
  /** Told now and then while a long list is read. */
  onProgress?: (rowsRead: number) => void
}

export type HouseholdListReading = { ok: true; list: HouseholdList } | { ok: false; refusal: Refusal }

const ROWS_BETWEEN_PROGRESS = 1000
const MOST_SHEETS_LOOKED_AT = 50
/** So many rows are looked at before any is read: enough for the header and for what the columns hold. */
const ROWS_LOOKED_AT = ROWS_WITH_HEADER + 200
const FIRST_ROWS = 20
const SAMPLES = 5

/** A sheet's first rows, once as the file has them and once with their legacy letters made Unicode. */
interface LookedAt {
  sheet: TableSheet
  fileRows: TableRow[]
  rows: TableRow[]
  letters: ColumnLetters
  /** Where a list begins: its header, or the rows before its first where it has none; null where there is no list. */
  list: Header | null
}

async function lookAt(sheet: TableSheet, lettersToFind: Omit<LettersToFind, 'fontOf'>, today: Day): Promise<LookedAt> {
  const fileRows: TableRow[] = []
  for await (const row of sheet.rows()) {
    fileRows.push(row)
    if (fileRows.length >= ROWS_LOOKED_AT) break
  }
  const letters = columnLetters(fileRows, { ...lettersToFind, fontOf: sheet.fontOf })
  const rows = fileRows.map(({ rowNumber, cells }) => ({ rowNumber, cells: letters.converted(cells) }))
  return { sheet, fileRows, rows, letters, list: findList(rows, today) }
}

function rowsBelow(rows: readonly TableRow[], { lastRowNumber }: Header): TableRow[] {
  return rows.filter(({ rowNumber }) => rowNumber > lastRowNumber)
}

/** The rows that are households by what the header names. */
function householdsBelow(rows: readonly TableRow[], header: Header): TableRow[] {
  const classify = rowClassifier(header.columns)
  return rowsBelow(rows, header).filter(({ cells }) => classify(cells.map(cellText)).kind === 'household')
}

/** The rows that tell what the columns hold: households, or all rows where the header names nothing. */
function tellingRows(rows: readonly TableRow[], header: Header): TableRow[] {
  const households = householdsBelow(rows, header)
  return households.length > 0 ? households : rowsBelow(rows, header)
}

function valuesOf(rows: readonly TableRow[]): string[][] {
  return valuesByColumn(rows.map(({ cells }) => cells.map(cellText)))
}

/** Finds a list by its header or, without one, by columns that look like a list's: heads of households and more. */
function findList(rows: readonly TableRow[], today: Day): Header | null {
  const isList = (header: Header, fewestFields: number) => {
    const { columns } = matchColumns({
      header,
      values: valuesOf(tellingRows(rows, header)),
      layouts: [],
      choices: NO_CHOICES,
      today,
    })
    const fields = new Set(columns.map(fieldOf))
    fields.delete(null)
    return fields.has('headOfHousehold') && fields.size >= fewestFields
  }
  const header = findHeader(rows)
  if (header && isList(header, 1)) return header
  const bare = noHeader(rows)
  return isList(bare, 2) ? bare : null
}

/** Whether a sheet holds a list, and not just the form for one. */
function hasRows({ rows, list }: LookedAt): boolean {
  return list !== null && (list.columns.length === 0 || householdsBelow(rows, list).length > 0)
}

async function lookAtSheets(table: TableSource, choices: ListChoices, today: Day): Promise<LookedAt[]> {
  const looked: LookedAt[] = []
  const lettersToFind = { encodings: choices.encodings, isLegacyText: table.textEncoding === 'windows-1252' }
  for (const [index, sheet] of table.sheets.entries()) {
    if (index >= MOST_SHEETS_LOOKED_AT && sheet.name !== choices.sheetName) continue
    looked.push(await lookAt(sheet, lettersToFind, today))
  }
  return looked
}

/** The sheet that is read: the one the clerk named; else the best that is shown, an empty form last. */
function chooseSheet(looked: readonly LookedAt[], { sheetName, headerRowNumber }: ListChoices): LookedAt | null {
  if (sheetName !== null) return looked.find(({ sheet }) => sheet.name === sheetName) ?? null
  const shown = looked.filter(({ sheet }) => !sheet.isHidden)
  const rank = (one: LookedAt) => (hasRows(one) ? 1000 : 0) + (one.list?.score ?? 0)
  const [best] = shown.filter(({ list }) => list !== null).sort((one, other) => rank(other) - rank(one))
  const isPointedAt = headerRowNumber !== null
  return best ?? (isPointedAt ? (shown.find(({ rows }) => rows.length > 0) ?? null) : null)
}

/** The header that is read; where the clerk chose the sheet, one without a list is shown all the same. */
function chooseHeader({ rows, list }: LookedAt, { headerRowNumber }: ListChoices): Header {
  if (headerRowNumber === null) return list ?? noHeader(rows)
  return headerRowNumber === 0 ? noHeader(rows) : headerAt(rows, headerRowNumber)
}

/** A conversion with the first values it changes; null where it changes none, and the clerk did not choose it. */
function describeConversion({ fileRows, letters }: LookedAt, rows: readonly TableRow[], column: number) {
  const conversion = letters.conversionOf(column)
  if (!conversion) return null
  const asRead = new Map(rows.map(({ rowNumber, cells }) => [rowNumber, cells[column]]))
  const before = fileRows.flatMap(({ rowNumber, cells }) => {
    const cell = cells[column]
    return typeof cell === 'string' && asRead.has(rowNumber) && asRead.get(rowNumber) !== cell ? [cell] : []
  })
  const { isChosen, ...found } = conversion
  return before.length > 0 || isChosen ? { ...found, before: before.slice(0, SAMPLES) } : null
}

/** What a column was read as, with samples of it out of the rows that tell. */
function describeColumn(looked: LookedAt, rows: readonly TableRow[], matched: MatchedColumn): HouseholdListColumn {
  const { column, texts, basis, confidence } = matched
  const values = rows.map(({ cells }) => cellText(cells[column])).filter((text) => !isBlankText(text))
  return {
    columnNumber: column + 1,
    header: texts.join(' – '),
    field: fieldOf(matched),
    basis,
    confidence: Math.round(confidence * 100) / 100,
    samples: values.slice(0, SAMPLES),
    conversion: describeConversion(looked, rows, column),
  }
}

async function readRows(
  looked: LookedAt,
  header: Header,
  { columns }: Matched,
  options: ReadingOptions,
): Promise<RowsReading> {
  const { sheet, letters, rows } = looked
  const { today, signal, onProgress, choices = NO_CHOICES } = options
  const titles = rows.filter(({ rowNumber }) => rowNumber < header.firstRowNumber)
  const reader = rowsReader({ columns, titles, today, corrections: choices.corrections })
  let rowsRead = 0
  for await (const { rowNumber, cells } of sheet.rows()) {
    if (rowNumber > header.lastRowNumber) reader.read({ rowNumber, cells: letters.converted(cells) })
    rowsRead += 1
    if (rowsRead % ROWS_BETWEEN_PROGRESS !== 0) continue
    signal?.throwIfAborted()
    onProgress?.(rowsRead)
  }
  return reader.end(sheet.mergedCells())
}

/** Hidden rows that hold a household, in their order. */
function hiddenHouseholds(sheet: TableSheet, { rows, blockedRows }: RowsReading): number[] {
  const hidden = sheet.hiddenRowNumbers()
  if (hidden.length === 0) return []
  const households = new Set([...rows, ...blockedRows].map(({ rowNumber }) => rowNumber))
  return hidden.filter((rowNumber) => households.has(rowNumber))
}

async function readTable(
  { table, fileName, sha256 }: OpenedSource,
  options: ReadingOptions,
): Promise<HouseholdListReading> {
  const { today, choices = NO_CHOICES, layouts = [] } = options
  const { sheetName } = choices
  if (sheetName !== null && !table.sheets.some(({ name }) => name === sheetName)) {
    return { ok: false, refusal: refusal('import.sheetUnknown', { fileName, sheetName }) }
  }
  const looked = await lookAtSheets(table, choices, today)
  const best = chooseSheet(looked, choices)
  if (!best) return { ok: false, refusal: refusal('workbook.noHeader', { fileName }) }
  const withList = new Set(looked.filter(hasRows).map(({ sheet }) => sheet))
  const header = chooseHeader(best, choices)
  const telling = tellingRows(best.rows, header)
  const matched = matchColumns({ header, values: valuesOf(telling), layouts, choices, today })
  const reading = await readRows(best, header, matched, options)
  const isPointedAt = (sheetName !== null || choices.headerRowNumber !== null) && best.rows.length > 0
  if (reading.rowCount === 0 && !isPointedAt)
    return { ok: false, refusal: refusal('import.nothingUsable', { fileName }) }
  const list: HouseholdList = {
    fileName,
    fileSha256: sha256,
    format: table.format,
    textEncoding: table.textEncoding,
    sheets: table.sheets.map((sheet): ListSheet => {
      return { name: sheet.name, isHidden: sheet.isHidden, hasList: withList.has(sheet) }
    }),
    sheetName: best.sheet.name,
    headerRowNumber: header.columns.length > 0 ? header.lastRowNumber : 0,
    firstRows: best.rows
      .slice(0, FIRST_ROWS)
      .map(({ rowNumber, cells }) => ({ rowNumber, texts: cells.map(cellText) })),
    headerSignature: matched.headerSignature,
    columns: matched.columns.map((column) => describeColumn(best, telling, column)),
    ...reading,
    hiddenRowNumbers: hiddenHouseholds(best.sheet, reading),
  }
  return { ok: true, list }
}

/**
 * Reads a list of households out of a workbook, a text file of separated values or what was copied in Excel, in memory
 * of a few times the list's own. Refuses what `withSource` refuses, and import.sheetUnknown, workbook.noHeader where no
 * sheet that is shown holds a list, and import.nothingUsable where a list holds no household. A sheet or header that
 * the clerk pointed at is shown without one, so that another can be pointed at. Never throws for what a file holds.
 */
export async function readHouseholdList(source: ListSource, options: ReadingOptions): Promise<HouseholdListReading> {
  const read = await withSource(source, (opened) => readTable(opened, options))
  return read.ok ? read.result : read
}
