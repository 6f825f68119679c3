/** Reads a commune's list of households: which sheet, which columns, which rows, and what is wrong with them. */

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Day } from '../domain/day.ts'
import type { HouseholdList, HouseholdListColumn } from '../domain/household-list.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { findHeader, type Header, ROWS_WITH_HEADER } from './find-header.ts'
import { openTable } from './open-table.ts'
import { type RowsReading, rowsReader } from './read-rows.ts'
import {
  LARGEST_FILE_MEGABYTES,
  LARGEST_UNPACKED_MEGABYTES,
  MOST_ROWS,
  TableFault,
  type TableRow,
  type TableSheet,
  type TableSource,
} from './table-source.ts'

export interface ReadingOptions {
  /** Nobody is born after it. */
  today: Day
  /** Aborting rejects with the signal's reason; nothing else does, whatever the file holds. */
  signal?: AbortSignal
  /** Told now and then while a long list is read. */
  onProgress?: (rowsRead: number) => void
}

export type HouseholdListReading = { ok: true; list: HouseholdList } | { ok: false; refusal: Refusal }

const ROWS_BETWEEN_PROGRESS = 1000
const MOST_SHEETS_LOOKED_AT = 50

interface SheetWithList {
  sheet: TableSheet
  header: Header
  titles: TableRow[]
  /** An empty form has the same header as the list that was made of it. */
  hasRows: boolean
}

/** Looks for a list in the first rows of a sheet. */
async function lookAt(sheet: TableSheet): Promise<SheetWithList | null> {
  const first: TableRow[] = []
  for await (const row of sheet.rows()) {
    first.push(row)
    if (first.length > ROWS_WITH_HEADER) break
  }
  const header = findHeader(first)
  if (!header) return null
  const hasRows = first.some(({ rowNumber }) => rowNumber > header.lastRowNumber)
  const titles = first.filter(({ rowNumber }) => rowNumber < header.firstRowNumber)
  return { sheet, header, titles, hasRows }
}

/** The sheets that hold a list, the best first. */
async function findLists(table: TableSource): Promise<SheetWithList[]> {
  const found: SheetWithList[] = []
  const shown = table.sheets.filter(({ isHidden }) => !isHidden)
  for (const sheet of shown.slice(0, MOST_SHEETS_LOOKED_AT)) {
    const list = await lookAt(sheet)
    if (list) found.push(list)
  }
  const rank = ({ hasRows, header }: SheetWithList) => (hasRows ? 1000 : 0) + header.score
  return found.sort((one, other) => rank(other) - rank(one))
}

async function readRows(list: SheetWithList, options: ReadingOptions): Promise<RowsReading> {
  const reader = rowsReader(list.header, list.titles, options.today)
  let rowsRead = 0
  for await (const row of list.sheet.rows()) {
    if (row.rowNumber > list.header.lastRowNumber) reader.read(row)
    rowsRead += 1
    if (rowsRead % ROWS_BETWEEN_PROGRESS !== 0) continue
    options.signal?.throwIfAborted()
    options.onProgress?.(rowsRead)
  }
  return reader.end(list.sheet.mergedCells())
}

function columnsOf(header: Header): { columns: HouseholdListColumn[]; unmatchedHeaders: string[] } {
  const columns: HouseholdListColumn[] = []
  const unmatchedHeaders: string[] = []
  for (const { column, texts, meaning } of header.columns) {
    const text = texts.join(' – ')
    if (meaning?.kind === 'field') columns.push({ field: meaning.field, header: text, columnNumber: column + 1 })
    else if (meaning?.kind === 'categoryMark')
      columns.push({ field: 'category', header: text, columnNumber: column + 1 })
    else if (meaning?.kind !== 'runningNumber') unmatchedHeaders.push(text)
  }
  return { columns, unmatchedHeaders }
}

function refusalOf(fault: TableFault, fileName: string): Refusal {
  switch (fault.kind) {
    case 'notAWorkbook':
      return refusal('workbook.notAWorkbook', { fileName })
    case 'broken':
      return refusal('workbook.broken', { fileName })
    case 'encrypted':
      return refusal('workbook.encrypted', { fileName })
    case 'tooManyRows':
      return refusal('workbook.tooManyRows', { fileName, mostRows: MOST_ROWS })
    case 'tooLarge':
      return refusal('file.tooLarge', {
        fileName,
        megabytes: fault.megabytes,
        largestMegabytes: LARGEST_UNPACKED_MEGABYTES,
      })
  }
}

async function readBytes(file: string, fileName: string): Promise<Buffer | Refusal> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
  if (!found?.isFile()) return refusal('file.missing', { fileName })
  const megabytes = Math.ceil(found.size / 2 ** 20)
  const largestMegabytes = LARGEST_FILE_MEGABYTES
  if (megabytes > largestMegabytes) return refusal('file.tooLarge', { fileName, megabytes, largestMegabytes })
  return readFile(file)
}

async function readTable(bytes: Buffer, fileName: string, options: ReadingOptions): Promise<HouseholdListReading> {
  const [best, ...others] = await findLists(await openTable(bytes, fileName))
  if (!best) return { ok: false, refusal: refusal('workbook.noHeader', { fileName }) }
  const reading = await readRows(best, options)
  if (reading.rowCount === 0) return { ok: false, refusal: refusal('import.nothingUsable', { fileName }) }
  const list: HouseholdList = {
    fileName,
    fileSha256: createHash('sha256').update(bytes).digest('hex'),
    sheetName: best.sheet.name,
    otherListSheetNames: others.filter(({ hasRows }) => hasRows).map(({ sheet }) => sheet.name),
    headerRowNumber: best.header.lastRowNumber,
    ...columnsOf(best.header),
    ...reading,
  }
  return { ok: true, list }
}

/**
 * Reads an .xlsx workbook or a text file of separated values as a list of households, in memory of a few times the
 * list's own. Refuses file.missing, file.tooLarge, workbook.notAWorkbook, workbook.broken, workbook.encrypted,
 * workbook.noHeader, workbook.tooManyRows and import.nothingUsable; never throws for what a file holds.
 */
export async function readHouseholdList(file: string, options: ReadingOptions): Promise<HouseholdListReading> {
  const fileName = basename(file).normalize('NFC')
  const bytes = await readBytes(file, fileName)
  if (!Buffer.isBuffer(bytes)) return { ok: false, refusal: bytes }
  try {
    return await readTable(bytes, fileName, options)
  } catch (error) {
    if (error instanceof TableFault) return { ok: false, refusal: refusalOf(error, fileName) }
    throw error
  }
}
