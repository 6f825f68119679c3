/** Papers of an office in Krông Pắc, for tests to print. Each function gives a fresh, ordinary paper. */

import type { HandoverReceiptData } from '../../src/documents/handover-receipt.ts'
import type { MonthEndReportData } from '../../src/documents/month-end-report.ts'
import type { PaperHousehold, PaperOffice } from '../../src/documents/paper-data.ts'
import type { SignOffListData } from '../../src/documents/sign-off-list.ts'
import { day } from '../../src/domain/day.ts'
import { dong, sumDong } from '../../src/domain/money.ts'
import { documentCode, formatDocumentNumber } from '../../src/domain/numbering.ts'
import { period } from '../../src/domain/period.ts'

export const FONT_FOLDER = new URL('../../resources/fonts', import.meta.url).pathname
export const CREATED_AT = '2026-12-05T03:04:05Z'

const office: PaperOffice = {
  officeName: 'Đội Quản lý Điện lực khu vực Krông Pắc',
  parentOrganisation: 'Công ty Điện lực Đắk Lắk',
  officeCode: 'PC042',
  place: 'Krông Pắc',
  signerTitle: 'Đội trưởng',
  signerName: 'Trần Văn Hưng',
}

const campaign = {
  name: 'Tri ân khách hàng 2026',
  decisionNumber: '125/QĐ-PCĐL',
  fundingSource: 'Quỹ phúc lợi',
}

function household(headOfHousehold: string): PaperHousehold {
  return {
    headOfHousehold,
    birthYear: 1985,
    citizenIdMasked: '001******001',
    categoryName: 'Hộ nghèo',
    addressText: 'Thôn Đông, xã Krông Pắc, tỉnh Đắk Lắk',
    customerCode: 'PC01AA0123456',
    meterNumber: '26012345',
  }
}

const GIFTS = [
  { name: 'Mì ăn liền', unitOfMeasure: 'thùng', quantity: 2, unitPriceDong: dong(95_000) },
  { name: 'Gạo tẻ', unitOfMeasure: 'kg', quantity: 10, unitPriceDong: dong(18_000) },
  { name: 'Nước mắm chai 750 ml', unitOfMeasure: 'chai', quantity: 1, unitPriceDong: dong(45_000) },
  { name: 'Đường trắng', unitOfMeasure: 'kg', quantity: 1.5, unitPriceDong: dong(24_000) },
]

/** `lineCount` gifts, by turns of four. */
export function giftLines(lineCount: number) {
  return Array.from({ length: lineCount }, (_, index) => GIFTS[index % GIFTS.length]).filter(
    (line) => line !== undefined,
  )
}

export function receiptData(number = 7, headOfHousehold = 'Nguyễn Thị An'): HandoverReceiptData {
  const identity = { kind: 'handoverReceipt', year: 2026, number } as const
  return {
    office,
    isPractice: false,
    documentNumber: formatDocumentNumber(identity, office.officeCode),
    code: documentCode(identity, office.officeCode),
    handedOverOn: day('2026-12-05'),
    handedOverAt: 'Nhà văn hoá thôn Đông',
    campaign,
    giver: { fullName: 'Nguyễn Văn Hùng', title: 'Nhân viên kinh doanh' },
    household: household(headOfHousehold),
    recipient: { kind: 'headOfHousehold' },
    witness: null,
    packageName: 'Suất quà Tết',
    lines: giftLines(3),
  }
}

const NAMES = ['Nguyễn Thị An', 'Trần Văn Bình', 'H’Mai Êban', 'Y Bhăm Niê', 'Lê Thị Hồng Thắm', 'Phạm Quốc Khánh']

/** A list of `rowCount` households; the n-th gets 400.000 + n × 1.000 đồng, every fourth through a proxy. */
export function signOffListData(rowCount: number): SignOffListData {
  return {
    office,
    isPractice: false,
    documentNumber: null,
    code: null,
    listedOn: day('2026-12-20'),
    campaign,
    handedOverFrom: day('2026-12-05'),
    handedOverTo: day('2026-12-20'),
    placeName: 'xã Krông Pắc',
    rows: Array.from({ length: rowCount }, (_, index) => ({
      household: household(NAMES[index % NAMES.length] ?? ''),
      giftName: 'Suất quà Tết',
      amountDong: dong(400_000 + (index + 1) * 1000),
      proxy: index % 4 === 3 ? 'Lê Văn Bình (con)' : null,
      note: null,
    })),
    preparedBy: { fullName: 'Nguyễn Văn Hùng', title: 'Nhân viên kinh doanh' },
    attendants: {
      staff: [
        { fullName: 'Nguyễn Văn Hùng', title: 'Nhân viên kinh doanh' },
        { fullName: 'Trần Thị Thu', title: 'Thủ quỹ' },
      ],
      witnesses: [{ fullName: 'Y Thanh Êban', title: 'Trưởng thôn' }],
    },
  }
}

