/**
 * The XML of Excel 2003 (SpreadsheetML) as a table source: many Vietnamese programs write it and call it .xls. The text
 * goes by once for each sheet; nothing of it is kept.
 */

import { dayOfIso, dayOfSerial, isDateCode } from './number-formats.ts'
import { newSheetReading, type SheetReading, sheetBeingRead } from './sheet-reading.ts'
import {
  type Cell,
  MOST_COLUMNS,
  TableFault,
  type TableRow,
  type TableSource,
  type TextEncoding,
} from './table-source.ts'
import { decodedPieces } from './text-encoding.ts'
import { attributeOf, type XmlHandlers, xmlScanner } from './xml-scanner.ts'

const LAST_ROW = 1_048_576
const MOST_MERGED_CELLS = 200_000
const MOST_SHEETS = 10_000
const MOST_STYLES = 100_000

interface Style {
  font: string
  isDate: boolean
}

interface Parts {
  sheets: { name: string; isHidden: boolean }[]
  styles: Map<string, Style>
  isDate1904: boolean
}

/** Scans the text; yields after each piece, so that what was found so far can be handed on. */
function* scanPieces(bytes: Buffer, encoding: TextEncoding, handlers: XmlHandlers): Generator<void> {
  const scanner = xmlScanner(handlers)
  for (const piece of decodedPieces(bytes, encoding)) {
    scanner.write(Buffer.from(piece))
    yield
  }
  scanner.end()
}

/** The number formats that have names are dates where they name one (General Date, Short Date). */
function isDateFormat(format: string): boolean {
  return / Date$/.test(format) || isDateCode(format)
}

function readParts(bytes: Buffer, encoding: TextEncoding): Parts {
  const parts: Parts = { sheets: [], styles: new Map(), isDate1904: false }
  let style: Style | null = null
  let isVisibleNext = false
  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (name === 'Style') {
        const parent = parts.styles.get(attributeOf(attributes, 'ss:Parent') ?? 'Default')
        style = { font: parent?.font ?? '', isDate: parent?.isDate ?? false }
        parts.styles.set(attributeOf(attributes, 'ss:ID') ?? '', style)
        if (parts.styles.size > MOST_STYLES) throw new TableFault('broken', 'Too many styles')
      } else if (name === 'Font' && style) style.font = attributeOf(attributes, 'ss:FontName') ?? style.font
      else if (name === 'NumberFormat' && style) style.isDate = isDateFormat(attributeOf(attributes, 'ss:Format') ?? '')
      else if (name === 'Date1904') parts.isDate1904 = true
      else if (name === 'Visible') isVisibleNext = true
      else if (name === 'Worksheet' && parts.sheets.length < MOST_SHEETS) {
        parts.sheets.push({ name: attributeOf(attributes, 'ss:Name') ?? '', isHidden: false })
      }
    },
    close(name) {
      if (name === 'Style') style = null
      if (name === 'Visible') isVisibleNext = false
    },
    text(text) {
      const sheet = parts.sheets.at(-1)
      if (isVisibleNext && sheet && /Hidden/.test(text)) sheet.isHidden = true
    },
  }
  for (const _piece of scanPieces(bytes, encoding, handlers));
  return parts
}

/** The sheet that is read, while the text goes by. */
interface Reading extends SheetReading {
  parts: Parts
  /** Which sheet is wanted, and at which the scanner is. */
  wanted: number
  sheet: number
  rowNumber: number
  columnsMerged: number
  /** Up to which row a cell above reaches down, by column: a cell that states no place comes after it. */
  takenUntil: number[]
  style: Style | null
  type: string
  text: string
  isWanted: boolean
  isInComment: boolean
}

function newReading(parts: Parts, wanted: number): Reading {
  const row = { rowNumber: 0, columnsMerged: 0, takenUntil: [] }
  const cell = { style: null, type: '', text: '', isWanted: false, isInComment: false }
  return { ...newSheetReading(), parts, wanted, sheet: -1, ...row, ...cell }
}

/** A place that the file may state; it never goes back. */
function nextPlace(before: number, stated: string | null, last: number): number {
  const place = stated === null ? before + 1 : Number(stated)
  if (Number.isInteger(place) && place > before && place <= last) return place
  throw new TableFault('broken', `Place ${stated} after ${before}`)
}

