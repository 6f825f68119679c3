/**
 * An .xlsx workbook as a table source: the one module that knows how sheets are written. Rows come while the sheet is
 * unpacked; what stays in memory are the file and its shared texts.
 */

import { type Day, dayOf } from '../domain/day.ts'
import {
  type Cell,
  type MergedCells,
  MOST_COLUMNS,
  TableFault,
  type TableRow,
  type TableSource,
} from './table-source.ts'
import { decodeEscapes, detached, readDateStyles, readSharedTexts, readWorkbookParts } from './xlsx-parts.ts'
import { attributeOf, type XmlHandlers, xmlScanner } from './xml-scanner.ts'
import { openZip, type ZipArchive } from './zip-archive.ts'

const LAST_ROW_OF_EXCEL = 1_048_576
const MOST_MERGED_CELLS = 200_000

/** What cells refer to by number. */
interface Meanings {
  sharedTexts: string[]
  dateStyles: boolean[]
  isDate1904: boolean
}

/** The day of a serial date; the 29 February 1900 that Excel believes in is none. Null outside the calendar we keep. */
function dayOfSerial(serial: number, isDate1904: boolean): Day | null {
  const days = Math.floor(serial) + (isDate1904 ? 1462 : 0)
  if (days < 1 || days === 60) return null
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
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
function cellValue(type: string, style: string | null, written: string, meanings: Meanings): Cell {
  switch (type) {
    case 's': {
      const text = meanings.sharedTexts[Number(written)]
      if (text === undefined && written) throw new TableFault('broken', `No shared text ${written}`)
      return text ?? null
    }
    case 'str':
    case 'inlineStr':
      return detached(decodeEscapes(written))
    case 'b':
      return written === '1' || written === 'true'
    case 'e':
      return written
    case 'd':
      return detached(written)
    default: {
      if (written === '') return null
      const number = Number(written)
      if (!Number.isFinite(number)) return detached(written)
      const day = style !== null && meanings.dateStyles[Number(style)] ? dayOfSerial(number, meanings.isDate1904) : null
      return day ? { day } : number
    }
  }
}

/** Collects the rows of a sheet as its XML is scanned: `take()` hands out those that are complete. */
function rowCollector(meanings: Meanings) {
  let rows: TableRow[] = []
  const merged: MergedCells[] = []
  let rowNumber = 0
  let column = -1
  let cells: Cell[] = []
  let type = ''
  let style: string | null = null
  let written = ''
  let wanted: 'value' | 'inline' | null = null
  let isInReading = false

  const openers: Record<string, (attributes: string) => void> = {
    row(attributes) {
      const stated = attributeOf(attributes, 'r')
      const next = stated === null ? rowNumber + 1 : Number(stated)
      if (!Number.isInteger(next) || next <= rowNumber || next > LAST_ROW_OF_EXCEL) {
        throw new TableFault('broken', `A row numbered ${stated} after row ${rowNumber}`)
      }
      rowNumber = next
      column = -1
      cells = []
    },
    c(attributes) {
      const reference = attributeOf(attributes, 'r')
      column = reference === null ? column + 1 : readReference(reference).column
      type = attributeOf(attributes, 't') ?? 'n'
      style = attributeOf(attributes, 's')
      written = ''
    },
    v() {
      wanted = 'value'
    },
    t() {
      wanted = type === 'inlineStr' && !isInReading ? 'inline' : null
    },
    rPh() {
      isInReading = true
    },
    mergeCell(attributes) {
      if (merged.length < MOST_MERGED_CELLS) merged.push(...readMergedCells(attributeOf(attributes, 'ref') ?? ''))
    },
  }
  const closers: Record<string, () => void> = {
    v() {
      wanted = null
    },
    t() {
      wanted = null
    },
    rPh() {
      isInReading = false
    },
    c() {
      const value = column < MOST_COLUMNS ? cellValue(type, style, written, meanings) : null
      if (value === null || value === '') return
      while (cells.length < column) cells.push(null)
      cells[column] = value
    },
    row() {
      if (cells.length > 0) rows.push({ rowNumber, cells })
    },
  }
  const handlers: XmlHandlers = {
    open: (name, attributes) => openers[name]?.(attributes),
    close: (name) => closers[name]?.(),
    text(text) {
      if (wanted) written += text
    },
  }
  return {
    handlers,
    merged,
    take(): TableRow[] {
      const taken = rows
      rows = []
      return taken
    },
  }
}

/** Opens an .xlsx workbook in memory. Throws a `TableFault` where it is none, is broken, encrypted or too large. */
export async function openXlsx(bytes: Buffer): Promise<TableSource> {
  const zip = await openZip(bytes)
  const parts = await readWorkbookParts(zip)
  const { isDate1904 } = parts
  const dateStyles = await readDateStyles(zip, parts.stylesPart)
  let sharedTexts: string[] | null = null
  return {
    sheets: parts.sheets.map(({ name, partName }) => {
      let merged: readonly MergedCells[] = []
      return {
        name,
        mergedCells: () => merged,
        async *rows() {
          sharedTexts ??= await readSharedTexts(zip, parts.sharedTextsPart)
          const collector = rowCollector({ sharedTexts, dateStyles, isDate1904 })
          yield* readRows(zip, partName, collector)
          merged = collector.merged
        },
      }
    }),
  }
}

async function* readRows(
  zip: ZipArchive,
  partName: string,
  collector: ReturnType<typeof rowCollector>,
): AsyncGenerator<TableRow> {
  const scanner = xmlScanner(collector.handlers)
  for await (const chunk of zip.read(partName)) {
    scanner.write(chunk)
    yield* collector.take()
  }
  scanner.end()
  yield* collector.take()
}
