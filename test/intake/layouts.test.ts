import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { HouseholdList } from '../../src/domain/household-list.ts'
import { readHouseholdList } from '../../src/intake/read-household-list.ts'
import type { CellValue } from '../support/workbook.ts'
import { freshFile, listOf, readBytes, readRows, readSheets, TODAY } from './list-files.ts'

const names = (list: HouseholdList) => list.rows.map(({ facts }) => facts.headOfHousehold)
const fieldsRead = (list: HouseholdList) => list.columns.flatMap(({ field }) => field ?? [])
/** Headers of columns that are not read, but for the running number. */
const headersNotRead = (list: HouseholdList) =>
  list.columns.flatMap(({ field, header }) => (field === null && !/^(STT|TT)$/.test(header) ? [header] : []))

describe('headers are found under many spellings', () => {
  const spellings: [header: string, field: string | null][] = [
    ['Họ và tên chủ hộ', 'headOfHousehold'],
    ['TÊN CHỦ HỘ', 'headOfHousehold'],
    ['Chủ hộ', 'headOfHousehold'],
    ['Họ tên', 'headOfHousehold'],
    ['Tên khách hàng', 'headOfHousehold'],
    ['Họ và tên\n(chủ hộ)', 'headOfHousehold'],
    ['Số CCCD/CMND', 'citizenId'],
    ['Số định danh cá nhân', 'citizenId'],
    ['CCCD chủ hộ', 'citizenId'],
    ['Căn cước công dân', 'citizenId'],
    ['Số CMND cũ', 'oldIdNumber'],
    ['Năm sinh', 'birthYear'],
    ['Ngày, tháng, năm sinh', 'birthYear'],
    ['Thôn/Xóm/Tổ', 'hamlet'],
    ['Ấp', 'hamlet'],
    ['Tổ dân phố', 'hamlet'],
    ['Tên thôn (bản)', 'hamlet'],
    ['Xã/Phường/Thị trấn', 'communeName'],
    ['Địa chỉ thường trú', 'addressText'],
    ['Nơi ở hiện nay', 'addressText'],
    ['SĐT', 'phone'],
    ['Số điện thoại liên hệ', 'phone'],
    ['Mã KH', 'customerCode'],
    ['Mã khách hàng', 'customerCode'],
    ['Số công tơ', 'meterNumber'],
    ['Diện', 'category'],
    ['Phân loại hộ', 'category'],
    ['Đối tượng', 'category'],
    ['Số khẩu', 'memberCount'],
    ['Số nhân khẩu', 'memberCount'],
    ['Số QĐ công nhận', 'categoryDecision'],
    ['Ghi chú', 'note'],
    ['Hộ cận nghèo', 'category'],
    ['Ngày cấp CCCD', null],
    ['Nơi cấp', null],
    ['Quan hệ với chủ hộ', null],
    ['Họ tên người nhận thay', null],
    ['Giới tính', null],
    ['Dân tộc', null],
    ['Tỉnh/Thành phố', null],
    ['Mã hộ', null],
  ]
  test.each(spellings)('%j', async (header, field) => {
    const isName = field === 'headOfHousehold'
    const list = await readRows([
      ['STT', isName ? 'Ghi chú' : 'Họ tên chủ hộ', header],
      [1, 'An', 'An'],
    ])
    expect(list.columns.find(({ columnNumber }) => columnNumber === 3)?.field ?? null).toBe(field)
    expect(headersNotRead(list)).toEqual(field ? [] : [header.replace('\n', ' ')])
  })
})

