/**
 * Danh sách ký nhận: everybody who received a gift signs in a row of one list. Each page ends in its own sum and begins
 * with the sum carried from the pages before; no row is split.
 */

import { type Day, formatDay } from '../domain/day.ts'
import { type Dong, formatDong, sumDong } from '../domain/money.ts'
import { carriedList } from './carried-list.ts'
import {
  amountInWordsLine,
  blocks,
  type Column,
  factsLine,
  peopleNamed,
  rowCells,
  type Signer,
  signatures,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_LANDSCAPE, type Block, type Cell, contentWidthPt, MM, type PageDefinition, type Scale } from './page.ts'
import type { PaperCampaign, PaperData, PaperHousehold, PaperPerson, Printing } from './paper-data.ts'

export interface SignOffRow {
  household: PaperHousehold
  giftName: string
  amountDong: Dong
  /** Who took it for the household: name and relation in one text. */
  proxy: string | null
  note: string | null
}

export interface SignOffListData extends PaperData {
  /** Null where an office does not number its lists. */
  documentNumber: string | null
  code: string | null
  /** The list's own date. */
  listedOn: Day
  campaign: PaperCampaign
  /** The days of handing over that the list covers. */
  handedOverFrom: Day
  handedOverTo: Day
  /** Distribution point, hamlet or commune; null for the whole campaign. */
  placeName: string | null
  rows: readonly SignOffRow[]
  preparedBy: PaperPerson
  /** Who hands out and who sees it at one distribution; absent for a whole campaign, and on papers from before. */
  attendants?: { staff: readonly PaperPerson[]; witnesses: readonly PaperPerson[] }
}

const SCALE: Scale = { body: 12, table: 10, gap: 4, signing: 25 * MM }
const AMOUNT_COLUMN = 7
/** Room to sign by hand, also where a row's texts are short. */
const ROW_HEIGHT = 10 * MM

const COLUMNS: readonly Column[] = [
  { head: 'STT', width: 21, alignment: 'center' },
  { head: 'Họ và tên', width: '*', alignment: 'left' },
  { head: 'Năm sinh', width: 26, alignment: 'center' },
  { head: 'Số định danh', width: 66, alignment: 'center' },
  { head: 'Diện', width: 52, alignment: 'left' },
  { head: 'Địa chỉ', width: 96, alignment: 'left' },
  { head: 'Mã khách hàng', width: 76, alignment: 'left' },
  { head: 'Quà, số tiền (đồng)', width: 66, alignment: 'right' },
  { head: 'Người nhận thay', width: 60, alignment: 'left' },
  { head: 'Ký nhận', width: 60, alignment: 'center' },
  { head: 'Ghi chú', width: 38, alignment: 'left' },
]

/** The list on as many pages of A4 landscape as it takes. */
export function signOffList(data: SignOffListData, printing: Printing): PageDefinition {
  return {
    ...A4_LANDSCAPE,
    title: `Danh sách ký nhận ${data.campaign.name}${data.placeName ? `, ${data.placeName}` : ''}`,
    layouts: [
      (measure) =>
        carriedList(
          {
            columns: COLUMNS,
            amountColumn: AMOUNT_COLUMN,
            fontSize: SCALE.table,
            rowHeight: ROW_HEIGHT,
            rows: data.rows.map((row, index) => ({ cells: signedCells(row, index), amountDong: row.amountDong })),
            heading: heading(data, printing),
            closing: closing(data),
          },
          measure,
        ),
    ],
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function totalDong(rows: readonly SignOffRow[]): Dong {
  return sumDong(rows.map(({ amountDong }) => amountDong))
}

function signedCells({ household, giftName, amountDong, proxy, note }: SignOffRow, index: number): Cell[] {
  return rowCells(COLUMNS, [
    String(index + 1),
    household.headOfHousehold,
    household.birthYear === null ? '' : String(household.birthYear),
    household.citizenIdMasked ?? '',
    household.categoryName ?? '',
    household.addressText ?? '',
    household.customerCode ?? '',
    `${giftName}\n${formatDong(amountDong)}`,
    proxy ?? '',
    '',
    note ?? '',
  ])
}

function heading(data: SignOffListData, printing: Printing): Block[] {
  const { office, documentNumber, code, listedOn, campaign, placeName, handedOverFrom, handedOverTo } = data
  const days =
    handedOverFrom === handedOverTo
      ? `ngày ${formatDay(handedOverFrom)}`
      : `từ ngày ${formatDay(handedOverFrom)} đến ngày ${formatDay(handedOverTo)}`
  const place = placeName ? `${placeName}, ` : ''
  return [
    letterhead({ office, documentNumber, issuedOn: listedOn, widthPt: contentWidthPt(A4_LANDSCAPE) }, FULL_HEAD),
    titleRow(
      {
        title: 'DANH SÁCH KÝ NHẬN',
        subject: `Nhận quà tặng chương trình “${campaign.name}”\n(${place}${days})`,
        code,
        printing,
      },
      FULL_HEAD,
    ),
  ]
}

function closing({ rows, office, preparedBy, attendants }: SignOffListData): Block[] {
  const signers: Signer[] = [
    { role: 'Người lập', manner: 'signature', fullName: preparedBy.fullName },
    { role: 'Thủ kho, thủ quỹ', manner: 'signature', fullName: null },
    { role: 'Kế toán', manner: 'signature', fullName: null },
    { role: 'UBND xã', manner: 'signatureAndSeal', fullName: null },
    { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
  ]
  const householdCount: Block = {
    text: `Danh sách này có ${rows.length} hộ.`,
    fontSize: SCALE.body,
    margin: [0, SCALE.gap, 0, 0],
  }
  return [
    {
      stack: blocks(
        householdCount,
        amountInWordsLine(totalDong(rows), SCALE),
        factsLine(
          [
            ['Người phát', peopleNamed(attendants?.staff ?? []) || null],
            ['Người chứng kiến', peopleNamed(attendants?.witnesses ?? []) || null],
          ],
          SCALE,
        ),
        signatures(signers, SCALE),
      ),
      unbreakable: true,
    },
  ]
}
