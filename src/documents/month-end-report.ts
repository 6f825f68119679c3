/** Biên bản khoá sổ: the minutes of closing a month, for people who open the month-end package. */

import { type Day, formatDayInWords } from '../domain/day.ts'
import type { IndicatorEntry, IndicatorTarget, IndicatorVerdict } from '../domain/indicator.ts'
import { type Dong, sumDong } from '../domain/money.ts'
import { spokenCheckCode } from '../domain/month-close.ts'
import type { GivingKind } from '../domain/numbering.ts'
import { formatPeriod, type Period } from '../domain/period.ts'
import { amountInWordsLine, blocks, paragraph, signatures } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import {
  communeTable,
  correctionTable,
  figuresTable,
  indicatorPart,
  rangeTable,
  voidTable,
} from './month-end-tables.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
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
  /** How many papers more or less; not told in minutes from before it was kept. */
  countDelta?: number
  amountDeltaDong: number
  reason: string
}

/** What an indicator of service came to, in its unit; figures are null where nothing was entered. */
export interface IndicatorLine extends IndicatorTarget, IndicatorEntry {
  name: string
  unitOfMeasure: string
  value: number | null
  verdict: IndicatorVerdict
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
  /** In the order of the sheet; months that were closed before indicators were kept have none. */
  indicators?: readonly IndicatorLine[]
  /** Each in words, ready to print, with what the office says to it. */
  warnings: readonly { words: string; explanation: string }[]
  /** Late papers and corrections of closed months that were entered in this one. */
  corrections: readonly CorrectionLine[]
  /** The last hash of the journal at closing, 64 hexadecimal digits. */
  closingHead: string
  /** Nine digits that stand for this closing on the telephone. */
  checkCode: string
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
  const { office, period, closedOn, closedBy, approvedBy, sequence, revision, figures, indicators } = data
  const month = formatPeriod(period)
  const revisionNote = revision > 1 ? `, bản sửa đổi lần ${revision - 1} của tháng` : ''
  const widthPt = contentWidthPt(A4_UPRIGHT)
  let count = 0
  const number = (text: string) => {
    count++
    return heading(`${count}. ${text}`, scale)
  }
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
    number('Số liệu trong tháng'),
    figuresTable(figures, scale),
    amountInWordsLine(sumDong([figures.giftsDong, figures.repairsDong]), scale),
    ...communeTable(data, scale),
    number('Số chứng từ đã phát hành'),
    rangeTable(data.documentNumbers, scale),
    ...voidTable(data.documentNumbers, scale),
    ...correctionTable(data.corrections, scale),
    indicators ? indicatorPart(number('Chỉ tiêu dịch vụ khách hàng'), indicators, scale) : null,
    number('Lưu ý khi khoá sổ và giải trình'),
    ...warningLines(data.warnings, scale),
    number('Giá trị kiểm tra của sổ'),
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

function warningLines(warnings: MonthEndReportData['warnings'], scale: Scale): Block[] {
  if (warnings.length === 0) return [paragraph('Không có.', scale)]
  return warnings.map(({ words, explanation }) =>
    paragraph([{ text: `- ${words} ` }, { text: `Giải trình: ${explanation}`, italics: true }], scale, {
      margin: [0, 0, 0, scale.gap / 2],
    }),
  )
}
