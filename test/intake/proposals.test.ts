import { describe, expect, test } from 'vitest'
import { type HouseholdList, type ListField, NO_CHOICES } from '../../src/domain/household-list.ts'
import type { ListFinding } from '../../src/domain/list-finding.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import type { CellValue } from '../support/workbook.ts'
import { writeRows } from '../support/workbook.ts'
import { freshFile, listOf, readBytes, readRows, TODAY } from './list-files.ts'

const HEADERS: Partial<Record<ListField, string>> = {
  headOfHousehold: 'Họ tên',
  birthYear: 'Năm sinh',
  citizenId: 'CCCD',
  oldIdNumber: 'CMND',
  phone: 'SĐT',
  category: 'Diện',
  memberCount: 'Số khẩu',
  customerCode: 'Mã KH',
  note: 'Ghi chú',
}
const FIELDS = Object.keys(HEADERS) as ListField[]

type Row = Partial<Record<ListField, CellValue>>

async function fileOf(row: Row): Promise<string> {
  const file = await freshFile('danh-sach.xlsx')
  const cells = FIELDS.map((field) => row[field] ?? (field === 'headOfHousehold' ? 'Trần Thị Mẫu' : null))
  await writeRows(file, [FIELDS.map((field) => HEADERS[field] ?? ''), cells])
  return file
}

async function read(file: string, corrections: { rowNumber: number; field: ListField; text: string }[] = []) {
  return listOf(await readHouseholdList({ file }, { today: TODAY, choices: { ...NO_CHOICES, corrections } }))
}

const utc = (year: number, month: number, dayOfMonth: number) => new Date(Date.UTC(year, month - 1, dayOfMonth))
const ID_OF_1950 = '001150000007'

/** A cell as it was written, beside what else its row says, and what a person would write instead. */
const proposals: [field: ListField, cell: CellValue, proposed: string | null, row?: Row][] = [
  ['citizenId', '001l85OOOOO1', '001185000001'],
  ['citizenId', 'CCCD: 001185000001', '001185000001'],
  ['citizenId', '1185000001', '001185000001'],
  ['citizenId', '00118500001', '001185000001', { birthYear: 1985 }],
  ['citizenId', '0011850000001', '001185000001', { birthYear: 1985 }],
  ['citizenId', '00118500001', '001185000001'],
  ['citizenId', '00108500001', null],
  ['citizenId', '00108500001', '001085000001', { birthYear: 1985 }],
  ['citizenId', '1,18E+09', null],
  ['citizenId', 'mất giấy tờ', null],
  ['oldIdNumber', 'O12345678', '012345678'],
  ['oldIdNumber', '123', null],
  ['phone', 'O912345678', '0912345678'],
  ['phone', '09l2 345 678', '0912345678'],
  ['phone', '0912345678 (con gái)', '0912345678'],
  ['phone', '0912345678 0987654321', '0912345678'],
  ['phone', 'ĐT 0912.345.678', '0912345678'],
  ['phone', '0912345678 / 0987654321', '0912345678'],
  ['phone', '12', null],
  ['birthYear', '19 50', '1950'],
  ['birthYear', '1o50', '1950'],
  ['birthYear', '195o', '1950'],
  ['birthYear', '1955?', '1955'],
  ['birthYear', 'khoảng 1950', '1950'],
  ['birthYear', '50', '1950'],
  ['birthYear', '20', null],
  ['birthYear', '2/3/20', '1920', { citizenId: '001120000007' }],
  ['birthYear', '1950-1952', '1950', { citizenId: ID_OF_1950 }],
  ['birthYear', '1951-1952', null, { citizenId: ID_OF_1950 }],
  ['birthYear', 2950, '1950', { citizenId: ID_OF_1950 }],
  ['birthYear', 1955, '1950', { citizenId: ID_OF_1950 }],
  ['birthYear', utc(1905, 5, 3), '1950'],
  ['birthYear', 'không nhớ', null],
  ['category', 'Hộ ngèo', 'Hộ nghèo'],
  ['category', 'HỘ CẬN NGÈO', 'Hộ cận nghèo'],
  ['category', 'Hộ CN', 'Hộ cận nghèo'],
  ['category', 'Thươg binh', 'Thương binh'],
  ['category', 'không nghèo', null],
  ['category', 'gia đình chính sách', null],
  ['memberCount', '4 ng', '4'],
  ['memberCount', '2,5', null],
  ['memberCount', '3 lớn 2 nhỏ', null],
  ['customerCode', 'PS-0000-0000001', 'PS00000000001'],
  ['customerCode', 'KH-77', null],
  ['headOfHousehold', 'Nguyễn văn  A1', 'Nguyễn Văn A'],
  ['headOfHousehold', 'Nguyễn Văn An (chết)', 'Nguyễn Văn An'],
  ['headOfHousehold', 'Nguyễn Văn An - đã mất', 'Nguyễn Văn An'],
  ['headOfHousehold', '12. Nguyễn Văn An', 'Nguyễn Văn An'],
  ['headOfHousehold', 'Bà Nguyễn Thị Bưởi', 'Nguyễn Thị Bưởi'],
  ['headOfHousehold', '=Nguyễn Văn An', 'Nguyễn Văn An'],
  ['headOfHousehold', "H'Mai Niê (2)", "H'Mai Niê"],
  ['headOfHousehold', 12_345, null],
  ['note', '=1+1', '1+1'],
  ['note', '@SUM(A1)', 'SUM(A1)'],
  ['note', 'a\u202eb', 'ab'],
  ['note', '- đã nhận', 'đã nhận'],
  ['note', 'm\ufffdu', null],
]