describe('a list as communes send it', () => {
  const TITLES: CellValue[][] = [
    ['ỦY BAN NHÂN DÂN XÃ MẪU', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['DANH SÁCH HỘ NGHÈO NĂM 2026'],
    [],
  ]

  test('groups of columns in two rows, columns numbered below them', async () => {
    const list = await readRows([
      ...TITLES,
      ['STT', 'Họ và tên', 'Năm sinh', null, 'Địa chỉ', null, 'Giấy tờ', null, 'Phân loại', null],
      [null, null, 'Nam', 'Nữ', 'Thôn', 'Xã', 'CCCD', 'Ngày cấp', 'Nghèo', 'Cận nghèo'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
      [1, 'Trần Thị An', null, 1950, 'Đông', 'Mẫu', '001150000001', '01/01/2021', 'x', null],
      [2, 'Lê Văn Bình', 1960, null, 'Đông', 'Mẫu', '001060000002', null, null, 'x'],
    ])
    expect(list.headerRowNumber).toBe(5)
    expect(list.skippedRowNumbers).toEqual([6])
    expect(list.findings).toEqual([])
    expect(list.rows.map(({ rowNumber, facts }) => [rowNumber, facts.birthYear, facts.hamlet, facts.category])).toEqual(
      [
        [7, 1950, 'Đông', 'HN'],
        [8, 1960, 'Đông', 'HCN'],
      ],
    )
    expect(list.columns[2]).toMatchObject({ field: 'birthYear', header: 'Năm sinh – Nam', columnNumber: 3 })
    expect(headersNotRead(list)).toEqual(['Giấy tờ – Ngày cấp'])
  })

  test('headings give their hamlet to the rows below; sums, repeated headers and signatures are left out', async () => {
    const header = ['STT', 'Họ tên chủ hộ', 'CCCD', 'Số khẩu']
    const list = await readRows([
      ...TITLES,
      header,
      ['I', 'THÔN ĐÔNG'],
      [1, 'Tô Thị An', '001150000001', 3],
      [2, 'Tống Văn Cộng', '001150000002', 3],
      [null, 'Cộng', null, 6],
      ['II. Thôn Đoài: 2 hộ'],
      header,
      [3, 'Bàn Văn Bình', null, 2],
      [4, 'Khúc Thị Xã', null, null],
      [null, 'Tổng cộng:', null, 8],
      [],
      [null, 'Người lập biểu', null, 'Xã Mẫu, ngày 05 tháng 11 năm 2026'],
      [null, null, null, 'TM. UBND XÃ'],
      [],
      [null, 'Trần Văn Lập', null, 'Lê Thị Chủ'],
    ])
    expect(list.rows.map(({ facts }) => [facts.headOfHousehold, facts.hamlet, facts.communeName])).toEqual([
      ['Tô Thị An', 'Thôn Đông', 'Xã Mẫu'],
      ['Tống Văn Cộng', 'Thôn Đông', 'Xã Mẫu'],
      ['Bàn Văn Bình', 'Thôn Đoài', 'Xã Mẫu'],
      ['Khúc Thị Xã', 'Thôn Đoài', 'Xã Mẫu'],
    ])
    expect(list.skippedRowNumbers).toEqual([5, 8, 9, 10, 13, 15, 16, 18])
    expect(list.findings).toEqual([])
  })

  test('headings of communes and of categories', async () => {
    const list = await readRows([
      ['Họ tên', 'CCCD'],
      ['I. XÃ MẪU'],
      ['A. Hộ nghèo'],
      ['An', '001150000001'],
      ['B. Hộ cận nghèo'],
      ['Bình', '001150000002'],
      ['II. Phường Mẫu Hai'],
      ['Chi', '001150000003'],
    ])
    expect(list.rows.map(({ facts }) => [facts.headOfHousehold, facts.communeName, facts.category])).toEqual([
      ['An', 'Xã Mẫu', 'HN'],
      ['Bình', 'Xã Mẫu', 'HCN'],
      ['Chi', 'Phường Mẫu Hai', 'HCN'],
    ])
  })

  const communes: [title: string, communeName: string | null][] = [
    ['UBND XÃ MẪU', 'Xã Mẫu'],
    ['Danh sách hộ nghèo xã Đông Mẫu năm 2026', 'Xã Đông Mẫu'],
    ['DANH SÁCH HỘ NGHÈO THỊ TRẤN MẪU - HUYỆN MẪU', 'Thị trấn Mẫu'],
    ['Phường 5, Thành phố Mẫu', 'Phường 5'],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', null],
    ['UBND THỊ XÃ MẪU', null],
    ['Danh sách đối tượng bảo trợ xã hội', null],
  ]
  test.each(communes)('the commune in a title: %s', async (title, communeName) => {
    const list = await readRows([[title], ['STT', 'Họ tên'], [1, 'An']])
    expect(list.rows[0]?.facts.communeName).toBe(communeName)
  })

  test('a hamlet in merged cells holds for all their rows, blank cells elsewhere do not', async () => {
    const rows: CellValue[][] = [
      ['Thôn', 'Họ tên'],
      ['Thôn Đông', 'An'],
      [null, 'Bình'],
      [null, 'Chi'],
    ]
    const merges = [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }]
    const list = listOf(await readSheets([{ name: 'DS', rows, merges }]))
    expect(list.rows.map(({ facts }) => facts.hamlet)).toEqual(['Thôn Đông', 'Thôn Đông', null])
  })

  test('a column that claims a field a second time is told, not read', async () => {
    const list = await readRows([
      ['Họ tên', 'Điện thoại', 'Số điện thoại'],
      ['An', '0912345678', '0987654321'],
    ])
    expect(list.rows[0]?.facts.phone).toBe('0912345678')
    expect(headersNotRead(list)).toEqual(['Số điện thoại'])
  })
})

describe('the sheet that holds the list is chosen', () => {
  const header = ['Họ tên', 'CCCD']

  test('not the hidden one, not the empty form, and the other lists are named', async () => {
    const list = listOf(
      await readSheets([
        { name: 'Ẩn', rows: [header, ['Ẩn', '001150000009']], hidden: true },
        { name: 'Mẫu', rows: [header] },
        { name: 'Hướng dẫn', rows: [['Điền đủ các cột']] },
        {
          name: 'Thôn Đông',
          rows: [
            [...header, 'Năm sinh'],
            ['An', '001150000001', 1950],
          ],
        },
        { name: 'Thôn Đoài', rows: [header, ['Bình', '001150000002']] },
      ]),
    )
    expect(list.sheetName).toBe('Thôn Đông')
    expect(list.sheets).toEqual([
      { name: 'Ẩn', isHidden: true, hasList: true },
      { name: 'Mẫu', isHidden: false, hasList: false },
      { name: 'Hướng dẫn', isHidden: false, hasList: false },
      { name: 'Thôn Đông', isHidden: false, hasList: true },
      { name: 'Thôn Đoài', isHidden: false, hasList: true },
    ])
    expect(names(list)).toEqual(['An'])
  })

  test('a formula counts by its result', async () => {
    const rows = [header, [null, '001150000001']]
    const cells = new Map([['1,0', { formula: 'UPPER("an")', formulaResult: 'An' }]])
    const list = listOf(await readSheets([{ name: 'DS', rows, cells }]))
    expect(names(list)).toEqual(['An'])
  })
})

describe('separated values', () => {
  const text =
    'STT;Họ tên;Địa chỉ;CCCD\r\n1;"Trần Thị ""An""";"Số 5;\nThôn Đông";1185000001\r\n' +
    '\r\n2;Lê Văn Bình;;001185000002\r\n'
  const written: [kind: string, bytes: Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['commas', Buffer.from(text.replace(/;(?!\n)/g, ','))],
    ['tabs', Buffer.from(text.replace(/;(?!\n)/g, '\t'))],
  ]
  test.each(written)('%s', async (_kind, bytes) => {
    const list = listOf(await readBytes(bytes, 'danh-sach.csv'))
    expect(fieldsRead(list)).toEqual(['headOfHousehold', 'addressText', 'citizenId'])
    expect(list.rows.map(({ rowNumber, facts }) => [rowNumber, facts.headOfHousehold, facts.citizenId])).toEqual([
      [2, 'Trần Thị "An"', '001185000001'],
      [4, 'Lê Văn Bình', '001185000002'],
    ])
    expect(list.rows[0]?.facts.addressText).toBe('Số 5; Thôn Đông')
  })

  test('letters stay whole where a long file is cut into pieces', async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `${index};Nguyễn Thị Được Ưỡn`)
    const list = listOf(await readBytes(`STT;Họ tên\n${rows.join('\n')}`, 'dai.csv'))
    expect(list.rowCount).toBe(40_000)
    expect(new Set(names(list))).toEqual(new Set(['Nguyễn Thị Được Ưỡn']))
  })
})

