/**
 * Danh sách ký nhận: everybody who received a gift signs in a row of one list. Each page ends in its own sum and begins
 * with the sum carried from the pages before; no row is split.
 */

import { type Day, formatDay } from '../domain/day.ts'
import { type Dong, formatDong, sumDong } from '../domain/money.ts'
import {
  amountInWordsLine,
  blocks,
  type Column,
  factsLine,
  peopleNamed,
  rowCells,
  ruledTable,
  type Signer,
  signatures,
  totalCells,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import {
  A4_LANDSCAPE,
  type Block,
  type Cell,
  contentHeightPt,
  contentWidthPt,
  type Measure,
  MM,
  type PageDefinition,
  type Scale,
} from './page.ts'
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
    layouts: [(measure) => pages(data, printing, measure)],
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

/**
 * How many rows stand on each page. The last page also takes the closing part, and at least one row with it, so that no
 * signature stands on a page without what it signs for. A row higher than a page gets a page of its own.
 */
export function rowsPerPage(
  rowHeights: readonly number[],
  room: { firstPage: number; laterPages: number; closing: number },
): number[] {
  const counts: number[] = []
  let next = 0
  while (next < rowHeights.length) {
    const roomHere = counts.length === 0 ? room.firstPage : room.laterPages
    let count = 0
    let taken = 0
    for (const height of rowHeights.slice(next)) {
      if (count > 0 && taken + height > roomHere) break
      taken += height
      count += 1
    }
    const isLast = next + count === rowHeights.length
    if (isLast && taken + room.closing > roomHere && count > 1) count -= 1
    counts.push(count)
    next += count
  }
  return counts
}

function pages(data: SignOffListData, printing: Printing, measure: Measure): Block[] {
  const widthPt = contentWidthPt(A4_LANDSCAPE)
  const heightPt = contentHeightPt(A4_LANDSCAPE)
  const heightOf = (some: readonly Block[]) => measure(some, widthPt).reduce((sum, height) => sum + height, 0)
  const columnHead = heightOf([ruledTable(COLUMNS, [], { fontSize: SCALE.table })])
  const sumRow = heightOf([singleRow(sumCells('Tổng cộng', []), 0)])
  const rows = data.rows.map((row, index) => singleRow(signedCells(row, index), ROW_HEIGHT))
  const counts = rowsPerPage(measure(rows, widthPt), {
    firstPage: heightPt - heightOf(heading(data, printing)) - columnHead - sumRow,
    laterPages: heightPt - columnHead - 2 * sumRow,
    closing: sumRow + heightOf(closing(data)),
  })
  return [...heading(data, printing), ...pageTables(data.rows, counts), ...closing(data)]
}

function pageTables(rows: readonly SignOffRow[], counts: readonly number[]): Block[] {
  let next = 0
  return counts.map((count, page) => {
    const first = next
    next += count
    const carried = page > 0 ? [sumCells('Mang sang', rows.slice(0, first))] : []
    const signed = rows.slice(first, next).map((row, index) => signedCells(row, first + index))
    const sums = [sumCells('Cộng trang', rows.slice(first, next))]
    if (next === rows.length) sums.push(sumCells('Tổng cộng', rows))
    const { table, ...look } = ruledTable(COLUMNS, [...carried, ...signed, ...sums], { fontSize: SCALE.table })
    const firstSigned = 1 + carried.length
    const heights = (row: number) => (row >= firstSigned && row < firstSigned + count ? ROW_HEIGHT : 0)
    return { ...look, table: { ...table, heights }, ...(page > 0 ? { pageBreak: 'before' } : {}) }
  })
}

function singleRow(cells: readonly Cell[], heights: number): Block {
  return {
    table: { widths: COLUMNS.map(({ width }) => width), body: [cells], heights },
    layout: 'ruled',
    fontSize: SCALE.table,
  }
}

function sumCells(label: string, rows: readonly SignOffRow[]): Cell[] {
  return totalCells(COLUMNS, AMOUNT_COLUMN, label, totalDong(rows))
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
