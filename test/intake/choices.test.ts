import { describe, expect, test } from 'vitest'
import type { ListLayout } from '../../src/domain/household-list.ts'
import { type HouseholdList, type ListChoices, NO_CHOICES } from '../../src/domain/household-list.ts'
import { encodeLegacy } from '../../src/domain/legacy-vietnamese.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import { type CellValue, type WriteSheet, writeWorkbook } from '../support/workbook.ts'
import { freshFile, listOf, refusalCodeOf, TODAY } from './list-files.ts'

async function read(sheets: WriteSheet[], choices: Partial<ListChoices> = {}, layouts: ListLayout[] = []) {
  const file = await freshFile('danh-sach.xlsx')
  await writeWorkbook(file, sheets)
  return readHouseholdList({ file }, { today: TODAY, choices: { ...NO_CHOICES, ...choices }, layouts })
}

async function readRows(rows: CellValue[][], choices: Partial<ListChoices> = {}, layouts: ListLayout[] = []) {
  return listOf(await read([{ name: 'DS', rows }], choices, layouts))
}

const columnsOf = ({ columns }: HouseholdList) => columns.map(({ field, basis }) => [field, basis])

const ROWS: CellValue[][] = [
  ['DANH SÁCH XÃ MẪU'],
  ['Họ tên', 'Tên khác', 'Liên hệ', 'CCCD'],
  ['Trần Thị An', 'Trần Thị Út', '0912000001', '001150000001'],
  ['Lê Văn Bình', 'Lê Văn Cả', '0912000002', '001061000002'],
]

describe('the clerk says which sheet', () => {
  const sheets: WriteSheet[] = [
    { name: 'Nay', rows: ROWS },
    {
      name: 'Cũ',
      rows: [
        ['Họ tên', 'CCCD'],
        ['Nguyễn Thị Chi', '001148000003'],
      ],
      hidden: true,
    },
    { name: 'Thư', rows: [['Kính gửi công ty'], ['Trân trọng', 'Chủ tịch']] },
  ]
  test('and a hidden one is read, too', async () => {
    const list = listOf(await read(sheets, { sheetName: 'Cũ' }))
    expect(list.sheetName).toBe('Cũ')
    expect(list.rows.map(({ facts }) => facts.headOfHousehold)).toEqual(['Nguyễn Thị Chi'])
  })

  test('one that is not there is refused by name', async () => {
    expect(await read(sheets, { sheetName: 'Mới' })).toMatchObject({
      refusal: { code: 'import.sheetUnknown', parameters: { sheetName: 'Mới' } },
    })
  })

  test('one without a list is shown as it is, for a header to be pointed at', async () => {
    const list = listOf(await read(sheets, { sheetName: 'Thư' }))
    expect(list.firstRows).toEqual([
      { rowNumber: 1, texts: ['Kính gửi công ty'] },
      { rowNumber: 2, texts: ['Trân trọng', 'Chủ tịch'] },
    ])
    expect(list.rows).toEqual([])
  })
})

describe('the clerk says which row is the header', () => {
  test('and what was taken for one is a row like others', async () => {
    const rows: CellValue[][] = [
      ['Họ tên', 'CCCD'],
      ['Tên chủ hộ', 'Căn cước'],
      ['Trần Thị An', '001150000001'],
    ]
    expect((await readRows(rows, { headerRowNumber: 2 })).rows).toHaveLength(1)
    const list = await readRows(rows, { headerRowNumber: 1 })
    expect(list.headerRowNumber).toBe(1)
    expect(list.rowCount).toBe(2)
  })

  test('none at all: columns go by what they hold, and titles stay titles', async () => {
    const rows: CellValue[][] = [['DANH SÁCH XÃ MẪU'], ...ROWS.slice(2)]
    const list = await readRows(rows, { headerRowNumber: 0 })
    expect(list.headerRowNumber).toBe(0)
    expect(list.rows.map(({ facts }) => [facts.headOfHousehold, facts.phone, facts.communeName])).toEqual([
      ['Trần Thị An', '0912000001', 'Xã Mẫu'],
      ['Lê Văn Bình', '0912000002', 'Xã Mẫu'],
    ])
  })

  test('a row in a workbook where none was found', async () => {
    const rows: CellValue[][] = [['Thư'], ['a', 'b'], ['Trần Thị An', 'x']]
    expect(refusalCodeOf(await read([{ name: 'DS', rows }]))).toBe('workbook.noHeader')
    const list = await readRows(rows, {
      headerRowNumber: 2,
      columns: [{ columnNumber: 1, field: 'headOfHousehold' }],
    })
    expect(list.rows.map(({ facts }) => facts.headOfHousehold)).toEqual(['Trần Thị An'])
  })
})

