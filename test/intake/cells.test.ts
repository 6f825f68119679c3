import { describe, expect, test } from 'vitest'
import type { ListField } from '../../src/domain/household-list.ts'
import type { CellValue } from '../support/workbook.ts'
import { readOneCell, readRows } from './list-files.ts'

const utc = (year: number, month: number, dayOfMonth: number) => new Date(Date.UTC(year, month - 1, dayOfMonth))

describe('a cell is read by what it says, however it was typed', () => {
  const cases: [header: string, cell: CellValue, field: ListField, expected: string | number][] = [
    ['Số CCCD', '001185000001', 'citizenId', '001185000001'],
    ['Số CCCD', '001 185 000 001', 'citizenId', '001185000001'],
    ['Số CCCD', 96_185_000_001, 'citizenId', '096185000001'],
    ['CMND', '012345678', 'oldIdNumber', '012345678'],
    ['CMND', '001185000001', 'citizenId', '001185000001'],
    ['Năm sinh', 1950, 'birthYear', 1950],
    ['Năm sinh', '1950', 'birthYear', 1950],
    ['Năm sinh', '1950.0', 'birthYear', 1950],
    ['Ngày sinh', utc(1950, 3, 2), 'birthYear', 1950],
    ['Ngày sinh', '02/03/1950', 'birthYear', 1950],
    ['Ngày sinh', '2.3.50', 'birthYear', 1950],
    ['Ngày sinh', '03/1950', 'birthYear', 1950],
    ['Ngày sinh', '00/00/1950', 'birthYear', 1950],
    ['Ngày sinh', '1950-03-02 00:00:00', 'birthYear', 1950],
    ['Số điện thoại', '0912.345.678', 'phone', '0912345678'],
    ['Mã KH', 'ps 0000 0000 001', 'customerCode', 'PS00000000001'],
    ['Số công tơ', 22_000_123, 'meterNumber', '22000123'],
    ['Số công tơ', '00123', 'meterNumber', '00123'],
    ['Nhân khẩu', '4 người', 'memberCount', 4],
    ['Nhân khẩu', '4,0', 'memberCount', 4],
    ['Diện', 'hộ cận nghèo', 'category', 'HCN'],
    ['Diện', 'CậnNghèo', 'category', 'HCN'],
    ['Diện', 'HCNgheo', 'category', 'HCN'],
    ['Hộ nghèo', 'x', 'category', 'HN'],
    ['Hộ cận nghèo', true, 'category', 'HCN'],
    ['Hộ nghèo', 1, 'category', 'HN'],
    ['Thôn', 3, 'hamlet', '3'],
    ['Thôn', 'THÔN ĐÔNG', 'hamlet', 'Thôn Đông'],
    ['Khu phố', 'KHU 4A', 'hamlet', 'Khu 4A'],
    ['Địa chỉ', '  Số 5,\n Thôn  Đông ', 'addressText', 'Số 5, Thôn Đông'],
    ['Địa chỉ', 'Thôn Đông'.normalize('NFD'), 'addressText', 'Thôn Đông'],
    ['Ghi chú', utc(2026, 11, 5), 'note', '05/11/2026'],
  ]
  test.each(cases)('%s: %j', async (header, cell, field, expected) => {
    const { facts, findings } = await readOneCell(header, cell)
    expect(facts?.[field]).toBe(expected)
    const lostZero = typeof cell === 'number' && field === 'citizenId'
    expect(findings.map(({ code }) => code)).toEqual(lostZero ? ['citizenIdMended'] : [])
  })

  test.each(['-', '...', '  ', '//'])('%j says nothing', async (cell) => {
    const { facts, findings } = await readOneCell('Số CCCD', cell)
    expect(facts?.citizenId).toBeNull()
    expect(findings).toEqual([])
  })
})

describe('what is mended is told with what it was', () => {
  const cases: [header: string, cell: CellValue, field: ListField, code: string, mended: string][] = [
    ['CCCD', 1_185_000_001, 'citizenId', 'citizenIdMended', '001185000001'],
    ['CCCD', '36185000001', 'citizenId', 'citizenIdMended', '036185000001'],
    ['CCCD', '012345678', 'oldIdNumber', 'citizenIdOldNumber', '012345678'],
    ['CMND', 12_345_678, 'oldIdNumber', 'oldIdNumberMended', '012345678'],
    ['CMND', 1_185_000_001, 'citizenId', 'citizenIdMended', '001185000001'],
    ['SĐT', 912_345_678, 'phone', 'phoneMended', '0912345678'],
    ['SĐT', '+84 912 345 678', 'phone', 'phoneMended', '0912345678'],
    ['SĐT', '01682345678', 'phone', 'phoneMended', '0382345678'],
    ['SĐT', '0912345678; 0987654321', 'phone', 'phoneMended', '0912345678'],
  ]
  test.each(cases)('%s: %j', async (header, cell, field, code, mended) => {
    const { facts, findings } = await readOneCell(header, cell)
    expect(facts?.[field]).toBe(mended)
    expect(findings).toEqual([{ code, severity: 'warning', value: String(cell), mended, other: null }])
  })
})

