/**
 * A commune's list with all that such lists have: titles above a header of two rows, dividers that give the hamlet, a
 * column in an old font, a sum, a signature, rows that an error keeps out and rows that are mended. All invented.
 */

import { encodeLegacy } from '../../src/domain/legacy-vietnamese.ts'
import { type CellValue, writeWorkbook } from '../support/workbook.ts'

const NAMES = [
  'Đinh Thị Sương',
  'Hoàng Văn Khởi',
  'Lương Thị Bưởi',
  'Vi Văn Thượng',
  'Nông Thị Huệ',
  'Bế Văn Trường',
  'Ma Thị Lượng',
  'Triệu Văn Phúc',
]
const HOUSEHOLDS_PER_HAMLET = 24

/** A citizen ID of this hamlet's household: province 066, the year of birth in it. */
function citizenId(number: number): string {
  return `0660${String(50 + (number % 40))}${String(100_000 + number * 37)}`
}

const birthYear = (number: number) => 1950 + (number % 40)

/** The font of the column of names: all that stands in it is typed so. */
const inOldFont = (text: string) => encodeLegacy(text, 'tcvn3')

interface Hamlet {
  name: string
  /** The running number of its first household among all. */
  from: number
  /** Whether nothing is wrong with any of its rows. */
  isCalm?: boolean
}

const EAST: Hamlet = { name: 'Thôn Đông', from: 0 }
const WEST: Hamlet = { name: 'Thôn Đoài', from: HOUSEHOLDS_PER_HAMLET }

function household(number: number, index: number, isCalm: boolean): CellValue[] {
  const isNameless = !isCalm && index === 7
  const name = NAMES[number % NAMES.length] ?? ''
  const phone = `0987${String(654_000 + number)}`
  return [
    index + 1,
    isNameless ? null : inOldFont(name),
    birthYear(number),
    // A letter O for a zero is a mend to propose.
    !isCalm && number % 12 === 5 ? citizenId(number).replace('0', 'O') : citizenId(number),
    // So is a telephone number of before 2018.
    !isCalm && number % 6 === 1 ? `01${String(234_567_000 + number)}` : phone,
    number % 3 === 0 ? 'Hộ cận nghèo' : 'Hộ nghèo',
    number % 5 === 0 ? 'Con nhỏ' : null,
  ]
}

function rowsOf({ name, from, isCalm = false }: Hamlet): CellValue[][] {
  const households = Array.from({ length: HOUSEHOLDS_PER_HAMLET }, (_, index) => household(from + index, index, isCalm))
  const sum = [null, inOldFont('Cộng'), null, null, null, HOUSEHOLDS_PER_HAMLET]
  return [[null, inOldFont(name)], ...households, sum]
}

function listOf(...hamlets: Hamlet[]): CellValue[][] {
  return [
    ['UBND XÃ ĐẮK MẪU'],
    ['DANH SÁCH HỘ NGHÈO, CẬN NGHÈO NĂM 2026'],
    [],
    ['STT', inOldFont('Họ và tên chủ hộ'), 'Thông tin', null, null, 'Đối tượng', 'Ghi chú'],
    [null, null, 'Năm sinh', 'Số CCCD', 'Số điện thoại', null, null],
    ...hamlets.flatMap(rowsOf),
    [],
    [null, inOldFont('Người lập biểu')],
  ]
}

/** The rows of the list, as Excel has them. */
export function messyRows(): CellValue[][] {
  return listOf(EAST, WEST)
}

/** The same sender's list a month later: two are gone, two have changed, one may be another of the same name. */
export function laterRows(): CellValue[][] {
  const rows = messyRows().filter((_row, index) => index !== 9 && index !== 10)
  const change = (at: number, cells: Record<number, CellValue>) => Object.assign(rows[at] ?? [], cells)
  change(12, { 4: '0912345678' })
  change(13, { 4: '0912345679', 5: 'Hộ cận nghèo' })
  change(15, { 2: 1999, 3: null })
  return rows
}

/** And one of another hamlet without a doubt. */
export function calmRows(): CellValue[][] {
  return listOf({ name: 'Thôn Thượng', from: 100, isCalm: true })
}

/** Writes the list beside a hidden sheet of other things. */
export async function writeMessyList(file: string, rows: CellValue[][]): Promise<void> {
  await writeWorkbook(file, [
    { name: 'Hộ nghèo', rows },
    { name: 'Hướng dẫn', rows: [['Điền đủ các cột'], ['Gửi trước ngày 5']], hidden: true },
  ])
}