function openCell(reading: Reading, attributes: string): void {
  const { takenUntil, rowNumber } = reading
  const stated = attributeOf(attributes, 'ss:Index')
  let before = reading.column + 1 + reading.columnsMerged
  while (stated === null && (takenUntil[before] ?? 0) >= rowNumber) before += 1
  const column = nextPlace(before, stated, LAST_ROW) - 1
  const merged = (name: string) => Math.min(Number(attributeOf(attributes, name) ?? 0) || 0, LAST_ROW)
  reading.column = column
  reading.columnsMerged = merged('ss:MergeAcross')
  reading.style = reading.parts.styles.get(attributeOf(attributes, 'ss:StyleID') ?? 'Default') ?? null
  const lastRowNumber = rowNumber + merged('ss:MergeDown')
  if (lastRowNumber === rowNumber || reading.merged.length >= MOST_MERGED_CELLS) return
  for (let at = column; at <= Math.min(column + reading.columnsMerged, MOST_COLUMNS); at++)
    takenUntil[at] = lastRowNumber
  if (column < MOST_COLUMNS) reading.merged.push({ firstRowNumber: rowNumber, lastRowNumber, column })
}

function openElement(reading: Reading, name: string, attributes: string): void {
  if (name === 'Worksheet') reading.sheet += 1
  if (reading.sheet !== reading.wanted) return
  switch (name) {
    case 'Row':
      reading.rowNumber = nextPlace(reading.rowNumber, attributeOf(attributes, 'ss:Index'), LAST_ROW)
      reading.isRowHidden = attributeOf(attributes, 'ss:Hidden') === '1'
      reading.cells = []
      reading.column = -1
      reading.columnsMerged = 0
      return
    case 'Cell':
      openCell(reading, attributes)
      return
    case 'Comment':
      reading.isInComment = true
      return
    case 'Data':
      if (reading.isInComment) return
      reading.type = attributeOf(attributes, 'ss:Type') ?? 'String'
      reading.text = ''
      reading.isWanted = true
  }
}

function cellValue({ type, text, style, parts }: Reading): Cell {
  switch (type) {
    case 'Number': {
      const number = Number(text)
      if (text.trim() === '' || !Number.isFinite(number)) return text
      const day = style?.isDate ? dayOfSerial(number, parts.isDate1904) : null
      return day ? { day } : number
    }
    case 'DateTime': {
      const day = dayOfIso(text)
      return day ? { day } : text
    }
    case 'Boolean':
      return text.trim() === '1'
    default:
      return text
  }
}

function closeElement(reading: Reading, name: string): void {
  if (reading.sheet !== reading.wanted) return
  if (name === 'Comment') reading.isInComment = false
  if (name === 'Data' && reading.isWanted) {
    reading.isWanted = false
    const { column, cells } = reading
    const value = cellValue(reading)
    if (value === '' || column >= MOST_COLUMNS) return
    while (cells.length < column) cells.push(null)
    cells[column] = value
    if (typeof value === 'string') reading.fonts.count(column, reading.style?.font ?? '')
  }
  if (name === 'Row' && reading.cells.length > 0) {
    reading.rows.push({ rowNumber: reading.rowNumber, cells: reading.cells })
    if (reading.isRowHidden) reading.hiddenRowNumbers.push(reading.rowNumber)
  }
}

async function* readRows(bytes: Buffer, encoding: TextEncoding, reading: Reading): AsyncGenerator<TableRow> {
  const handlers: XmlHandlers = {
    open: (name, attributes) => openElement(reading, name, attributes),
    close: (name) => closeElement(reading, name),
    text(text) {
      if (reading.isWanted) reading.text += text
    },
  }
  for (const _piece of scanPieces(bytes, encoding, handlers)) {
    yield* reading.rows.splice(0)
    if (reading.sheet > reading.wanted) return
  }
  yield* reading.rows.splice(0)
}

/** Opens the XML of a workbook. Throws a `TableFault`: broken where the text ends too early or is no such XML. */
export function openXml2003(bytes: Buffer, encoding: TextEncoding): TableSource {
  const parts = readParts(bytes, encoding)
  const sheets = parts.sheets.map((sheet, wanted) =>
    sheetBeingRead(
      sheet,
      () => newReading(parts, wanted),
      (reading) => readRows(bytes, encoding, reading),
    ),
  )
  return { format: 'xml2003', textEncoding: encoding, sheets }
}
