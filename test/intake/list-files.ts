/** Lists written to real files and read back, for the tests of this folder. */

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { day } from '../../src/domain/day.ts'
import type { HouseholdList } from '../../src/domain/household-list.ts'
import type { RefusalCode } from '../../src/domain/refusal.ts'
import { type HouseholdListReading, readHouseholdList } from '../../src/intake/read-household-list.ts'
import { type CellValue, type WriteSheet, writeRows, writeWorkbook } from '../support/workbook.ts'

export const TODAY = day('2026-11-23')

export async function freshFile(fileName: string): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'intake-')), fileName)
}

/** Writes the bytes as a file of that name and reads it. */
export async function readBytes(
  bytes: string | Uint8Array,
  fileName = 'danh-sach.xlsx',
): Promise<HouseholdListReading> {
  const file = await freshFile(fileName)
  await writeFile(file, bytes)
  return readHouseholdList({ file }, { today: TODAY })
}

export function listOf(reading: HouseholdListReading): HouseholdList {
  if (!reading.ok) throw new Error(`Refused: ${reading.refusal.code}`)
  return reading.list
}

export function refusalCodeOf(reading: HouseholdListReading): RefusalCode | null {
  return reading.ok ? null : reading.refusal.code
}

/** The list in a workbook of one sheet of these rows. */
export async function readRows(rows: CellValue[][]): Promise<HouseholdList> {
  const file = await freshFile('danh-sach.xlsx')
  await writeRows(file, rows)
  return listOf(await readHouseholdList({ file }, { today: TODAY }))
}

export async function readSheets(sheets: WriteSheet[]): Promise<HouseholdListReading> {
  const file = await freshFile('danh-sach.xlsx')
  await writeWorkbook(file, sheets)
  return readHouseholdList({ file }, { today: TODAY })
}

/** One household whose column of that header holds this cell, with its facts and what was found. */
export async function readOneCell(header: string, cell: CellValue) {
  const list = await readRows([
    ['STT', 'Họ tên', header],
    [1, 'Trần Thị Mẫu', cell],
    [2, 'Lê Văn Mẫu', null],
  ])
  const findings = list.findings.map(({ code, severity, value, mended, other }) => ({
    code,
    severity,
    value,
    mended,
    other,
  }))
  return { facts: list.rows[0]?.facts, isTakenIn: list.rows.some(({ rowNumber }) => rowNumber === 2), findings }
}
