/** The tables of the minutes of closing: figures, communes, numbers, voids, corrections, indicators. */

import { formatDay } from '../domain/day.ts'
import { targetText, VERDICT_NAMES } from '../domain/indicator.ts'
import { formatDong, sumDong } from '../domain/money.ts'
import type { GivingKind } from '../domain/numbering.ts'
import { formatPeriod } from '../domain/period.ts'
import { type Column, formatQuantity, paragraph, rowCells, ruledTable } from './layout.ts'
import type {
  CorrectionLine,
  IndicatorLine,
  MonthEndReportData,
  MonthFigures,
  NumberRange,
} from './month-end-report.ts'
import type { Block, Cell, Scale } from './page.ts'

const KIND_NAMES: Record<GivingKind, string> = {
  handoverReceipt: 'Biên bản bàn giao quà tặng',
  repairCertificate: 'Giấy xác nhận sửa chữa',
}

function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], scale: Scale): Block {
  return ruledTable(columns, rows, { fontSize: scale.table, margin: [0, 0, 0, scale.gap / 2] })
}

export function figuresTable(
  { handoverCount, giftsDong, repairCount, repairsDong }: MonthFigures,
  scale: Scale,
): Block {
  const columns: Column[] = [
    { head: 'Nội dung', width: '*', alignment: 'left' },
    { head: 'Số hộ', width: 70, alignment: 'right' },
    { head: 'Giá trị (đồng)', width: 110, alignment: 'right' },
  ]
  const bold = (text: string, alignment: 'left' | 'right'): Cell => ({ text, alignment, bold: true })
  return table(
    columns,
    [
      rowCells(columns, ['Trao quà tặng', formatQuantity(handoverCount), formatDong(giftsDong)]),
      rowCells(columns, ['Sửa chữa điện sau công tơ', formatQuantity(repairCount), formatDong(repairsDong)]),
      [bold('Tổng cộng', 'left'), bold('', 'right'), bold(formatDong(sumDong([giftsDong, repairsDong])), 'right')],
    ],
    scale,
  )
}

export function communeTable({ communes }: MonthEndReportData, scale: Scale): Block[] {
  if (communes.length === 0) return []
  const columns: Column[] = [
    { head: 'STT', width: 24, alignment: 'center' },
    { head: 'Xã, phường', width: '*', alignment: 'left' },
    { head: 'Hộ nhận quà', width: 50, alignment: 'right' },
    { head: 'Giá trị quà (đồng)', width: 86, alignment: 'right' },
    { head: 'Hộ sửa điện', width: 46, alignment: 'right' },
    { head: 'Chi phí sửa (đồng)', width: 86, alignment: 'right' },
  ]
  const rows = communes.map(({ communeName, handoverCount, giftsDong, repairCount, repairsDong }, index) =>
    rowCells(columns, [
      String(index + 1),
      communeName,
      formatQuantity(handoverCount),
      formatDong(giftsDong),
      formatQuantity(repairCount),
      formatDong(repairsDong),
    ]),
  )
  return [paragraph('Chia theo xã, phường:', scale, { margin: [0, 0, 0, scale.gap / 2] }), table(columns, rows, scale)]
}

export function rangeTable(ranges: readonly NumberRange[], scale: Scale): Block {
  const columns: Column[] = [
    { head: 'Loại chứng từ', width: '*', alignment: 'left' },
    { head: 'Từ số', width: 124, alignment: 'center' },
    { head: 'Đến số', width: 124, alignment: 'center' },
    { head: 'Số lượng', width: 36, alignment: 'right' },
    { head: 'Huỷ', width: 30, alignment: 'right' },
  ]
  const rows = ranges.map(({ kind, first, last, issuedCount, voids }) =>
    rowCells(columns, [KIND_NAMES[kind], first ?? '', last ?? '', String(issuedCount), String(voids.length)]),
  )
  return table(columns, rows, scale)
}

