/** Tables read to the end, for the tests of the formats they come in. */

import { openTable } from '../../src/intake/formats/open-table.ts'
import { type Cell, TableFault, type TableFaultKind, type TableSource } from '../../src/intake/formats/table-source.ts'

export interface ReadSheet {
  name: string
  isHidden: boolean
  /** Cells by the number of their row. */
  rows: Record<number, readonly Cell[]>
  merged: { firstRowNumber: number; lastRowNumber: number; column: number }[]
  hidden: number[]
  fonts: (string | null)[]
}

export async function readTable(table: TableSource): Promise<ReadSheet[]> {
  const sheets: ReadSheet[] = []
  for (const sheet of table.sheets) {
    const rows: ReadSheet['rows'] = {}
    for await (const { rowNumber, cells } of sheet.rows()) rows[rowNumber] = cells
    const fonts = [0, 1, 2].map(sheet.fontOf)
    const { name, isHidden } = sheet
    sheets.push({
      name,
      isHidden,
      rows,
      merged: [...sheet.mergedCells()],
      hidden: [...sheet.hiddenRowNumbers()],
      fonts,
    })
  }
  return sheets
}

/** The rows of the first sheet. */
export async function rowsOf(bytes: Buffer | string): Promise<ReadSheet['rows']> {
  const [sheet] = await readTable(await openTable(Buffer.from(bytes)))
  return sheet?.rows ?? {}
}

/** Why the bytes are refused, at whatever row; null where they are read. */
export async function faultOf(bytes: Buffer | string): Promise<TableFaultKind | null> {
  try {
    await readTable(await openTable(Buffer.from(bytes)))
    return null
  } catch (error) {
    if (error instanceof TableFault) return error.kind
    throw error
  }
}
