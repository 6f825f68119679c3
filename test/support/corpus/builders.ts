/** What the lists of the corpus are built with. */

import { writeXlsx } from 'hucre/xlsx'
import {
  type CellStyle,
  type CellValue,
  type MergeRange,
  type WriteSheet,
  workbookParts,
  zipParts,
} from '../workbook.ts'

export type Rows = CellValue[][]
export type Maker = () => Promise<Uint8Array> | Uint8Array

export const utc = (year: number, month: number, dayOfMonth: number) => new Date(Date.UTC(year, month - 1, dayOfMonth))
export const merge = (startRow: number, startCol: number, endRow: number, endCol: number): MergeRange => {
  return { startRow, startCol, endRow, endCol }
}

export const HEADER = ['STT', 'Họ và tên chủ hộ', 'Năm sinh', 'Số CCCD', 'Thôn', 'Diện']
export const AN: CellValue[] = [1, 'Trần Thị An', 1950, '001150000001', 'Thôn Đông', 'Hộ nghèo']
export const BINH: CellValue[] = [2, 'Lê Văn Bình', 1961, '001061000002', 'Thôn Đoài', 'Hộ cận nghèo']
export const CHI: CellValue[] = [3, 'Nguyễn Thị Chi', 1948, '001148000003', 'Thôn Đông', 'Thương binh']
export const DUNG: CellValue[] = [4, 'Phạm Ngọc Dũng', 1955, '001055000004', 'Thôn Hạ', 'Bệnh binh']
export const LIST: Rows = [HEADER, AN, BINH, CHI, DUNG]

export function sheet(rows: Rows, more: Partial<WriteSheet> = {}): WriteSheet {
  return { name: 'Danh sách', rows, ...more }
}

export function workbook(...sheets: WriteSheet[]): Maker {
  return () => writeXlsx({ sheets })
}

export const rowsOf = (rows: Rows): Maker => workbook(sheet(rows))

/** A sheet whose every text is in one font. */
export function inFont(rows: Rows, fontOf: (row: number, column: number) => string): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  rows.forEach((row, at) => {
    row.forEach((value, column) => {
      const style: CellStyle = { font: { name: fontOf(at, column), size: 12 } }
      cells.set(`${at},${column}`, { value, style })
    })
  })
  return sheet(rows, { cells })
}

export function mapTexts(rows: Rows, change: (text: string) => string): Rows {
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? change(cell) : cell)))
}

export function csv(rows: Rows, delimiter = ',', lineEnd = '\r\n'): string {
  const cell = (value: CellValue) => {
    const text = value === null || value === undefined ? '' : String(value)
    return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => row.map(cell).join(delimiter) + lineEnd).join('')
}

export const utf8 =
  (text: string): Maker =>
  () =>
    Buffer.from(text)

/** A workbook whose sheet is written by hand, for what no library writes. */
export function byHand(sheetData: string, parts: Record<string, string> = {}): Maker {
  return () => zipParts({ ...workbookParts(`<sheetData>${sheetData}</sheetData>`), ...parts })
}

export const inlineCell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
export const inlineRow = (...texts: string[]) => `<row>${texts.map(inlineCell).join('')}</row>`
