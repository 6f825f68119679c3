/** The table of communes as a file: what is read, what is refused and which row is told. */

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCommuneTable, writeCommuneTable } from '../../../src/domain/addresses/commune-table.ts'
import { COMMUNES_FILE, makeCommuneTable } from '../../support/make-addresses.ts'

const ROWS = [
  'phiên bản,2026-03-01',
  'tỉnh,Tỉnh Mẫu',
  'xã,00166,Xã Đông Mẫu',
  'xã,00167,Phường Mẫu',
  'tỉnh cũ,Tỉnh Mẫu Cũ',
  'huyện cũ,Huyện Mẫu',
  'xã cũ,,Xã Mẫu,00166 00167',
]

function problemOf(text: string): { rowNumber: number; problem: string } | null {
  const reading = readCommuneTable(text)
  if (reading.ok) return null
  return reading.refusal.code === 'communes.badTable' ? reading.refusal.parameters : null
}
const withRow = (index: number, row: string) => ROWS.map((known, at) => (at === index ? row : known)).join('\n')

describe('the table that comes along', () => {
  test('is what the package it was made from tells', () => {
    expect(readFileSync(COMMUNES_FILE, 'utf8')).toBe(makeCommuneTable())
  })

  test('holds 34 provinces, 3,321 communes and the wards they were made of', () => {
    const reading = readCommuneTable(readFileSync(COMMUNES_FILE, 'utf8'))
    const table = reading.ok ? reading.table : null
    expect(table?.version).toBe('2025-07-01')
    expect(table?.communes).toHaveLength(3321)
    expect(new Set(table?.communes.map(({ provinceName }) => provinceName)).size).toBe(34)
    expect(table?.oldWards).toHaveLength(10_803)
    expect(table?.oldWards.filter(({ code }) => code === null)).toHaveLength(769)
    expect(table?.oldWards.filter(({ newCodes }) => newCodes.length > 1)).toHaveLength(25)
    // Only Ia Mơ, at the border, is made of no ward that the package names, beside the five special zones.
    const made = new Set(table?.oldWards.flatMap(({ newCodes }) => newCodes))
    expect(table?.communes.filter(({ code }) => !made.has(code)).map(({ name }) => name)).toHaveLength(6)
  })
})

describe('a table as a file', () => {
  test('is read as it was written', () => {
    const reading = readCommuneTable(ROWS.join('\n'))
    expect(reading.ok && writeCommuneTable(reading.table)).toBe(`${ROWS.join('\n')}\n`)
  })

  test('is read as Excel leaves it: semicolons, a mark at its head, quotes, empty cells, zeros gone', () => {
    const left = ROWS.map((row) => row.replaceAll(',', ';').replaceAll(';00', ';'))
      .map((row) => `${row};;`.replace('Xã Đông Mẫu', '"Xã Đông Mẫu"'))
      .join('\r\n')
    const reading = readCommuneTable(`\ufeff${left}\r\n;;;\r\n`)
    expect(reading).toEqual(readCommuneTable(ROWS.join('\n').replace('00166 00167', '00166 167')))
    expect(reading.ok).toBe(true)
  })

  test('with first cells typed without marks is read', () => {
    expect(readCommuneTable(withRow(0, 'Phien ban,2026-03-01')).ok).toBe(true)
  })

  test.each([
    ['', 1, 'notThisFormat'],
    ['STT,Họ và tên\n1,Nguyễn Văn An', 1, 'notThisFormat'],
    [withRow(0, 'phiên bản,01/03/2026'), 1, 'badVersion'],
    [withRow(1, 'thành phố,Mẫu'), 2, 'unknownRow'],
    [withRow(1, ''), 3, 'noProvince'],
    [withRow(2, 'xã,ABC,Xã Đông Mẫu'), 3, 'badCode'],
    [withRow(2, 'xã,00166,'), 3, 'badName'],
    [withRow(2, 'xã,00166,=HYPERLINK("x")'), 3, 'badName'],
    [withRow(3, 'xã,166,Phường Mẫu'), 4, 'codeTwice'],
    [withRow(4, ''), 6, 'noProvince'],
    [withRow(5, ''), 7, 'noDistrict'],
    [withRow(6, 'xã cũ,,Xã Mẫu,00168'), 7, 'unknownNewCode'],
    [withRow(6, 'xã cũ,,Xã Mẫu'), 7, 'badCode'],
    ['phiên bản,2026-03-01', 1, 'noCommunes'],
  ])('%# is refused with its row and problem', (text, rowNumber, problem) => {
    expect(problemOf(text)).toEqual({ rowNumber, problem })
  })
})
