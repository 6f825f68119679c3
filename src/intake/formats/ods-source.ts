/**
 * An .ods workbook as a table source. Cells and rows say how often they are repeated: blank ones only move on, and
 * those with a value count as what they stand for.
 */

import { dayOfIso } from './number-formats.ts'
import { CONTENT, type OdsParts, readOdsParts } from './ods-parts.ts'
import { newSheetReading, type SheetReading, sheetBeingRead } from './sheet-reading.ts'
import { type Cell, MOST_COLUMNS, MOST_ROWS, TableFault, type TableRow, type TableSource } from './table-source.ts'
import { attributeOf, xmlScanner } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

const MOST_MERGED_CELLS = 200_000
const MOST_SPACES = 100
/** Excel's longest text; a cell that claims more is cut. */
const LONGEST_TEXT = 32_767

/** The sheet that is read, while the part goes by. */
interface Reading extends SheetReading {
  parts: OdsParts
  /** Which table of the part the sheet is, and at which the scanner is. */
  wanted: number
  table: number
  columnStyles: string[]
  valuedRows: number
  /** The last row before this one. */
  rowsBefore: number
  rowRepeats: number
  cell: CellInReading | null
}

interface CellInReading {
  attributes: string
  isCovered: boolean
  text: string
  paragraphs: number
  /** How deep in the cell the scanner is; notes and drawings in it are passed over. */
  depth: number
  isPassedOver: boolean
}

function newReading(parts: OdsParts, wanted: number): Reading {
  const row = { rowsBefore: 0, rowRepeats: 1, cell: null, valuedRows: 0 }
  return { ...newSheetReading(0), parts, wanted, table: -1, columnStyles: [], ...row }
}

function countIn(attributes: string, name: string): number {
  const stated = attributeOf(attributes, name)
  if (stated === null) return 1
  const count = Number(stated)
  if (Number.isInteger(count) && count >= 1 && count <= 2 ** 31) return count
  throw new TableFault('broken', `A count of ${stated}`)
}

/** A cell's value by its type (OpenDocument 1.3, 19.385); what it shows where the type says nothing. */
function cellValue({ attributes, text }: CellInReading): Cell {
  switch (attributeOf(attributes, 'office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const value = attributeOf(attributes, 'office:value') ?? ''
      return value !== '' && Number.isFinite(Number(value)) ? Number(value) : text
    }
    case 'date': {
      const day = dayOfIso(attributeOf(attributes, 'office:date-value') ?? '')
      return day ? { day } : text
    }
    case 'boolean':
      return attributeOf(attributes, 'office:boolean-value') === 'true'
    case 'string':
      return attributeOf(attributes, 'office:string-value') || text
    default:
      return text
  }
}

function closeCell(reading: Reading, cell: CellInReading): void {
  const { column, cells } = reading
  const repeats = countIn(cell.attributes, 'table:number-columns-repeated')
  reading.column += repeats
  const value = cell.isCovered ? null : cellValue(cell)
  if (value === null || value === '' || column >= MOST_COLUMNS) return
  const style = attributeOf(cell.attributes, 'table:style-name')
  for (let at = column; at < Math.min(column + repeats, MOST_COLUMNS); at++) {
    while (cells.length < at) cells.push(null)
    cells[at] = value
    const font = () => reading.parts.fontOfStyle(style ?? reading.columnStyles[at] ?? '')
    if (typeof value === 'string') reading.fonts.count(at, font())
  }
  const rowsSpanned = countIn(cell.attributes, 'table:number-rows-spanned')
  if (rowsSpanned > 1 && reading.merged.length < MOST_MERGED_CELLS) {
    const firstRowNumber = reading.rowsBefore + 1
    reading.merged.push({ firstRowNumber, lastRowNumber: firstRowNumber + rowsSpanned - 1, column })
  }
}

