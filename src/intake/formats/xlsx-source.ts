/**
 * An .xlsx workbook as a table source: the one module that knows how sheets are written. Rows come while the sheet is
 * unpacked; what stays in memory are the file and its shared texts.
 */

import { dayOfIso, dayOfSerial } from './number-formats.ts'
import { newSheetReading, type SheetReading, sheetBeingRead } from './sheet-reading.ts'
import {
  type Cell,
  type MergedCells,
  MOST_COLUMNS,
  TableFault,
  type TableRow,
  type TableSource,
} from './table-source.ts'
import {
  type CellStyles,
  decodeEscapes,
  detached,
  readCellStyles,
  readSharedTexts,
  readWorkbookParts,
} from './xlsx-parts.ts'
import { attributeOf, type XmlHandlers, xmlScanner } from './xml-scanner.ts'
import type { ZipArchive } from './zip-archive.ts'

const LAST_ROW_OF_EXCEL = 1_048_576
const MOST_MERGED_CELLS = 200_000

/** What cells refer to by number. */
interface Meanings {
  sharedTexts: string[]
  styles: CellStyles
  isDate1904: boolean
}

/** "AB12" as column 27 (from 0) and row 12; 16,384 columns are Excel's end. */
function readReference(reference: string): { column: number; rowNumber: number } {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 0x20) - 0x60
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  const rowNumber = Number(reference.slice(at))
  if (column < 1 || column > 16_384 || !(rowNumber >= 1)) throw new TableFault('broken', `Not a cell: ${reference}`)
  return { column: column - 1, rowNumber }
}

function readMergedCells(reference: string): MergedCells[] {
  const [from, to] = reference.split(':').map(readReference)
  if (!from || !to || from.column >= MOST_COLUMNS || from.rowNumber === to.rowNumber) return []
  return [{ firstRowNumber: from.rowNumber, lastRowNumber: to.rowNumber, column: from.column }]
}

/** A cell's value by its type (ECMA-376 part 1, 18.18.11): `written` is what stands in its <v> or <is>. */
function cellValue(type: string, style: number, written: string, meanings: Meanings): Cell {
  if (written === '') return null
  switch (type) {
    case 's': {
      const text = meanings.sharedTexts[Number(written)]
      if (text === undefined) throw new TableFault('broken', `No shared text ${written}`)
      return text
    }
    case 'str':
    case 'inlineStr':
      return detached(decodeEscapes(written))
    case 'b':
      return written === '1' || written === 'true'
    case 'e':
      return written
    case 'd': {
      const day = dayOfIso(written)
      return day ? { day } : detached(written)
    }
    default: {
      const number = Number(written)
      if (!Number.isFinite(number)) return detached(written)
      const day = meanings.styles.isDate[style] ? dayOfSerial(number, meanings.isDate1904) : null
      return day ? { day } : number
    }
  }
}

/** A sheet while its XML is scanned: the rows that are complete, and the row and the cell that are not yet. */
interface SheetInProgress extends SheetReading {
  rowNumber: number
  type: string
  style: number
  written: string
  isWanted: boolean
  isInReading: boolean
}

function nextRowNumber(sheet: SheetInProgress, stated: string | null): number {
  const rowNumber = stated === null ? sheet.rowNumber + 1 : Number(stated)
  if (Number.isInteger(rowNumber) && rowNumber > sheet.rowNumber && rowNumber <= LAST_ROW_OF_EXCEL) return rowNumber
  throw new TableFault('broken', `A row numbered ${stated} after row ${sheet.rowNumber}`)
}

function openElement(sheet: SheetInProgress, name: string, attributes: string): void {
  switch (name) {
    case 'row':
      sheet.rowNumber = nextRowNumber(sheet, attributeOf(attributes, 'r'))
      sheet.isRowHidden = /^(1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')
      sheet.column = -1
      sheet.cells = []
      return
    case 'c': {
      const reference = attributeOf(attributes, 'r')
      sheet.column = reference === null ? sheet.column + 1 : readReference(reference).column
      sheet.type = attributeOf(attributes, 't') ?? 'n'
      sheet.style = Number(attributeOf(attributes, 's') ?? 0)
      sheet.written = ''
      return
    }
    case 'v':
      sheet.isWanted = true
      return
    case 't':
      sheet.isWanted = sheet.type === 'inlineStr' && !sheet.isInReading
      return
    case 'rPh':
      sheet.isInReading = true
      return
    case 'mergeCell':
      if (sheet.merged.length >= MOST_MERGED_CELLS) return
      sheet.merged.push(...readMergedCells(attributeOf(attributes, 'ref') ?? ''))
  }
}

function closeElement(sheet: SheetInProgress, name: string, meanings: Meanings): void {
  switch (name) {
    case 'v':
    case 't':
      sheet.isWanted = false
      return
    case 'rPh':
      sheet.isInReading = false
      return
    case 'c': {
      const { column, cells } = sheet
      const value = column < MOST_COLUMNS ? cellValue(sheet.type, sheet.style, sheet.written, meanings) : null
      if (value === null || value === '') return
      if (typeof value === 'string') sheet.fonts.count(column, meanings.styles.fonts[sheet.style] ?? '')
      while (cells.length < column) cells.push(null)
      cells[column] = value
      return
    }
    case 'row':
      if (sheet.cells.length === 0) return
      sheet.rows.push({ rowNumber: sheet.rowNumber, cells: sheet.cells })
      if (sheet.isRowHidden) sheet.hiddenRowNumbers.push(sheet.rowNumber)
  }
}

function newSheet(): SheetInProgress {
  const cell = { type: '', style: 0, written: '', isWanted: false, isInReading: false }
  return { ...newSheetReading(), rowNumber: 0, ...cell }
}

/** Reads a part of rows into the sheet, and yields those that are complete. */
async function* readRows(
  zip: ZipArchive,
  partName: string,
  sheet: SheetInProgress,
  meanings: Meanings,
): AsyncGenerator<TableRow> {
  const handlers: XmlHandlers = {
    open: (name, attributes) => openElement(sheet, name, attributes),
    close: (name) => closeElement(sheet, name, meanings),
    text(text) {
      if (sheet.isWanted) sheet.written += text
    },
  }
  const scanner = xmlScanner(handlers)
  for await (const chunk of zip.read(partName)) {
    scanner.write(chunk)
    yield* sheet.rows.splice(0)
  }
  scanner.end()
  yield* sheet.rows.splice(0)
}

/** Opens an .xlsx workbook in memory. Throws a `TableFault` where it is none, is broken, encrypted or too large. */
export async function openXlsx(zip: ZipArchive): Promise<TableSource> {
  const parts = await readWorkbookParts(zip)
  const { isDate1904 } = parts
  const styles = await readCellStyles(zip, parts.stylesPart)
  let sharedTexts: string[] | null = null
  const sheets = parts.sheets.map((found) =>
    sheetBeingRead(found, newSheet, async function* (sheet) {
      sharedTexts ??= await readSharedTexts(zip, parts.sharedTextsPart)
      yield* readRows(zip, found.partName, sheet, { sharedTexts, styles, isDate1904 })
    }),
  )
  return { format: 'xlsx', textEncoding: null, sheets }
}