test('a header of capitals above numbers is no text of an old font, though SĐT would read SéT in one', async () => {
  const list = await readRows([
    ['UBND HUYỆN MẪU'],
    ['SĐT', 'HỌ TÊN', 'Năm sinh'],
    ['0912000001', 'Lý Thị Kim Lan', 1950],
    ['0912000002', 'Phan Công Phúc', 1951],
    ['0912000003', 'Đặng Bá Dũng', 1952],
  ])
  expect(list.columns[0]).toMatchObject({ header: 'SĐT', field: 'phone', basis: 'header', conversion: null })
})

test('progress is told and an abort stops the reading with its reason', async () => {
  const file = await freshFile('dai.csv')
  await writeFile(file, `STT;Họ tên\n${Array.from({ length: 5000 }, (_, index) => `${index};An`).join('\n')}`)
  const told: number[] = []
  const controller = new AbortController()
  const reason = new Error('Người dùng dừng')
  const reading = readHouseholdList(
    { file },
    {
      today: TODAY,
      signal: controller.signal,
      onProgress(rowsRead) {
        told.push(rowsRead)
        if (rowsRead === 3000) controller.abort(reason)
      },
    },
  )
  await expect(reading).rejects.toBe(reason)
  expect(told).toEqual([1000, 2000, 3000])
})

test('a list crosses threads as it is', async () => {
  const list = await readRows([
    ['Họ tên', 'Ngày sinh'],
    ['An', new Date(Date.UTC(1950, 0, 1))],
  ])
  expect(JSON.parse(JSON.stringify(list))).toEqual(list)
  expect(list.fileSha256).toMatch(/^[0-9a-f]{64}$/)
})