function closeRow(reading: Reading): void {
  const { cells, rowRepeats, rowsBefore } = reading
  reading.rowsBefore += rowRepeats
  if (cells.length === 0) return
  reading.valuedRows += rowRepeats
  if (reading.valuedRows > 2 * MOST_ROWS) throw new TableFault('tooManyRows', 'Rows that are repeated too often')
  for (let rowNumber = rowsBefore + 1; rowNumber <= rowsBefore + rowRepeats; rowNumber++) {
    reading.rows.push({ rowNumber, cells })
    if (reading.isRowHidden) reading.hiddenRowNumbers.push(rowNumber)
  }
}

/** What stands in a cell: its paragraphs are its lines; spaces and breaks are elements. */
function openInCell(cell: CellInReading, name: string, attributes: string): void {
  if (cell.depth === 0) {
    cell.isPassedOver = name !== 'p'
    if (name === 'p' && cell.paragraphs++ > 0) cell.text += '\n'
  }
  cell.depth += 1
  if (cell.isPassedOver || cell.text.length > LONGEST_TEXT) return
  if (name === 's') cell.text += ' '.repeat(Math.min(countIn(attributes, 'text:c'), MOST_SPACES))
  else if (name === 'tab') cell.text += '\t'
  else if (name === 'line-break') cell.text += '\n'
}

function openElement(reading: Reading, name: string, attributes: string): void {
  if (reading.cell) {
    openInCell(reading.cell, name, attributes)
    return
  }
  if (name === 'table') reading.table += 1
  if (reading.table !== reading.wanted) return
  if (name === 'table-column') {
    const style = attributeOf(attributes, 'table:default-cell-style-name') ?? ''
    const repeats = Math.min(countIn(attributes, 'table:number-columns-repeated'), MOST_COLUMNS)
    for (let at = 0; at < repeats && reading.columnStyles.length < MOST_COLUMNS; at++) reading.columnStyles.push(style)
  } else if (name === 'table-row') {
    reading.rowRepeats = countIn(attributes, 'table:number-rows-repeated')
    reading.isRowHidden = /^(collapse|filter)$/.test(attributeOf(attributes, 'table:visibility') ?? '')
    reading.cells = []
    reading.column = 0
  } else if (name === 'table-cell' || name === 'covered-table-cell') {
    const isCovered = name === 'covered-table-cell'
    reading.cell = { attributes, isCovered, text: '', paragraphs: 0, depth: 0, isPassedOver: false }
  }
}

function closeElement(reading: Reading, name: string): void {
  const { cell } = reading
  if (cell && cell.depth > 0) {
    cell.depth -= 1
    return
  }
  if (cell) {
    reading.cell = null
    closeCell(reading, cell)
  } else if (name === 'table-row' && reading.table === reading.wanted) {
    closeRow(reading)
  }
}

/** Reads the part up to the end of the sheet that is wanted, and yields its rows as they are complete. */
async function* readRows(zip: ZipArchive, reading: Reading): AsyncGenerator<TableRow> {
  const scanner = xmlScanner({
    open: (name, attributes) => openElement(reading, name, attributes),
    close: (name) => closeElement(reading, name),
    text(text) {
      const { cell } = reading
      if (cell && cell.depth > 0 && !cell.isPassedOver && cell.text.length <= LONGEST_TEXT) cell.text += text
    },
  })
  for await (const chunk of zip.read(CONTENT)) {
    scanner.write(chunk)
    yield* reading.rows.splice(0)
    if (reading.table > reading.wanted) return
  }
  scanner.end()
  yield* reading.rows.splice(0)
}

/** Opens an .ods workbook. Throws a `TableFault` where it is none, is broken, encrypted or too large. */
export async function openOds(zip: ZipArchive): Promise<TableSource> {
  const parts = await readOdsParts(zip)
  const sheets = parts.sheets.map((sheet, wanted) =>
    sheetBeingRead(
      sheet,
      () => newReading(parts, wanted),
      (reading) => readRows(zip, reading),
    ),
  )
  return { format: 'ods', textEncoding: null, sheets }
}
