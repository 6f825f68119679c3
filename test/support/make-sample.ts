/**
 * Makes the sample lists of resources/sample, the same each time: three communes, three habits of making a list, people
 * who do not exist. `node test/support/make-sample.ts` writes them; a test holds the committed files to it.
 */

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { citizenIdFacts } from '../../src/domain/citizen-id.ts'
import { CATEGORY_NAMES } from '../../src/domain/household-category.ts'
import type { ListedHousehold } from '../../src/domain/household-list.ts'
import { textSortKey } from '../../src/domain/vietnamese.ts'
import { inventedRows } from './people.ts'
import { type CellStyle, type CellValue, type MergeRange, type WriteSheet, writeWorkbook } from './workbook.ts'

const SAMPLE_NOTICE = 'DỮ LIỆU MẪU để tập dùng: người trong danh sách do máy đặt ra, không có thật'
const FONT = 'Times New Roman'
const THIN = { style: 'thin' } as const
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN }
const STYLES = {
  title: { font: { name: FONT, size: 14, bold: true }, alignment: { horizontal: 'center', vertical: 'center' } },
  plain: { font: { name: FONT, size: 12 } },
  notice: { font: { name: FONT, size: 12, italic: true }, alignment: { horizontal: 'center' } },
  header: {
    font: { name: FONT, size: 12, bold: true },
    border: BORDER,
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'DDEBF7' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  cell: { font: { name: FONT, size: 12 }, border: BORDER },
  day: { font: { name: FONT, size: 12 }, border: BORDER, numFmt: 'dd/mm/yyyy' },
  strong: { font: { name: FONT, size: 12, bold: true }, border: BORDER },
} as const satisfies Record<string, CellStyle>

type StyleName = keyof typeof STYLES

/** Collects the rows of a sheet, each with its style, from top to bottom. */
function sheetBuilder() {
  const rows: CellValue[][] = []
  const styles: { style: StyleName; width: number }[] = []
  const merges: MergeRange[] = []
  return {
    /** Appends a row, whose first `width` cells get the style; answers its index from 0. */
    row(cells: CellValue[], style: StyleName = 'cell', width = cells.length): number {
      styles.push({ style, width })
      return rows.push(cells) - 1
    },
    merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
      merges.push({ startRow, startCol, endRow, endCol })
    },
    build(name: string, widths: readonly number[]): WriteSheet {
      const cells: NonNullable<WriteSheet['cells']> = new Map()
      styles.forEach(({ style, width }, row) => {
        for (let column = 0; column < width; column++) {
          const value = rows[row]?.[column] ?? null
          const shown = style === 'cell' && value instanceof Date ? 'day' : style
          cells.set(`${row},${column}`, { value, style: STYLES[shown] })
        }
      })
      const columns = widths.map((width) => ({ width }))
      const pageSetup = {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
      } as const
      return { name, rows, cells, merges, columns, pageSetup }
    },
  }
}

type SheetBuilder = ReturnType<typeof sheetBuilder>

function categoryName({ category }: ListedHousehold): string {
  return category ? CATEGORY_NAMES[category] : ''
}

/** What Excel makes of a number that was typed as one: its leading zero is gone. */
function withoutZeros(digits: string | null): number {
  return Number(digits)
}

function isEvery(index: number, nth: number): boolean {
  return index % nth === nth - 1
}

/** A row of the village list: one ID in nine lost its zeros, one in thirty is an old CMND, some phones lost theirs. */
function villageRow(household: ListedHousehold, index: number, number: number): CellValue[] {
  const sex = citizenIdFacts(household.citizenId ?? '')?.sex
  const { birthYear, customerCode, meterNumber, memberCount } = household
  const id = household.citizenId ?? ''
  const writtenId = isEvery(index, 30) ? `0${id.slice(-8)}` : isEvery(index, 9) ? withoutZeros(id) : id
  const phone = isEvery(index, 7) ? withoutZeros(household.phone) : household.phone
  const year = index === 40 ? '1955?' : birthYear
  const years = sex === 'male' ? [year, null] : [null, year]
  const name = household.headOfHousehold
  return [
    number,
    name,
    ...years,
    writtenId,
    customerCode,
    meterNumber,
    phone,
    memberCount,
    categoryName(household),
    null,
  ]
}