/** One of each result there is. */
function indicatorLines(): NonNullable<MonthEndReportData['indicators']> {
  const share = { unitOfMeasure: '%', target: 100, targetDirection: 'atLeast' } as const
  const noTarget = { target: null, targetDirection: null }
  return [
    {
      name: 'Thời gian mất điện trung bình (SAIDI)',
      unitOfMeasure: 'phút',
      numerator: 125_430.5,
      denominator: 20_500,
      value: 6.119,
      target: 7.5,
      targetDirection: 'atMost',
      verdict: 'met',
    },
    { name: 'Khiếu nại đúng hạn', ...share, numerator: 38, denominator: 40, value: 95, verdict: 'notMet' },
    { name: 'Cấp điện mới đúng hạn', ...share, numerator: 0, denominator: 0, value: null, verdict: 'nothingArose' },
    { name: 'Trả lời đúng hạn', ...share, numerator: null, denominator: null, value: null, verdict: 'notEntered' },
    {
      name: 'Hội nghị khách hàng đã tổ chức',
      unitOfMeasure: 'hội nghị',
      ...noTarget,
      numerator: 2,
      denominator: null,
      value: 2,
      verdict: 'noTarget',
    },
  ]
}

/** Minutes as they were stored before indicators were kept, and before a correction told how many papers. */
export function reportDataBeforeIndicators(): MonthEndReportData {
  const { indicators: _, corrections, ...data } = reportData()
  return { ...data, corrections: corrections.slice(0, 1).map(({ countDelta: _count, ...line }) => line) }
}

export function reportData(): MonthEndReportData {
  const north = { handoverCount: 600, giftsDong: dong(284_400_000), repairCount: 4, repairsDong: dong(3_230_000) }
  const south = { handoverCount: 450, giftsDong: dong(213_300_000), repairCount: 6, repairsDong: dong(5_000_000) }
  return {
    office,
    isPractice: false,
    period: period('2026-12'),
    closedOn: day('2027-01-02'),
    closedBy: { fullName: 'Nguyễn Văn Hùng', title: 'Nhân viên kinh doanh' },
    sequence: 2,
    figures: {
      handoverCount: north.handoverCount + south.handoverCount,
      giftsDong: sumDong([north.giftsDong, south.giftsDong]),
      repairCount: north.repairCount + south.repairCount,
      repairsDong: sumDong([north.repairsDong, south.repairsDong]),
    },
    communes: [
      { communeName: 'Xã Krông Pắc', ...north },
      { communeName: 'Xã Ea Kly', ...south },
    ],
    documentNumbers: [
      {
        kind: 'handoverReceipt',
        first: '01/2026/BBBG-PC042',
        last: '1051/2026/BBBG-PC042',
        issuedCount: 1051,
        voids: [{ documentNumber: '17/2026/BBBG-PC042', voidedOn: day('2026-12-06'), reason: 'Ghi nhầm hộ' }],
      },
      { kind: 'repairCertificate', first: null, last: null, issuedCount: 0, voids: [] },
    ],
    warnings: [{ words: '12 hộ chưa có số định danh cá nhân.', explanation: 'Các hộ này đang làm lại thẻ.' }],
    corrections: [
      {
        documentNumber: '03/2026/BTDC-PC042',
        correctedPeriod: period('2026-10'),
        correctedDocument: '212/2026/BBBG-PC042',
        countDelta: -1,
        amountDeltaDong: -500_000,
        reason: 'Phiếu ghi hai lần, đã thu hồi suất quà',
      },
      {
        documentNumber: '04/2026/BTDC-PC042',
        correctedPeriod: period('2026-11'),
        correctedDocument: '31/2026/GXN-PC042',
        countDelta: 1,
        amountDeltaDong: 1_250_000,
        reason: 'Giấy xác nhận đến muộn',
      },
    ],
    indicators: indicatorLines(),
    checkCode: '428190337',
    revision: 1,
    approvedBy: { fullName: 'Lê Văn Đức', title: null },
    closingHead: '0123456789abcdef'.repeat(4),
  }
}
