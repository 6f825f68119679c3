/** Phiếu soạn hàng: what to load for a distribution, in all and for each hamlet. */

import { type Day, formatDay } from '../domain/day.ts'
import { type Column, formatQuantity, paragraph, rowCells, ruledTable, signatures } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
import type { PaperCampaign, PaperData, PaperPerson, Printing } from './paper-data.ts'

export interface PickListData extends PaperData {
  campaign: PaperCampaign
  placeName: string
  heldOn: Day
  preparedOn: Day
  /** Everything to be loaded. */
  items: readonly { name: string; unitOfMeasure: string; quantity: number }[]
  /** How many gifts of each package a hamlet gets. */
  hamlets: readonly { hamlet: string; packages: readonly { name: string; count: number }[] }[]
  preparedBy: PaperPerson
}

const ITEMS: readonly Column[] = [
  { head: 'STT', width: 26, alignment: 'center' },
  { head: 'Tên hàng', width: '*', alignment: 'left' },
  { head: 'ĐVT', width: 60, alignment: 'center' },
  { head: 'Số lượng', width: 80, alignment: 'right' },
  { head: 'Đã soạn', width: 70, alignment: 'center' },
]
const HAMLETS: readonly Column[] = [
  { head: 'Thôn, tổ', width: '*', alignment: 'left' },
  { head: 'Suất quà', width: 200, alignment: 'left' },
  { head: 'Số suất', width: 70, alignment: 'right' },
]

/** The list on as many A4 pages as it takes. */
export function pickList(data: PickListData, printing: Printing): PageDefinition {
  const [scale] = A4_SCALES
  return {
    ...A4_UPRIGHT,
    title: `Phiếu soạn hàng ${data.placeName}`,
    layouts: scale ? [() => page(data, printing, scale)] : [],
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: PickListData, printing: Printing, scale: Scale): Block[] {
  const { office, campaign, placeName, heldOn, preparedOn, items, hamlets, preparedBy } = data
  const goods = items.map(({ name, unitOfMeasure, quantity }, index) =>
    rowCells(ITEMS, [String(index + 1), name, unitOfMeasure, formatQuantity(quantity), '']),
  )
  const gifts = hamlets.flatMap(({ hamlet, packages }) =>
    packages.map(({ name, count }, index) =>
      rowCells(HAMLETS, [index === 0 ? hamlet : '', name, formatQuantity(count)]),
    ),
  )
  return [
    letterhead({ office, documentNumber: null, issuedOn: preparedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow(
      {
        title: 'PHIẾU SOẠN HÀNG',
        subject: `Đợt phát ngày ${formatDay(heldOn)} tại ${placeName}\nchương trình “${campaign.name}”`,
        code: null,
        printing,
      },
      FULL_HEAD,
    ),
    ruledTable(ITEMS, goods, { fontSize: scale.table }),
    paragraph('Chia theo thôn, tổ:', scale, { bold: true, margin: [0, scale.gap, 0, scale.gap] }),
    ruledTable(HAMLETS, gifts, { fontSize: scale.table, margin: [0, 0, 0, scale.gap * 2] }),
    signatures(
      [
        { role: 'Người lập', manner: 'signature', fullName: preparedBy.fullName },
        { role: 'Thủ kho', manner: 'signature', fullName: null },
        { role: 'Người nhận hàng', manner: 'signature', fullName: null },
      ],
      scale,
    ),
  ]
}
