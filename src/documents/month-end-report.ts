/** Biên bản khoá sổ: the minutes of closing a month, for people who open the month-end package. */

import { type Day, formatDay, formatDayInWords } from '../domain/day.ts'
import { type Dong, formatDong, sumDong } from '../domain/money.ts'
import { spokenCheckCode } from '../domain/month-close.ts'
import type { GivingKind } from '../domain/numbering.ts'
import { formatPeriod, type Period } from '../domain/period.ts'
import {
  amountInWordsLine,
  blocks,
  type Column,
  formatQuantity,
  paragraph,
  rowCells,
  ruledTable,
  signatures,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import {
  A4_SCALES,
  A4_UPRIGHT,
  type Block,
  type Cell,
  contentWidthPt,
  type PageDefinition,
  type Scale,
} from './page.ts'
import type { PaperData, PaperPerson, Printing } from './paper-data.ts'

/** Voids are already subtracted from what they took back. */
export interface MonthFigures {
  handoverCount: number
  giftsDong: Dong
  repairCount: number
  repairsDong: Dong
}

export interface VoidedPaper {
  documentNumber: string
  voidedOn: Day
  reason: string
}

/** The papers of one kind issued in the month: first and last number, null where none was issued. */
export interface NumberRange {
  kind: GivingKind
  first: string | null
  last: string | null
  issuedCount: number
  voids: readonly VoidedPaper[]
}

/** An entry of this month that belongs to a closed one; the amount may be less than nothing. */
export interface CorrectionLine {
  documentNumber: string
  correctedPeriod: Period
  correctedDocument: string
  amountDeltaDong: number
  reason: string
}

export interface MonthEndReportData extends PaperData {
  period: Period
  closedOn: Day
  closedBy: PaperPerson
  /** Who approved what another drew up; null where the office has one person alone. */
  approvedBy: PaperPerson | null
  /** Counts the office's closings without a gap. */
  sequence: number
  /** 1, and one more each time the month was opened again. */
  revision: number
  figures: MonthFigures
  /** The same figures by commune; empty where the office does not tell communes apart. */
  communes: readonly (MonthFigures & { communeName: string })[]
  documentNumbers: readonly NumberRange[]
  /** Each in words, ready to print, with what the office says to it. */
  warnings: readonly { words: string; explanation: string }[]
  /** Late papers and corrections of closed months that were entered in this one. */
  corrections: readonly CorrectionLine[]
  /** The last hash of the journal at closing, 64 hexadecimal digits. */
  closingHead: string
  /** Nine digits that stand for this closing on the telephone. */
  checkCode: string
}

const KIND_NAMES: Record<GivingKind, string> = {
  handoverReceipt: 'Biên bản bàn giao quà tặng',
  repairCertificate: 'Giấy xác nhận sửa chữa',
}

/** The minutes on as many A4 pages as they take. The same closed month gives the same paper. */
export function monthEndReport(data: MonthEndReportData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `Biên bản khoá sổ tháng ${formatPeriod(data.period)}, ${data.office.officeCode}`,
    layouts: A4_SCALES.slice(0, 3).map((scale) => () => minutes(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function minutes(data: MonthEndReportData, printing: Printing, scale: Scale): Block[] {
  const { office, period, closedOn, closedBy, approvedBy, sequence, revision, figures } = data
  const month = formatPeriod(period)
  const revisionNote = revision > 1 ? `, bản sửa đổi lần ${revision - 1} của tháng` : ''
  const widthPt = contentWidthPt(A4_UPRIGHT)
  return blocks(
    letterhead({ office, documentNumber: null, issuedOn: closedOn, widthPt }, FULL_HEAD),
    titleRow(
      { title: 'BIÊN BẢN KHOÁ SỔ', subject: `Chương trình Tri ân khách hàng, tháng ${month}`, code: null, printing },
      FULL_HEAD,
    ),
    paragraph(
      `Hôm nay, ${formatDayInWords(closedOn)}, ${office.officeName} (mã đơn vị ${office.officeCode}) khoá sổ tháng ` +
        `${month}, lần khoá sổ thứ ${sequence}${revisionNote}. Từ lúc khoá sổ, không chứng từ nào được ghi thêm, sửa ` +
        'hay xoá trong tháng này; sai sót được điều chỉnh bằng chứng từ mới ở tháng đang mở.',
      scale,
    ),
    heading('1. Số liệu trong tháng', scale),
    figuresTable(figures, scale),
    amountInWordsLine(sumDong([figures.giftsDong, figures.repairsDong]), scale),
    ...communeTable(data, scale),
    heading('2. Số chứng từ đã phát hành', scale),
    rangeTable(data.documentNumbers, scale),
    ...voidTable(data.documentNumbers, scale),
    ...correctionTable(data.corrections, scale),
    heading('3. Lưu ý khi khoá sổ và giải trình', scale),
    ...warningLines(data.warnings, scale),
    heading('4. Giá trị kiểm tra của sổ', scale),
    paragraph(
      'Giá trị dưới đây (SHA-256) gắn với từng dòng nhật ký đến lúc khoá sổ; chỉ cần một ký tự trong sổ khác đi, ' +
        'giá trị này sẽ khác.',
      scale,
    ),
    {
      text: hashInGroups(data.closingHead),
      fontSize: 11,
      bold: true,
      alignment: 'center',
      margin: [0, 2, 0, scale.gap],
    },
    paragraph(
      [
        { text: 'Mã đối chiếu qua điện thoại: ' },
        { text: spokenCheckCode(data.checkCode), bold: true },
        { text: ' (chữ số cuối là số kiểm tra).' },
      ],
      scale,
    ),
    signatures(
      [
        { role: approvedBy ? 'Người lập' : 'Người khoá sổ', manner: 'signature', fullName: closedBy.fullName },
        { role: approvedBy ? 'Người duyệt' : 'Kế toán', manner: 'signature', fullName: approvedBy?.fullName ?? null },
        { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
      ],
      scale,
    ),
  )
}

function heading(text: string, scale: Scale): Block {
  return { text, fontSize: scale.body, bold: true, margin: [0, scale.gap, 0, scale.gap / 2] }
}

/** Eight groups of eight, to be compared by eye. */
function hashInGroups(hash: string): string {
  const groups = hash.match(/.{1,8}/g) ?? []
  return `${groups.slice(0, 4).join(' ')}\n${groups.slice(4).join(' ')}`
}

function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], scale: Scale): Block {
  return ruledTable(columns, rows, { fontSize: scale.table, margin: [0, 0, 0, scale.gap / 2] })
}

function figuresTable({ handoverCount, giftsDong, repairCount, repairsDong }: MonthFigures, scale: Scale): Block {
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

function communeTable({ communes }: MonthEndReportData, scale: Scale): Block[] {
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

function rangeTable(ranges: readonly NumberRange[], scale: Scale): Block {
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

function voidTable(ranges: readonly NumberRange[], scale: Scale): Block[] {
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

function correctionTable(corrections: readonly CorrectionLine[], scale: Scale): Block[] {
  if (corrections.length === 0) return []
  const columns: Column[] = [
    { head: 'Bút toán', width: 112, alignment: 'left' },
    { head: 'Thuộc tháng', width: 58, alignment: 'center' },
    { head: 'Chứng từ, lý do', width: '*', alignment: 'left' },
    { head: 'Tăng, giảm (đồng)', width: 84, alignment: 'right' },
  ]
  const rows = corrections.map(({ documentNumber, correctedPeriod, correctedDocument, amountDeltaDong, reason }) =>
    rowCells(columns, [
      documentNumber,
      formatPeriod(correctedPeriod),
      `${correctedDocument}: ${reason}`,
      formatDong(amountDeltaDong),
    ]),
  )
  const lead = 'Chứng từ đến muộn và điều chỉnh của tháng đã khoá, ghi trong tháng này:'
  return [paragraph(lead, scale, { margin: [0, 0, 0, scale.gap / 2] }), table(columns, rows, scale)]
}

function warningLines(warnings: MonthEndReportData['warnings'], scale: Scale): Block[] {
  if (warnings.length === 0) return [paragraph('Không có.', scale)]
  return warnings.map(({ words, explanation }) =>
    paragraph([{ text: `- ${words} ` }, { text: `Giải trình: ${explanation}`, italics: true }], scale, {
      margin: [0, 0, 0, scale.gap / 2],
    }),
  )
}
