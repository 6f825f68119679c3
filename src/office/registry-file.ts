/**
 * A list of households as a file for another program: .csv, or .xlsx for every other name. Every cell is a text or a
 * number, never a formula; the file is whole or not there.
 */

import { writeXlsx } from 'hucre'
import { writeDurably } from '../ledger/durable-file.ts'
import { csvRecord } from '../month-end/csv.ts'
import { type RegistryCell, safeText } from './registry-cells.ts'

export interface RegistryFile {
  file: string
  headers: readonly RegistryCell[]
  rows: readonly (readonly RegistryCell[])[]
}

const SHEET_NAME = 'DanhSachHo'
/** Tells Excel that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

function csvOf({ headers, rows }: RegistryFile): string {
  const safe = (cells: readonly RegistryCell[]) =>
    csvRecord(cells.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)))
  return BYTE_ORDER_MARK + [headers, ...rows].map(safe).join('')
}

/** As wide as what the first rows say, within reason. */
function widthOf(texts: readonly RegistryCell[]): number {
  const longest = Math.max(...texts.map((text) => String(text ?? '').length))
  return Math.min(Math.max(longest + 2, 8), 44)
}

function xlsxOf({ headers, rows }: RegistryFile): Promise<Uint8Array> {
  const cells = [headers, ...rows].map((row) => [...row])
  const columns = headers.map((_, at) => ({ width: widthOf(cells.slice(0, 200).map((row) => row[at] ?? null)) }))
  return writeXlsx({ sheets: [{ name: SHEET_NAME, columns, rows: cells, freezePane: { rows: 1 } }] })
}

export async function writeRegistryFile(list: RegistryFile): Promise<void> {
  writeDurably(list.file, list.file.toLowerCase().endsWith('.csv') ? csvOf(list) : await xlsxOf(list))
}