describe('a mend is proposed where a person would make it, and taking it makes the finding vanish', () => {
  test.each(proposals)('%s: %j', async (field, cell, proposed, row = {}) => {
    const file = await fileOf({ ...row, [field]: cell })
    const list = await read(file)
    const found = list.findings.filter((finding) => finding.field === field)
    expect(found.map((finding) => finding.proposed)).toEqual([proposed])
    if (proposed === null) return
    const mended = await read(file, [{ rowNumber: 2, field, text: proposed }])
    expect(mended.findings.filter((finding) => finding.field === field)).toEqual([])
    expect(String(mended.rows[0]?.facts[field] ?? '')).not.toBe('')
  })
})

test('names as they should be are told nothing about', async () => {
  const names = ['Ông Thị Mẫu', "H'Mai", 'Y-Bhăm Niê', 'Lê Văn A', 'Bà', 'Đặng T. Hoà', 'K’Brêu', 'Trần Thị "An"']
  const list = await readRows([['STT', 'Họ tên'], ...names.map((name, index) => [index + 1, name])])
  expect(list.findings).toEqual([])
})

describe('what the clerk writes is read as if the file said so', () => {
  const rows: CellValue[][] = [
    ['Thôn Đông'],
    ['STT', 'Họ tên', 'CCCD', 'Hộ nghèo', 'Hộ cận nghèo', 'Xóm'],
    [1, null, '001150000001', 'x', 'x', null],
    [2, 'Lê Văn Bình', '001150000001', null, null, 'Xóm Mới'],
    [null, 'Cộng', null, 1, 1, null],
  ]
  async function readWith(
    corrections: { rowNumber: number; field: ListField; text: string }[],
  ): Promise<HouseholdList> {
    const file = await freshFile('danh-sach.xlsx')
    await writeRows(file, rows)
    return read(file, corrections)
  }
  const codes = ({ findings }: HouseholdList) => findings.map(({ rowNumber, code }: ListFinding) => [rowNumber, code])

  test('a blocked row comes in, and its number is free for the row that shared it', async () => {
    expect(codes(await readWith([]))).toEqual([
      [3, 'categoryTwice'],
      [3, 'nameMissing'],
      [4, 'citizenIdTwice'],
    ])
    const mended = await readWith([
      { rowNumber: 3, field: 'headOfHousehold', text: 'trần thị an' },
      { rowNumber: 3, field: 'category', text: 'cận nghèo' },
      { rowNumber: 4, field: 'citizenId', text: '001150000002' },
    ])
    expect(mended.findings).toEqual([])
    expect(mended.rows.map(({ facts }) => [facts.headOfHousehold, facts.citizenId, facts.category])).toEqual([
      ['Trần Thị An', '001150000001', 'HCN'],
      ['Lê Văn Bình', '001150000002', null],
    ])
  })

  test('a cell is emptied, and a fact without a column is added', async () => {
    const list = await readWith([
      { rowNumber: 4, field: 'citizenId', text: '' },
      { rowNumber: 4, field: 'phone', text: '0912345678' },
      { rowNumber: 4, field: 'hamlet', text: '' },
    ])
    expect(list.rows[0]?.facts).toMatchObject({ citizenId: null, phone: '0912345678', hamlet: 'Thôn Đông' })
  })

  test('a wrong correction is told like a wrong cell, one of a row left out does nothing', async () => {
    const list = await readWith([
      { rowNumber: 4, field: 'citizenId', text: '12' },
      { rowNumber: 5, field: 'headOfHousehold', text: 'Cộng Văn An' },
    ])
    expect(list.findings).toContainEqual(
      expect.objectContaining({ rowNumber: 4, code: 'citizenIdStrange', value: '12' }),
    )
    expect(list.skippedRowNumbers).toEqual([5])
  })
})

describe('households that only seem to be two', () => {
  test('the same words twice without a citizen ID are told, not barred', async () => {
    const list = await readRows([
      ['Họ tên', 'Năm sinh', 'Thôn'],
      ['Trần Thị An', 1950, 'Đông'],
      ['TRẦN THỊ AN', 1950, 'đông'],
      ['Trần Thị An', 1951, 'Đông'],
    ])
    expect(list.rows).toHaveLength(3)
    expect(list.findings.map(({ rowNumber, code, other }) => [rowNumber, code, other])).toEqual([
      [3, 'householdTwice', '2'],
    ])
  })

  test('a decision without a category is told; one below a category heading has it', async () => {
    const list = listOf(await readBytes('Họ tên;Số QĐ\nAn;12/QĐ\nA. Hộ nghèo;\nBình;13/QĐ', 'a.csv'))
    expect(list.findings.map(({ rowNumber, code }) => [rowNumber, code])).toEqual([[2, 'categoryDecisionAlone']])
  })
})
