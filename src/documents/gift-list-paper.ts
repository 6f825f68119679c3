/** Danh sách được duyệt: who is given what, with the hash that freezes it and the two people who answer for it. */

import { type Day, formatDay } from '../domain/day.ts'
import type { ListAction } from '../domain/gift-list.ts'
import { type Dong, formatDong, sumDong } from '../domain/money.ts'
import { amountInWordsLine, type Column, paragraph, rowCells, ruledTable, signatures, totalCells } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_LANDSCAPE, type Block, contentWidthPt, MM, type PageDefinition, type Scale } from './page.ts'
import type { PaperCampaign, PaperData, PaperHousehold, PaperPerson, Printing } from './paper-data.ts'

/** What stands in a list from the day it is drawn up. */
export interface FrozenGiftList extends PaperData {
  campaign: PaperCampaign
  /** 0 for the list, n for its n-th supplement. */
  listNumber: number
  title: string | null
  listedOn: Day
  rows: readonly {
    household: PaperHousehold
    giftName: string
    amountDong: Dong
    action: ListAction
    reason: string | null
  }[]
  drawnUpBy: PaperPerson
}

export interface GiftListPaperData extends FrozenGiftList {
  /** Lower-case hex SHA-256 of the list's text. */
  sha256: string
  /** Null while the list waits for the second person. */
  approvedBy: PaperPerson | null
  decisionNumber: string | null
}

const SCALE: Scale = { body: 12, table: 10, gap: 4, signing: 22 * MM }
const AMOUNT_COLUMN = 7

const COLUMNS: readonly Column[] = [
  { head: 'STT', width: 24, alignment: 'center' },
  { head: 'Họ và tên chủ hộ', width: '*', alignment: 'left' },
  { head: 'Năm sinh', width: 30, alignment: 'center' },
  { head: 'Số định danh', width: 70, alignment: 'center' },
  { head: 'Diện', width: 70, alignment: 'left' },
  { head: 'Địa chỉ', width: 130, alignment: 'left' },
  { head: 'Suất quà', width: 90, alignment: 'left' },
  { head: 'Giá trị (đồng)', width: 66, alignment: 'right' },
  { head: 'Ghi chú', width: 80, alignment: 'left' },
]

/** The list on as many pages of A4 landscape as it takes. */
export function giftListPaper(data: GiftListPaperData, printing: Printing): PageDefinition {
  return {
    ...A4_LANDSCAPE,
    title: `${titleOf(data)} ${data.campaign.name}`,
    layouts: [() => page(data, printing)],
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function titleOf({ listNumber }: GiftListPaperData): string {
  return listNumber === 0 ? 'Danh sách nhận quà' : `Danh sách bổ sung số ${listNumber}`
}

function page(data: GiftListPaperData, printing: Printing): Block[] {
  const { office, campaign, listedOn, sha256, rows, drawnUpBy, approvedBy, decisionNumber } = data
  const signed = (action: ListAction, amountDong: Dong): Dong =>
    action === 'grant' ? amountDong : (-amountDong as Dong)
  const total = sumDong(rows.map(({ action, amountDong }) => signed(action, amountDong)))
  const cells = rows.map(({ household, giftName, amountDong, action, reason }, index) =>
    rowCells(COLUMNS, [
      String(index + 1),
      household.headOfHousehold,
      household.birthYear === null ? '' : String(household.birthYear),
      household.citizenIdMasked ?? '',
      household.categoryName ?? '',
      household.addressText ?? '',
      giftName,
      formatDong(signed(action, amountDong)),
      [action === 'withdraw' ? 'Rút' : null, reason].filter(Boolean).join(': '),
    ]),
  )
  const ground = decisionNumber ? ` theo Quyết định số ${decisionNumber}` : ''
  return [
    letterhead({ office, documentNumber: null, issuedOn: listedOn, widthPt: contentWidthPt(A4_LANDSCAPE) }, FULL_HEAD),
    titleRow(
      {
        title: titleOf(data).toUpperCase(),
        subject: `Chương trình “${campaign.name}”${data.title ? `\n${data.title}` : ''}`,
        code: null,
        printing,
      },
      FULL_HEAD,
    ),
    ruledTable(COLUMNS, [...cells, totalCells(COLUMNS, AMOUNT_COLUMN, 'Tổng cộng', total)], { fontSize: SCALE.table }),
    {
      stack: [
        ...(total < 0 ? [] : [amountInWordsLine(total, SCALE)]),
        paragraph(`Lập ngày ${formatDay(listedOn)}${ground}.`, SCALE, { margin: [0, SCALE.gap, 0, SCALE.gap] }),
        paragraph(`Mã kiểm tra của danh sách (SHA-256): ${sha256}`, SCALE, { alignment: 'left' }),
        signatures(
          [
            { role: 'Người lập', manner: 'signature', fullName: drawnUpBy.fullName },
            { role: 'UBND xã', manner: 'signatureAndSeal', fullName: null },
            { role: 'Người duyệt', manner: 'signatureAndSeal', fullName: approvedBy?.fullName ?? null },
          ],
          SCALE,
        ),
      ],
      unbreakable: true,
    },
  ]
}
