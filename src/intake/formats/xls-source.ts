/**
 * The workbook stream of Excel 97-2003 (BIFF8) or Excel 5.0/95 (BIFF5) as a table source. What the stream says of its
 * own size is not believed: memory grows with the cells that are there.
 */

import { type ColumnFonts, columnFonts } from '../column-fonts.ts'
import { dayOfSerial, isBuiltInDate, isDateCode } from './number-formats.ts'
import {
  type Cell,
  type MergedCells,
  MOST_COLUMNS,
  TableFault,
  type TableSheet,
  type TableSource,
} from './table-source.ts'
import { codePageOf, decodeVietnamese, decodeWestern } from './text-encoding.ts'
import {
  type Cursor,
  cursorOf,
  hasMore,
  RECORD,
  readByteText,
  readUnicodeText,
  recordsFrom,
  type XlsRecord,
} from './xls-records.ts'

const BIFF8 = 0x0600
const BIFF5 = 0x0500
const WORKSHEET = 0
const VIETNAMESE_CODE_PAGE = 1258
const MOST_MERGED_CELLS = 200_000
const SAMPLE_BYTES = 2 ** 17

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

type ReadText = (cursor: Cursor, lengthBytes: 1 | 2) => string

/** What the stream's first part says of the whole workbook. */
interface Workbook {
  sheets: { name: string; isHidden: boolean; offset: number }[]
  readText: ReadText
  sharedTexts: string[]
  /** By the number of a cell's format: whether it shows a date, and in which font. */
  isDate: boolean[]
  fonts: string[]
  isDate1904: boolean
}

/** Fonts and formats as they stand in the stream, before cell formats refer to them. */
interface Tables {
  fonts: string[]
  dateFormats: Map<number, boolean>
  cellFormats: { font: number; format: number }[]
}

function readSharedTexts(record: XlsRecord): string[] {
  const texts: string[] = []
  const cursor = cursorOf(record, 8)
  while (hasMore(cursor)) texts.push(readUnicodeText(cursor, 2))
  return texts
}

/** Texts of BIFF5 are bytes; where Windows was Vietnamese they may be so, or of a legacy font all the same. */
function byteTextReader(stream: Buffer, codePage: number): ReadText {
  const isVietnamese = codePage === VIETNAMESE_CODE_PAGE && codePageOf(sampleOfLabels(stream)) !== 'windows-1252'
  const decode = isVietnamese ? decodeVietnamese : decodeWestern
  return (cursor, lengthBytes) => decode(readByteText(cursor, lengthBytes))
}

/** Bytes of the first labels, wherever their sheet begins. */
function sampleOfLabels(stream: Buffer): Buffer {
  const found: Buffer[] = []
  let length = 0
  for (let at = 0; at + 4 <= stream.length && length < SAMPLE_BYTES; at += 4 + stream.readUInt16LE(at + 2)) {
    const id = stream.readUInt16LE(at)
    if (id !== RECORD.label && id !== RECORD.richLabel) continue
    const label = stream.subarray(at + 12, at + 4 + stream.readUInt16LE(at + 2))
    found.push(label, Buffer.from(' '))
    length += label.length
  }
  return Buffer.concat(found)
}

function readTable(record: XlsRecord, tables: Tables, readText: ReadText, isBiff8: boolean): void {
  const { data } = record
  switch (record.id) {
    case RECORD.font:
      tables.fonts.push(readText(cursorOf(record, 14), 1))
      return
    case RECORD.format:
      tables.dateFormats.set(data.readUInt16LE(0), isDateCode(readText(cursorOf(record, 2), isBiff8 ? 2 : 1)))
      return
    case RECORD.cellFormat:
      tables.cellFormats.push({ font: data.readUInt16LE(0), format: data.readUInt16LE(2) })
  }
}