describe('who says what a column holds', () => {
  test('its header first, then its values, and nobody', async () => {
    const list = await readRows(ROWS)
    expect(columnsOf(list)).toEqual([
      ['headOfHousehold', 'header'],
      [null, null],
      ['phone', 'content'],
      ['citizenId', 'header'],
    ])
    expect(list.columns.map(({ samples }) => samples[0])).toEqual([
      'Trần Thị An',
      'Trần Thị Út',
      '0912000001',
      '001150000001',
    ])
  })

  test('the clerk above all: a field that moves leaves its column, one that is taken away is not read', async () => {
    const list = await readRows(ROWS, {
      columns: [
        { columnNumber: 2, field: 'headOfHousehold' },
        { columnNumber: 3, field: null },
      ],
    })
    expect(columnsOf(list)).toEqual([
      [null, null],
      ['headOfHousehold', 'clerk'],
      [null, 'clerk'],
      ['citizenId', 'header'],
    ])
    expect(list.rows[0]?.facts).toMatchObject({ headOfHousehold: 'Trần Thị Út', phone: null })
  })

  test('columns of marks stay so when the clerk confirms them', async () => {
    const rows: CellValue[][] = [
      ['Họ tên', 'Hộ nghèo'],
      ['Trần Thị An', 'x'],
    ]
    const list = await readRows(rows, { columns: [{ columnNumber: 2, field: 'category' }] })
    expect(list.rows[0]?.facts.category).toBe('HN')
  })

  test("what is remembered of the sender's header stands above the header, below the clerk", async () => {
    const { headerSignature } = await readRows(ROWS)
    const columns = [
      { columnNumber: 1, field: null },
      { columnNumber: 2, field: 'headOfHousehold' },
      { columnNumber: 3, field: 'phone' },
      { columnNumber: 4, field: 'citizenId' },
    ] as const
    const [header = [], ...rows] = ROWS.slice(1)
    const next: CellValue[][] = [
      ['UBND XÃ MẪU'],
      [],
      header.map((text) => ` ${String(text).toUpperCase()}  `),
      ...rows.map((row) => ['Nguyễn Văn Khác', ...row.slice(1)]),
    ]
    const list = await readRows(next, { columns: [{ columnNumber: 3, field: 'note' }] }, [{ headerSignature, columns }])
    expect(list.headerSignature).toBe(headerSignature)
    expect(columnsOf(list)).toEqual([
      [null, 'remembered'],
      ['headOfHousehold', 'remembered'],
      ['note', 'clerk'],
      ['citizenId', 'remembered'],
    ])
    const other = await readRows(
      [
        ['Họ tên', 'CCCD'],
        ['An', '1'],
      ],
      {},
      [{ headerSignature, columns }],
    )
    expect(columnsOf(other).map(([, basis]) => basis)).toEqual(['header', 'header'])
  })

  test('a list without a header is recognised by what its columns hold', async () => {
    const one = await readRows(ROWS.slice(2), { headerRowNumber: 0 })
    const other = await readRows([['Nguyễn Thị Chi', 'Nguyễn Thị Ba', '0912000003', '001148000003']], {
      headerRowNumber: 0,
    })
    expect(other.headerSignature).toBe(one.headerSignature)
  })
})

describe('the clerk says in which letters a column is', () => {
  const names = ['Trần Thị Được', 'Lê Văn Bình', 'Nguyễn Thị Thuỷ', 'Phạm Đức Thắng']
  const rows: CellValue[][] = [['Họ tên', 'Ghi chú'], ...names.map((name) => [encodeLegacy(name, 'tcvn3'), 'ghi chú'])]

  test('as it was found, with what stood there before', async () => {
    const [name, note] = (await readRows(rows)).columns
    expect(name).toMatchObject({
      samples: names,
      conversion: { encoding: 'tcvn3', before: [rows[1]?.[0], rows[2]?.[0], rows[3]?.[0], rows[4]?.[0]] },
    })
    expect(note?.conversion).toBeNull()
  })

  test('Unicode after all, or another font', async () => {
    const asItIs = await readRows(rows, { encodings: [{ columnNumber: 1, encoding: null }] })
    expect(asItIs.columns[0]?.conversion).toBeNull()
    expect(asItIs.rows[1]?.facts.headOfHousehold).toBe('Lª V¨n B×nh')
    const vni: CellValue[][] = [
      ['STT', 'Họ tên'],
      [1, encodeLegacy('Cả', 'vni')],
    ]
    expect((await readRows(vni)).rows[0]?.facts.headOfHousehold).toBe('Caû')
    const chosen = await readRows(vni, { encodings: [{ columnNumber: 2, encoding: 'vni' }] })
    expect(chosen.rows[0]?.facts.headOfHousehold).toBe('Cả')
    expect(chosen.columns[1]?.conversion).toMatchObject({ encoding: 'vni', confidence: 1 })
  })
})