const VILLAGE_HEADER = [
  'STT',
  'Họ và tên chủ hộ',
  'Năm sinh',
  null,
  'Số CCCD',
  'Mã khách hàng',
  'Số công tơ',
  'Điện thoại',
  'Số khẩu',
  'Diện hộ',
  'Ghi chú',
]
const VILLAGE_WIDTHS = [6, 26, 8, 8, 16, 17, 13, 14, 9, 26, 16]

function villageTitles(sheet: SheetBuilder): void {
  const last = VILLAGE_WIDTHS.length - 1
  sheet.row(['ỦY BAN NHÂN DÂN XÃ MẪU'], 'plain')
  const title = sheet.row(['DANH SÁCH HỘ NGHÈO, HỘ CHÍNH SÁCH ĐỀ NGHỊ TẶNG QUÀ NĂM 2026'], 'title')
  const notice = sheet.row([SAMPLE_NOTICE], 'notice')
  sheet.merge(title, 0, title, last)
  sheet.merge(notice, 0, notice, last)
  sheet.row([])
  const top = sheet.row(VILLAGE_HEADER, 'header')
  sheet.row([null, null, 'Nam', 'Nữ', ...VILLAGE_HEADER.slice(4).map(() => null)], 'header')
  sheet.merge(top, 2, top, 3)
  for (let column = 0; column <= last; column++) if (column < 2 || column > 3) sheet.merge(top, column, top + 1, column)
  sheet.row(
    VILLAGE_HEADER.map((_, column) => column + 1),
    'header',
  )
}

function signatures(sheet: SheetBuilder, width: number, names: readonly [string, string]): void {
  sheet.row([])
  const right = (text: string, left = '') => [null, left, ...Array.from({ length: width - 5 }, () => null), text]
  sheet.row(right('Xã Mẫu, ngày 05 tháng 11 năm 2026'), 'plain')
  sheet.row(right('TM. ỦY BAN NHÂN DÂN', 'Người lập biểu'), 'plain')
  sheet.row([])
  sheet.row(right(names[1], names[0]), 'plain')
}

/** Xã Mẫu: titles, a header of two rows, columns numbered, a heading and a sum for each hamlet, signatures. */
function xaMau(): WriteSheet[] {
  const sheet = sheetBuilder()
  const width = VILLAGE_WIDTHS.length
  const households = inventedRows(120, { seed: 2026, first: 1 })
  villageTitles(sheet)
  const hamlets = [...new Set(households.map(({ hamlet }) => hamlet ?? ''))].sort((one, other) =>
    textSortKey(one) < textSortKey(other) ? -1 : 1,
  )
  let number = 0
  hamlets.forEach((hamlet, order) => {
    const inHamlet = households.filter((household) => household.hamlet === hamlet)
    const heading = sheet.row([`${'ABCDEF'[order]}. ${hamlet.toUpperCase()}`], 'strong', width)
    sheet.merge(heading, 0, heading, width - 1)
    for (const household of inHamlet) {
      const row = villageRow(household, number, number + 1)
      if (number === 63) row[4] = households.find((other) => other.hamlet === hamlets[0])?.citizenId ?? null
      if (number === 90) row[9] = 'Hộ thuộc diện xem xét'
      sheet.row(row)
      number += 1
    }
    sheet.row(
      [null, `Cộng ${hamlet}`, null, null, null, null, null, null, null, `${inHamlet.length} hộ`, null],
      'strong',
    )
  })
  sheet.row([null, 'TỔNG CỘNG', null, null, null, null, null, null, null, `${number} hộ`, null], 'strong')
  signatures(sheet, width, ['Lê Thị Mẫu', 'Trần Văn Mẫu'])
  return [sheet.build('Danh sách', VILLAGE_WIDTHS)]
}

const MARKED_HEADER = [
  'Mã KH',
  'Tên khách hàng',
  'Ngày sinh',
  'CMND/CCCD',
  'Thôn/Xóm',
  'Xã/Phường',
  'Hộ nghèo',
  'Hộ cận nghèo',
  'Đối tượng chính sách',
  'SĐT',
  'Số QĐ',
  'Dân tộc',
]
const MARKED_WIDTHS = [17, 28, 12, 16, 16, 16, 9, 9, 30, 14, 16, 9]