function readWorkbook(stream: Buffer): Workbook {
  if (stream.length < 8) throw new TableFault('broken', 'A workbook stream that is empty')
  const version = stream.readUInt16LE(4)
  if (version !== BIFF8 && version !== BIFF5) throw new TableFault('notAWorkbook', `A stream of version ${version}`)
  const isBiff8 = version === BIFF8
  let readText: ReadText = isBiff8 ? readUnicodeText : byteTextReader(stream, 0)
  const tables: Tables = { fonts: [], dateFormats: new Map(), cellFormats: [] }
  const sheets: Workbook['sheets'] = []
  let sharedTexts: string[] = []
  let isDate1904 = false
  for (const record of recordsFrom(stream, 0)) {
    const { id, data } = record
    if (id === RECORD.filePassword) throw new TableFault('encrypted', 'An old workbook with a password')
    if (id === RECORD.codePage && !isBiff8) readText = byteTextReader(stream, data.readUInt16LE(0))
    if (id === RECORD.dateMode) isDate1904 = data.readUInt16LE(0) === 1
    if (id === RECORD.sharedTexts) sharedTexts = readSharedTexts(record)
    if (id === RECORD.boundSheet && data.readUInt8(5) === WORKSHEET) {
      const isHidden = (data.readUInt8(4) & 3) !== 0
      sheets.push({ name: readText(cursorOf(record, 6), 1), isHidden, offset: data.readUInt32LE(0) })
    }
    readTable(record, tables, readText, isBiff8)
  }
  const { cellFormats, dateFormats } = tables
  const isDate = cellFormats.map(({ format }) => dateFormats.get(format) ?? isBuiltInDate(format))
  // Fonts are numbered from 0, and no font has the number 4.
  const fonts = cellFormats.map(({ font }) => tables.fonts[font > 4 ? font - 1 : font] ?? '')
  return { sheets, readText, sharedTexts, isDate, fonts, isDate1904 }
}

interface Sheet {
  rows: Map<number, Cell[]>
  merged: MergedCells[]
  hidden: Set<number>
  fonts: ColumnFonts
  /** A formula whose text comes in a record of its own. */
  waiting: { row: number; column: number; format: number } | null
}

function newSheet(): Sheet {
  return { rows: new Map(), merged: [], hidden: new Set(), fonts: columnFonts(), waiting: null }
}

function put(sheet: Sheet, workbook: Workbook, row: number, column: number, format: number, value: Cell): void {
  if (column >= MOST_COLUMNS || value === null || value === '') return
  let cells = sheet.rows.get(row)
  if (!cells) {
    cells = []
    sheet.rows.set(row, cells)
  }
  while (cells.length < column) cells.push(null)
  const day = typeof value === 'number' && workbook.isDate[format] ? dayOfSerial(value, workbook.isDate1904) : null
  cells[column] = day ? { day } : value
  if (typeof value === 'string') sheet.fonts.count(column, workbook.fonts[format] ?? '')
}

/** A number in 30 bits ([MS-XLS] 2.5.217): an integer or the upper part of a double, maybe a hundredfold. */
function readShortNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at)
  const double = Buffer.alloc(8)
  double.writeInt32LE(bits & ~3, 4)
  const number = bits & 2 ? bits >> 2 : double.readDoubleLE(0)
  return bits & 1 ? number / 100 : number
}

function booleanOrError(code: number, isError: boolean): Cell {
  return isError ? (ERRORS[code] ?? '#N/A') : code === 1
}

/** A formula's value: a number, or where the last bytes of one are all ones, what the first byte says. */
function readFormula(sheet: Sheet, workbook: Workbook, data: Buffer): void {
  const [row, column, format] = [data.readUInt16LE(0), data.readUInt16LE(2), data.readUInt16LE(4)]
  const kind = data.readUInt16LE(12) === 0xffff ? data.readUInt8(6) : null
  if (kind === null) put(sheet, workbook, row, column, format, data.readDoubleLE(6))
  if (kind === 0) sheet.waiting = { row, column, format }
  if (kind === 1 || kind === 2) {
    put(sheet, workbook, row, column, format, booleanOrError(data.readUInt8(8), kind === 2))
  }
}

