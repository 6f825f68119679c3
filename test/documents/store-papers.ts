/** Papers around a distribution and its store, of the office of papers.ts, for tests to print. */

import type { BlankReceiptData } from '../../src/documents/blank-receipt.ts'
import type { CountSheetData } from '../../src/documents/count-sheet.ts'
import type { GiftListPaperData } from '../../src/documents/gift-list-paper.ts'
import type { PickListData } from '../../src/documents/pick-list.ts'
import type { StockSlipData } from '../../src/documents/stock-slip.ts'
import type { VoidSlipData } from '../../src/documents/void-slip.ts'
import { day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { documentCode, formatDocumentNumber } from '../../src/domain/numbering.ts'
import type { StockSlipKind } from '../../src/domain/stock.ts'
import { giftLines, receiptData, signOffListData } from './papers.ts'

const { office, campaign, giver } = receiptData()
const preparedBy = giver

export function stockSlipData(kind: StockSlipKind = 'stockIn', lineCount = 3): StockSlipData {
  const identity = { kind, year: 2026, number: 12 } as const
  const isIn = kind === 'stockIn'
  return {
    office,
    isPractice: false,
    kind,
    documentNumber: formatDocumentNumber(identity, office.officeCode),
    code: documentCode(identity, office.officeCode),
    movedOn: day('2026-12-03'),
    fromName: isIn ? 'Công ty TNHH Thực phẩm Bảo Minh' : 'Kho cơ quan',
    toName: isIn ? 'Kho cơ quan' : 'Nhà văn hoá thôn Đông',
    counterpart: isIn ? 'Lê Văn Bình' : null,
    reason: isIn ? 'Nhập quà Tết theo Hợp đồng số 12/HĐ-PCĐL' : null,
    lines: giftLines(lineCount).map((line, index) => (index === 2 ? { ...line, unitPriceDong: null } : line)),
    preparedBy,
  }
}

export function countSheetData(lineCount = 4): CountSheetData {
  return {
    office,
    isPractice: false,
    placeName: 'Kho cơ quan',
    countedOn: day('2026-12-31'),
    lines: [
      ...giftLines(lineCount).map(({ name, unitOfMeasure, quantity }) => ({
        name,
        unitOfMeasure,
        onHand: quantity * 40,
      })),
      { name: 'Tiền mặt', unitOfMeasure: 'đồng', onHand: 150_000_000 },
    ],
    preparedBy,
  }
}

export function voidSlipData(): VoidSlipData {
  const { documentNumber, household, packageName } = receiptData()
  return {
    office,
    isPractice: false,
    documentNumber,
    campaignName: campaign.name,
    headOfHousehold: household.headOfHousehold,
    giftPackageName: packageName,
    valueDong: dong(415_000),
    issuedOn: day('2026-12-05'),
    voidedOn: day('2026-12-06'),
    reason: 'Giao nhầm hộ cùng tên ở thôn Đoài.',
    voidedBy: giver,
  }
}

export function giftListData(rowCount: number): GiftListPaperData {
  const rows = signOffListData(rowCount).rows.map(({ household, giftName, amountDong }) => ({
    household,
    giftName,
    amountDong,
    action: 'grant' as const,
    reason: null,
  }))
  return {
    office,
    isPractice: false,
    campaign,
    listNumber: 0,
    title: null,
    listedOn: day('2026-12-02'),
    sha256: '0123456789abcdef'.repeat(4),
    rows,
    drawnUpBy: giver,
    approvedBy: { fullName: 'Trần Thị Thu', title: 'Phó phòng' },
    decisionNumber: '130/QĐ-PCĐL',
  }
}

/** The second supplement: one joins, one leaves, and nobody has approved it yet. */
export function supplementData(): GiftListPaperData {
  const list = giftListData(2)
  const rows = list.rows.map((row, index) =>
    index === 1 ? { ...row, action: 'withdraw' as const, reason: 'Đã chuyển đi nơi khác' } : row,
  )
  return { ...list, listNumber: 2, title: 'Thôn Đông', rows, approvedBy: null, decisionNumber: null }
}

export function pickListData(hamletCount = 3): PickListData {
  const hamlets = ['Thôn Đông', 'Thôn Đoài', 'Buôn Ea Yông']
  return {
    office,
    isPractice: false,
    campaign,
    placeName: 'Nhà văn hoá thôn Đông',
    heldOn: day('2026-12-05'),
    preparedOn: day('2026-12-04'),
    items: giftLines(4).map(({ name, unitOfMeasure, quantity }) => ({ name, unitOfMeasure, quantity: quantity * 52 })),
    hamlets: Array.from({ length: hamletCount }, (_, index) => ({
      hamlet: hamlets[index % hamlets.length] ?? '',
      packages: [
        { name: 'Suất quà Tết', count: 12 + index },
        ...(index === 1 ? [{ name: 'Suất quà người cao tuổi', count: 3 }] : []),
      ],
    })),
    preparedBy,
  }
}

export function blankReceiptData(number = 51): BlankReceiptData {
  const { documentNumber, code, handedOverOn, handedOverAt } = receiptData(number)
  const witness = { fullName: 'Y Thanh Êban', title: 'Trưởng thôn' }
  const alsoPresent = [{ fullName: 'Trần Thị Thu', title: 'Thủ quỹ' }]
  const kit = { position: number, alsoPresent }
  return {
    office,
    isPractice: false,
    documentNumber,
    code,
    handedOverOn,
    handedOverAt,
    campaign,
    giver,
    witness,
    ...kit,
  }
}