/**
 * A row of the customer list: names in capitals, birthdays as dates, categories as marks, IDs now and then as
 * numbers.
 */
function markedRow(household: ListedHousehold, index: number): CellValue[] {
  const { citizenId, category, customerCode, phone, hamlet, birthYear, headOfHousehold } = household
  const id = isEvery(index, 8) ? withoutZeros(citizenId) : citizenId
  const birthday = new Date(Date.UTC(birthYear ?? 1950, index % 12, 1 + (index % 27)))
  const mark = (wanted: string) => (category === wanted ? 'x' : null)
  const other = category === 'HN' || category === 'HCN' ? null : categoryName(household)
  const name = index === 51 ? null : headOfHousehold.toUpperCase()
  const oldPhone = isEvery(index, 20) ? `0168${phone?.slice(-7)}` : phone
  const code = index === 33 ? 'PS33' : customerCode
  const place = [isEvery(index, 5) ? null : hamlet, 'Xã Đông Mẫu']
  return [
    code,
    name,
    birthday,
    id,
    ...place,
    mark('HN'),
    mark('HCN'),
    other,
    oldPhone,
    household.categoryDecision,
    'Kinh',
  ]
}

/** Xã Đông Mẫu: the power company's own table, columns in another order, an empty form and a hidden sheet beside it. */
function xaDongMau(): WriteSheet[] {
  const sheet = sheetBuilder()
  sheet.row([SAMPLE_NOTICE], 'notice')
  sheet.merge(0, 0, 0, MARKED_WIDTHS.length - 1)
  sheet.row(MARKED_HEADER, 'header')
  const households = inventedRows(90, { seed: 1954, first: 1001 })
  households.forEach((household, index) => {
    sheet.row(markedRow(household, index))
  })
  const form = sheetBuilder()
  form.row(MARKED_HEADER, 'header')
  const codes = sheetBuilder()
  codes.row(['HN', 'Hộ nghèo'], 'plain')
  return [
    sheet.build('Khách hàng', MARKED_WIDTHS),
    form.build('Mẫu trống', MARKED_WIDTHS),
    { ...codes.build('Mã', [8, 20]), hidden: true },
  ]
}

/** Phường Mẫu: separated by semicolons with a UTF-8 mark, as Excel writes CSV in Vietnam. */
function phuongMau(): string {
  const lines = [
    'DANH SÁCH HỘ NHẬN QUÀ PHƯỜNG MẪU NĂM 2026;;;;;;;',
    `${SAMPLE_NOTICE};;;;;;;`,
    'TT;Họ tên chủ hộ;Địa chỉ;Tổ dân phố;Căn cước;Sinh năm;Điện thoại liên hệ;Phân loại',
    ...inventedRows(60, { seed: 30, first: 2001 }).map((household, index) => {
      const { headOfHousehold, citizenId, birthYear, phone } = household
      const id = isEvery(index, 10) ? withoutZeros(citizenId) : citizenId
      const writtenPhone = isEvery(index, 12) ? `+84 ${phone?.slice(1)}` : phone
      const place = [`"Số ${index + 1} đường Mẫu; Phường Mẫu"`, `Tổ ${1 + (index % 5)}`]
      return [index + 1, headOfHousehold, ...place, id, birthYear, writtenPhone, categoryName(household)].join(';')
    }),
    ';Tổng cộng;;;;;;60 hộ',
  ]
  return `\ufeff${lines.join('\n')}\n`
}

export const SAMPLE_FILES = ['danh-sach-xa-mau.xlsx', 'danh-sach-xa-dong-mau.xlsx', 'danh-sach-phuong-mau.csv'] as const

/** Writes the samples into a folder. */
export async function makeSamples(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const [first, second, third] = SAMPLE_FILES
  await writeWorkbook(join(folder, first), xaMau())
  await writeWorkbook(join(folder, second), xaDongMau())
  await writeFile(join(folder, third), phuongMau())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await makeSamples(fileURLToPath(new URL('../../resources/sample', import.meta.url)))
}
