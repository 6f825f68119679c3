/**
 * The tables of a web page as a table source: many programs write a page and call it .xls. Values stay texts, as they
 * are shown. A table in a cell of another is a table of its own.
 */

import { decodeHtmlEntities, htmlAttribute, scanHtml } from './html-tags.ts'
import { newSheetReading, type SheetReading, sheetBeingRead } from './sheet-reading.ts'
import { MOST_COLUMNS, MOST_ROWS, TableFault, type TableSource, type TextEncoding } from './table-source.ts'
import { decodedPieces } from './text-encoding.ts'

/** The page and its tables are in memory at once. */
const LARGEST_PAGE_BYTES = 32 * 2 ** 20
const DEEPEST_TABLE = 50
const MOST_TABLES = 1000
const LAST_ROW = 1_048_576
const LONGEST_TEXT = 32_767

interface HtmlTable extends SheetReading {
  rowNumber: number
  /** Up to which row a cell above reaches down, by column. */
  takenUntil: number[]
  cell: { text: string; number: string | null; font: string; column: number } | null
}

interface Page {
  tables: HtmlTable[]
  /** The tables that are open, the innermost last. */
  open: HtmlTable[]
  fontOfClass: Map<string, string>
}

function newTable(): HtmlTable {
  return { ...newSheetReading(0), rowNumber: 0, takenUntil: [], cell: null }
}

/** The first family that a style names. */
function fontIn(style: string): string {
  const families = /font-family\s*:\s*([^;}]{1,200})/i.exec(style)?.[1] ?? ''
  return families.replace(/,.*$/, '').replace(/["']/g, '').trim()
}

/** A cell's text as it is shown: white space is one space, breaks are line breaks. */
function shownText(text: string): string {
  return text
    .replace(/[ \t\r\f]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

function closeCell(table: HtmlTable): void {
  const { cell, cells } = table
  table.cell = null
  if (!cell || cell.column >= MOST_COLUMNS) return
  const text = shownText(cell.text)
  const exact = cell.number ? Number(cell.number) : Number.NaN
  const value = Number.isFinite(exact) && text !== '' ? exact : text
  if (value === '') return
  while (cells.length < cell.column) cells.push(null)
  cells[cell.column] = value
  if (typeof value === 'string') table.fonts.count(cell.column, cell.font)
}

function closeRow(table: HtmlTable): void {
  closeCell(table)
  if (table.cells.length === 0) return
  table.rows.push({ rowNumber: table.rowNumber, cells: table.cells })
  if (table.isRowHidden) table.hiddenRowNumbers.push(table.rowNumber)
  if (table.rows.length > 2 * MOST_ROWS) throw new TableFault('tooManyRows', 'A page of too many rows')
  table.cells = []
}

function span(attributes: string, name: string): number {
  const count = Number(htmlAttribute(attributes, name) ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, LAST_ROW) : 1
}

function openCell(page: Page, table: HtmlTable, attributes: string): void {
  closeCell(table)
  if (table.rowNumber === 0) table.rowNumber = 1
  while ((table.takenUntil[table.column] ?? 0) >= table.rowNumber) table.column += 1
  const { column, rowNumber } = table
  const columns = span(attributes, 'colspan')
  const lastRowNumber = rowNumber + span(attributes, 'rowspan') - 1
  for (let at = column; at < Math.min(column + columns, MOST_COLUMNS); at++) table.takenUntil[at] = lastRowNumber
  if (lastRowNumber > rowNumber && column < MOST_COLUMNS) {
    table.merged.push({ firstRowNumber: rowNumber, lastRowNumber, column })
  }
  const ofClass = page.fontOfClass.get(htmlAttribute(attributes, 'class') ?? '') ?? ''
  const font = fontIn(htmlAttribute(attributes, 'style') ?? '') || ofClass
  table.cell = { text: '', number: htmlAttribute(attributes, 'x:num'), font, column }
  table.column = Math.min(column + columns, MOST_COLUMNS + 1)
}

function openTag(page: Page, name: string, attributes: string): void {
  const table = page.open.at(-1)
  if (name === 'table') {
    if (page.open.length >= DEEPEST_TABLE) throw new TableFault('broken', 'Tables too deep in each other')
    const inner = newTable()
    page.open.push(inner)
    if (page.tables.length < MOST_TABLES) page.tables.push(inner)
  } else if (!table) {
    return
  } else if (name === 'tr') {
    closeRow(table)
    table.rowNumber += 1
    table.column = 0
    table.isRowHidden = /display\s*:\s*none/i.test(attributes)
  } else if (name === 'td' || name === 'th') {
    openCell(page, table, attributes)
  } else if (table.cell && /^(br|p|div|li)$/.test(name)) {
    if (table.cell.text.length < LONGEST_TEXT) table.cell.text += '\n'
  } else if (table.cell && name === 'font') {
    table.cell.font = htmlAttribute(attributes, 'face')?.replace(/,.*$/, '').trim() || table.cell.font
  } else if (table.cell && name === 'span') {
    table.cell.font = fontIn(htmlAttribute(attributes, 'style') ?? '') || table.cell.font
  }
}

function closeTag(page: Page, name: string): void {
  const table = page.open.at(-1)
  if (!table) return
  if (name === 'td' || name === 'th') closeCell(table)
  else if (name === 'tr') closeRow(table)
  else if (name === 'table') {
    closeRow(table)
    page.open.pop()
  }
}

function readPage(text: string): Page {
  const page: Page = { tables: [], open: [], fontOfClass: new Map() }
  scanHtml(text, {
    open: (name, attributes) => openTag(page, name, attributes),
    close: (name) => closeTag(page, name),
    text(piece) {
      const cell = page.open.at(-1)?.cell
      if (cell && cell.text.length < LONGEST_TEXT) cell.text += decodeHtmlEntities(piece.replace(/\s+/g, ' '))
    },
    styles(sheet) {
      for (const rule of sheet.split('}')) {
        const [selector = '', style = ''] = rule.split('{')
        const name = /\.([\w-]+)\s*$/.exec(selector.slice(-200))?.[1]
        const font = fontIn(style)
        if (name && font) page.fontOfClass.set(name, font)
      }
    },
  })
  for (const table of page.open) closeRow(table)
  return page
}

/** Opens a web page. Throws a `TableFault`: tooLarge, tooManyRows, or broken where tables stand too deep in others. */
export function openHtml(bytes: Buffer, encoding: TextEncoding): TableSource {
  if (bytes.length > LARGEST_PAGE_BYTES) {
    throw new TableFault('tooLarge', 'A large web page', { megabytes: Math.ceil(bytes.length / 2 ** 20) })
  }
  const { tables } = readPage([...decodedPieces(bytes, encoding)].join(''))
  const sheets = tables.map((table, index) => {
    const name = tables.length === 1 ? 'HTML' : `HTML ${index + 1}`
    return sheetBeingRead(
      { name, isHidden: false },
      () => table,
      async function* () {
        yield* table.rows
      },
    )
  })
  return { format: 'html', textEncoding: encoding, sheets }
}
