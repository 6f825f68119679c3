/** Phiếu nhập kho, phiếu xuất kho: what moved from where to where, signed by those who handed it over and took it. */

import { type Day, formatDayInWords } from '../domain/day.ts'
import { type Dong, formatDong, lineAmountDong, sumDong } from '../domain/money.ts'
import type { StockSlipKind } from '../domain/stock.ts'
import {
  amountInWordsLine,
  blocks,
  factsLine,
  formatQuantity,
  ITEM_AMOUNT_COLUMN,
  itemColumns,
  paragraph,
  rowCells,
  ruledTable,
  signatures,
  totalCells,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
import type { PaperData, PaperPerson, Printing } from './paper-data.ts'

export interface StockSlipData extends PaperData {
  kind: StockSlipKind
  documentNumber: string
  /** 14 digits, the last one a check digit. */
  code: string
  movedOn: Day
  fromName: string
  toName: string
  /** The one of the other side. */
  counterpart: string | null
  reason: string | null
  /** The price is null where none was given. */
  lines: readonly { name: string; unitOfMeasure: string; quantity: number; unitPriceDong: Dong | null }[]
  preparedBy: PaperPerson
}

const TITLES: Record<StockSlipKind, string> = { stockIn: 'PHIẾU NHẬP KHO', stockOut: 'PHIẾU XUẤT KHO' }

/** The slip on one A4 page; only a long list of goods runs on to a second. */
export function stockSlip(data: StockSlipData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `${data.documentNumber} ${data.toName}`,
    layouts: A4_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: StockSlipData, printing: Printing, scale: Scale): Block[] {
  const { office, kind, documentNumber, code, movedOn, fromName, toName, counterpart, reason, preparedBy } = data
  const isIn = kind === 'stockIn'
  return blocks(
    letterhead({ office, documentNumber, issuedOn: movedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow({ title: TITLES[kind], subject: isIn ? toName : fromName, code, printing }, FULL_HEAD),
    paragraph(`Hôm nay, ${formatDayInWords(movedOn)}, đã giao nhận số hàng, tiền dưới đây:`, scale),
    factsLine([[isIn ? 'Nhập từ' : 'Xuất từ', fromName]], scale),
    factsLine([['Nơi nhận', toName]], scale),
    factsLine([[isIn ? 'Người giao' : 'Người nhận', counterpart]], scale),
    factsLine([['Lý do', reason]], scale),
    goodsTable(data, scale),
    isPriced(data) ? amountInWordsLine(totalDong(data), scale) : null,
    signatures(
      [
        { role: 'Người lập phiếu', manner: 'signature', fullName: preparedBy.fullName },
        { role: isIn ? 'Người giao' : 'Người nhận', manner: 'signature', fullName: counterpart },
        { role: 'Thủ kho', manner: 'signature', fullName: null },
        { role: 'Kế toán', manner: 'signature', fullName: null },
        { role: office.signerTitle, manner: 'signature', fullName: office.signerName },
      ],
      scale,
    ),
  )
}

/** Goods that only change their place have no price, and then there is no sum. */
function isPriced({ lines }: StockSlipData): boolean {
  return lines.some(({ unitPriceDong }) => unitPriceDong !== null)
}

function totalDong({ lines }: StockSlipData): Dong {
  return sumDong(lines.map(({ quantity, unitPriceDong }) => lineAmountDong(quantity, unitPriceDong ?? 0)))
}

function goodsTable(data: StockSlipData, scale: Scale): Block {
  const columns = itemColumns('Tên hàng', scale.table)
  const rows = data.lines.map(({ name, unitOfMeasure, quantity, unitPriceDong }, index) =>
    rowCells(columns, [
      String(index + 1),
      name,
      unitOfMeasure,
      formatQuantity(quantity),
      unitPriceDong === null ? '' : formatDong(unitPriceDong),
      unitPriceDong === null ? '' : formatDong(lineAmountDong(quantity, unitPriceDong)),
      '',
    ]),
  )
  const total = isPriced(data) ? [totalCells(columns, ITEM_AMOUNT_COLUMN, 'Tổng cộng', totalDong(data))] : []
  return ruledTable(columns, [...rows, ...total], { fontSize: scale.table, margin: [0, scale.gap, 0, scale.gap] })
}