export function voidTable(ranges: readonly NumberRange[], scale: Scale): Block[] {
  const voids = ranges.flatMap((range) => range.voids)
  if (voids.length === 0) return [paragraph('Không có chứng từ nào bị huỷ.', scale)]
  const columns: Column[] = [
    { head: 'Chứng từ bị huỷ', width: 112, alignment: 'left' },
    { head: 'Ngày huỷ', width: 64, alignment: 'center' },
    { head: 'Lý do', width: '*', alignment: 'left' },
  ]
  const rows = voids.map(({ documentNumber, voidedOn, reason }) =>
    rowCells(columns, [documentNumber, formatDay(voidedOn), reason]),
  )
  return [table(columns, rows, scale)]
}

/** Entries about closed months; the last row adds them up, where some add and some take away. */
export function correctionTable(corrections: readonly CorrectionLine[], scale: Scale): Block[] {
  if (corrections.length === 0) return []
  const columns: Column[] = [
    { head: 'Bút toán', width: 112, alignment: 'left' },
    { head: 'Thuộc tháng', width: 52, alignment: 'center' },
    { head: 'Chứng từ, lý do', width: '*', alignment: 'left' },
    { head: 'Tăng, giảm (số)', width: 46, alignment: 'right' },
    { head: 'Tăng, giảm (đồng)', width: 80, alignment: 'right' },
  ]
  const rows = corrections.map((line) =>
    rowCells(columns, [
      line.documentNumber,
      formatPeriod(line.correctedPeriod),
      `${line.correctedDocument}: ${line.reason}`,
      line.countDelta === undefined ? '' : formatQuantity(line.countDelta),
      formatDong(line.amountDeltaDong),
    ]),
  )
  const bold = (text: string, alignment: 'left' | 'right'): Cell => ({ text, alignment, bold: true })
  const sum = sumDong(corrections.map(({ amountDeltaDong }) => amountDeltaDong))
  const total = ['Tổng cộng', '', '', '', formatDong(sum)].map((text, at) => bold(text, at === 0 ? 'left' : 'right'))
  const lead = 'Chứng từ đến muộn và điều chỉnh của tháng đã khoá, ghi trong tháng này:'
  return [
    paragraph(lead, scale, { margin: [0, 0, 0, scale.gap / 2] }),
    table(columns, corrections.length > 1 ? [...rows, total] : rows, scale),
  ]
}

/** As many lines as are kept on one page with their heading. */
const MOST_LINES_TOGETHER = 30

/** What was counted of the service, against what was to be reached, under its heading. */
export function indicatorPart(heading: Block, indicators: readonly IndicatorLine[], scale: Scale): Block {
  const unbreakable = indicators.length <= MOST_LINES_TOGETHER
  return { stack: [heading, indicatorTable(indicators, scale)], unbreakable }
}

function indicatorTable(indicators: readonly IndicatorLine[], scale: Scale): Block {
  const columns: Column[] = [
    { head: 'STT', width: 24, alignment: 'center' },
    { head: 'Chỉ tiêu', width: '*', alignment: 'left' },
    { head: 'Tử số', width: 48, alignment: 'right' },
    { head: 'Mẫu số', width: 36, alignment: 'right' },
    { head: 'Giá trị', width: 54, alignment: 'right' },
    { head: 'Mục tiêu', width: 32, alignment: 'right' },
    { head: 'Kết quả', width: 60, alignment: 'left' },
  ]
  const figure = (value: number | null) => (value === null ? '' : formatQuantity(value))
  const rows = indicators.map((line, index) =>
    rowCells(columns, [
      String(index + 1),
      line.name,
      figure(line.numerator),
      figure(line.denominator),
      line.value === null ? '' : `${figure(line.value)} ${line.unitOfMeasure}`,
      targetText(line),
      VERDICT_NAMES[line.verdict],
    ]),
  )
  return table(columns, rows, scale)
}
