import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORY_NAMES } from '../../src/domain/household-category.ts'
import { blankListedHousehold, type ListedHousehold, type ListField } from '../../src/domain/household-list.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import { inventedRows } from '../support/people.ts'
import { type CellValue, writeWorkbook } from '../support/workbook.ts'
import { freshFile, listOf, TODAY } from './list-files.ts'

/** Headers that name each field, one of which a list uses. */
const HEADERS: Record<ListField, readonly [string, ...string[]]> = {
  headOfHousehold: ['Họ và tên chủ hộ', 'HỌ TÊN', 'Tên chủ hộ', 'Tên khách hàng'],
  birthYear: ['Năm sinh', 'Sinh năm', 'Ngày tháng năm sinh'],
  citizenId: ['Số CCCD', 'CCCD/CMND', 'Số định danh'],
  oldIdNumber: ['CMND', 'Số CMND cũ'],
  customerCode: ['Mã KH', 'Mã khách hàng'],
  meterNumber: ['Số công tơ', 'Công tơ'],
  phone: ['Điện thoại', 'SĐT'],
  hamlet: ['Thôn', 'Xóm/Tổ', 'Thôn, ấp, bản'],
  communeName: ['Xã', 'Xã/Phường'],
  addressText: ['Địa chỉ', 'Nơi thường trú'],
  memberCount: ['Số khẩu', 'Nhân khẩu'],
  category: ['Diện', 'Đối tượng', 'Phân loại'],
  categoryDecision: ['Số QĐ', 'Quyết định số'],
  note: ['Ghi chú'],
}
const OTHER_FIELDS = Object.keys(HEADERS).filter((field): field is ListField => field !== 'headOfHousehold')
const TITLES = [
  'DANH SÁCH HỘ NGHÈO',
  'UBND HUYỆN MẪU',
  'Kèm theo Tờ trình số 12/TTr',
  'Biểu 01',
  'Độc lập - Tự do - Hạnh phúc',
]

function cellOf(facts: ListedHousehold, field: ListField, numbersAsText: boolean): CellValue {
  const value = facts[field]
  if (field === 'category') return facts.category && CATEGORY_NAMES[facts.category]
  return typeof value === 'number' && numbersAsText ? String(value) : value
}

/** The household as it should read back from these columns. */
function expectedOf(facts: ListedHousehold, fields: readonly ListField[]): ListedHousehold {
  return { ...blankListedHousehold(''), ...Object.fromEntries(fields.map((field) => [field, facts[field]])) }
}

/** What a list tells that leaves columns out: a decision without a category, households that only an ID tells apart. */
const CODES_ACROSS_ROWS: readonly string[] = ['categoryDecisionAlone', 'householdTwice']

const csvCell = (cell: CellValue) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`)

const layouts = fc.record({
  seed: fc.nat(),
  count: fc.integer({ min: 1, max: 30 }),
  fields: fc
    .shuffledSubarray(OTHER_FIELDS, { minLength: 1 })
    .chain((others) =>
      fc
        .nat({ max: others.length })
        .map((at): ListField[] => [...others.slice(0, at), 'headOfHousehold', ...others.slice(at)]),
    ),
  spelling: fc.nat({ max: 11 }),
  titles: fc.subarray(TITLES),
  blankRows: fc.integer({ min: 0, max: 2 }),
  hasRunningNumber: fc.boolean(),
  numbersAsText: fc.boolean(),
  notes: fc.array(fc.constantFrom('Ở cùng con', 'đã hỗ trợ 2025', 'H\'Mai "Út"', 'a,b;c\td', 'Đi làm xa <xa> & lâu'), {
    maxLength: 5,
  }),
  kind: fc.constantFrom('shared', 'inline', 'csv'),
})

test('any list reads back with not one wrong cell, whatever its columns, titles and file', async () => {
  let cells = 0
  await fc.assert(
    fc.asyncProperty(layouts, async ({ seed, count, fields, spelling, titles, blankRows, kind, ...layout }) => {
      const households = inventedRows(count, { seed, first: 1 + (seed % 90_000) }).map((facts, index) => {
        return {
          ...facts,
          oldIdNumber: `0${11_000_000 + index}`,
          note: layout.notes[index]?.replace('\t', ' ') ?? null,
        }
      })
      const numbered = (number: CellValue, rest: CellValue[]) => (layout.hasRunningNumber ? [number, ...rest] : rest)
      const headers = fields.map((field) => HEADERS[field][spelling % HEADERS[field].length] ?? '')
      const rows: CellValue[][] = [
        ...titles.map((title) => [title]),
        ...Array.from({ length: blankRows }, () => []),
        numbered('STT', headers),
        ...households.map((facts, index) =>
          numbered(
            index + 1,
            fields.map((field) => cellOf(facts, field, layout.numbersAsText)),
          ),
        ),
      ]
      const file = await freshFile(kind === 'csv' ? 'danh-sach.csv' : 'danh-sach.xlsx')
      if (kind === 'csv') await writeFile(file, rows.map((row) => row.map(csvCell).join(',')).join('\r\n'))
      else await writeWorkbook(file, [{ name: 'DS', rows }], kind === 'shared' ? 'shared' : 'inline')

      const list = listOf(await readHouseholdList({ file }, { today: TODAY }))
      expect(list.rows.map(({ facts }) => facts)).toEqual(households.map((facts) => expectedOf(facts, fields)))
      expect(list.findings.filter(({ code }) => !CODES_ACROSS_ROWS.includes(code))).toEqual([])
      expect(list.columns.flatMap(({ field }) => field ?? [])).toEqual(fields)
      cells += count * fields.length
    }),
    { numRuns: 150 },
  )
  expect(cells).toBeGreaterThan(5000)
})