describe('what cannot be kept is left empty and told, never guessed', () => {
  const cases: [header: string, cell: CellValue, field: ListField, code: string, value?: string][] = [
    ['CCCD', '1,18E+09', 'citizenId', 'citizenIdStrange'],
    ['CCCD', '1.185E+09', 'citizenId', 'citizenIdStrange'],
    ['CCCD', 1.5, 'citizenId', 'citizenIdStrange'],
    ['CCCD', '999185000001', 'citizenId', 'citizenIdStrange'],
    ['CMND', '123', 'oldIdNumber', 'oldIdNumberStrange'],
    ['Năm sinh', 2027, 'birthYear', 'birthYearStrange'],
    ['Năm sinh', 1899, 'birthYear', 'birthYearStrange'],
    ['Năm sinh', 'khoảng 1950', 'birthYear', 'birthYearStrange'],
    ['Năm sinh', '1950-1952', 'birthYear', 'birthYearStrange'],
    ['Năm sinh', '2/3/20', 'birthYear', 'birthYearStrange'],
    ['Năm sinh', utc(1905, 5, 3), 'birthYear', 'birthYearStrange', '03/05/1905'],
    ['Điện thoại', '12', 'phone', 'phoneStrange'],
    ['Số khẩu', 0, 'memberCount', 'memberCountStrange'],
    ['Số khẩu', 2.5, 'memberCount', 'memberCountStrange'],
    ['Số công tơ', '2,2E+15', 'meterNumber', 'meterNumberStrange'],
    ['Phân loại', 'không nghèo', 'category', 'categoryUnknown'],
    ['Hộ nghèo', '???', 'category', 'categoryUnknown'],
    ['Thôn', '#N/A', 'hamlet', 'formulaError'],
  ]
  test.each(cases)('%s: %j', async (header, cell, field, code, value) => {
    const { facts, isTakenIn, findings } = await readOneCell(header, cell)
    expect(facts?.[field]).toBeNull()
    expect(isTakenIn).toBe(true)
    expect(findings).toEqual([{ code, severity: 'warning', value: value ?? String(cell), mended: null, other: null }])
  })

  test('a customer code of another shape is kept and told', async () => {
    const { facts, findings } = await readOneCell('Mã khách hàng', 'KH-77')
    expect(facts?.customerCode).toBe('KH-77')
    expect(findings.map(({ code }) => code)).toEqual(['customerCodeStrange'])
  })
})

describe('a dash that begins an item is no formula', () => {
  test.each([
    ['- đã nhận năm 2025', 'đã nhận năm 2025'],
    ['+ nhà tạm', 'nhà tạm'],
    ['-A1+B1', 'A1+B1'],
  ])('%j is kept as %j and told', async (note, kept) => {
    const { facts, isTakenIn, findings } = await readOneCell('Ghi chú', note)
    expect(isTakenIn).toBe(true)
    expect(facts?.note).toBe(kept)
    expect(findings.map(({ code, severity, mended }) => [code, severity, mended])).toEqual([
      ['bulletDropped', 'warning', kept],
    ])
  })
})

describe('an error keeps the row out', () => {
  test('and when every row has one the list is still read, to tell them all', async () => {
    const list = await readRows([
      ['STT', 'Họ tên', 'CCCD'],
      [1, null, '001185000001'],
    ])
    expect(list.rows).toEqual([])
    expect(list.findings.map(({ code }) => code)).toEqual(['nameMissing'])
  })

  test.each(['=1+1', '+1', '@SUM(A1)', 'a\u202eb', 'm\ufffdu'])('a note %j', async (note) => {
    const { isTakenIn, findings } = await readOneCell('Ghi chú', note)
    expect(isTakenIn).toBe(false)
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['forbiddenText', 'error']])
  })

  test('the same citizen ID again names the row that had it first', async () => {
    const list = await readRows([
      ['Họ tên', 'CCCD'],
      ['An', '001185000001'],
      ['Bình', 1_185_000_001],
    ])
    expect(list.rows.map(({ rowNumber }) => rowNumber)).toEqual([2])
    const twice = list.findings.find(({ code }) => code === 'citizenIdTwice')
    expect(twice).toMatchObject({ rowNumber: 3, severity: 'error', value: '001185000001', other: '2' })
  })

  test('a household without a name, and one whose name is a number', async () => {
    const list = await readRows([
      ['STT', 'Họ tên', 'CCCD'],
      [1, null, '001185000001'],
      [2, 12_345, null],
      [3, 'An', null],
    ])
    expect(list.rows.map(({ rowNumber }) => rowNumber)).toEqual([4])
    expect(list.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['nameMissing', 'error'],
      ['nameNotText', 'error'],
    ])
    expect(list.rowCount).toBe(3)
  })
})

test('a birth year that the citizen ID contradicts is kept and told with the other year', async () => {
  const list = await readRows([
    ['Họ tên', 'Năm sinh', 'CCCD'],
    ['An', 1950, '001185000001'],
  ])
  expect(list.rows[0]?.facts.birthYear).toBe(1950)
  expect(list.findings[0]).toMatchObject({ code: 'birthYearDiffersFromCitizenId', value: '1950', other: '1985' })
})

test('a household marked in two categories keeps the first and tells the second', async () => {
  const list = await readRows([
    ['Họ tên', 'Hộ nghèo', 'Hộ cận nghèo'],
    ['An', 'x', 'x'],
  ])
  expect(list.rows[0]?.facts.category).toBe('HN')
  expect(list.findings[0]).toMatchObject({ code: 'categoryTwice', value: 'Hộ cận nghèo', other: 'Hộ nghèo' })
})