function readMerged(sheet: Sheet, data: Buffer): void {
  for (let at = 2; at + 8 <= data.length && sheet.merged.length < MOST_MERGED_CELLS; at += 8) {
    const [first, last, column] = [data.readUInt16LE(at), data.readUInt16LE(at + 2), data.readUInt16LE(at + 4)]
    if (last <= first || column >= MOST_COLUMNS) continue
    sheet.merged.push({ firstRowNumber: first + 1, lastRowNumber: last + 1, column })
  }
}

/** Reads a record that holds one cell's value, or several's. */
function readCells(sheet: Sheet, workbook: Workbook, record: XlsRecord): void {
  const { id, data } = record
  const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)]
  if (id === RECORD.shortNumbers) {
    for (let at = 4; at + 8 <= data.length; at += 6) {
      put(sheet, workbook, row, column + (at - 4) / 6, data.readUInt16LE(at), readShortNumber(data, at + 2))
    }
    return
  }
  const format = data.readUInt16LE(4)
  const value = () => {
    switch (id) {
      case RECORD.number:
        return data.readDoubleLE(6)
      case RECORD.shortNumber:
        return readShortNumber(data, 6)
      case RECORD.booleanOrError:
        return booleanOrError(data.readUInt8(6), data.readUInt8(7) === 1)
      case RECORD.sharedText: {
        const text = workbook.sharedTexts[data.readUInt32LE(6)]
        if (text === undefined) throw new TableFault('broken', 'A shared text that is not there')
        return text
      }
      default:
        return workbook.readText(cursorOf(record, 6), 2)
    }
  }
  put(sheet, workbook, row, column, format, value())
}

function readRecord(sheet: Sheet, workbook: Workbook, record: XlsRecord): void {
  const { data } = record
  switch (record.id) {
    case RECORD.row:
      if (data.readUInt16LE(12) & 0x20) sheet.hidden.add(data.readUInt16LE(0))
      return
    case RECORD.formula:
      readFormula(sheet, workbook, data)
      return
    case RECORD.formulaText: {
      if (!sheet.waiting) return
      const { row, column, format } = sheet.waiting
      sheet.waiting = null
      put(sheet, workbook, row, column, format, workbook.readText(cursorOf(record, 0), 2))
      return
    }
    case RECORD.mergedCells:
      readMerged(sheet, data)
      return
    case RECORD.number:
    case RECORD.shortNumber:
    case RECORD.shortNumbers:
    case RECORD.booleanOrError:
    case RECORD.sharedText:
    case RECORD.label:
    case RECORD.richLabel:
      readCells(sheet, workbook, record)
  }
}

/** Runs what reads the stream; where a record is shorter than it should be, the file is broken, not the program. */
function held<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new TableFault('broken', 'A record of an old workbook is too short', { cause })
  }
}

function tableSheet(stream: Buffer, workbook: Workbook, { name, isHidden, offset }: Workbook['sheets'][0]): TableSheet {
  let sheet = newSheet()
  return {
    name,
    isHidden,
    mergedCells: () => sheet.merged,
    hiddenRowNumbers() {
      const hidden = [...sheet.rows.keys()].filter((row) => sheet.hidden.has(row))
      return hidden.sort((one, other) => one - other).map((row) => row + 1)
    },
    fontOf: (column) => sheet.fonts.fontOf(column) || null,
    async *rows() {
      sheet = newSheet()
      held(() => {
        for (const record of recordsFrom(stream, offset)) readRecord(sheet, workbook, record)
      })
      const rows = [...sheet.rows].sort(([one], [other]) => one - other)
      for (const [row, cells] of rows) yield { rowNumber: row + 1, cells }
    },
  }
}

/** Opens the workbook stream of an .xls file. Throws a `TableFault`: notAWorkbook, broken or encrypted. */
export function openXls(stream: Buffer): TableSource {
  const workbook = held(() => readWorkbook(stream))
  return {
    format: 'xls',
    textEncoding: null,
    sheets: workbook.sheets.map((sheet) => tableSheet(stream, workbook, sheet)),
  }
}
