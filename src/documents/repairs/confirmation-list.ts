/** Danh sách đề nghị xác nhận: households of one commune whose repairs its People's Committee is asked to confirm. */

import type { Day } from '../../domain/day.ts'
import { type Dong, formatDong, sumDong } from '../../domain/money.ts'
import { carriedList } from '../carried-list.ts'
import { amountInWordsLine, type Column, paragraph, rowCells, signatures, writingLine } from '../layout.ts'
import { FULL_HEAD, letterhead, titleRow } from '../letterhead.ts'
import { A4_LANDSCAPE, type Block, type Cell, contentWidthPt, MM, type PageDefinition, type Scale } from '../page.ts'
import type { PaperCampaign, PaperData, PaperHousehold, PaperPerson, Printing } from '../paper-data.ts'

export interface ConfirmationRow {
  household: PaperHousehold
  conditionFound: string
  neededWork: string | null
  estimateDong: Dong
}

export interface ConfirmationListData extends PaperData {
  documentNumber: string
  /** 14 digits, the last one a check digit. */
  code: string
  drawnUpOn: Day
  /** Of whom the confirmation is asked; null where the commune of the households is not known. */
  communeName: string | null
  /** Null where the repairs are of several campaigns, or of none. */
  campaign: PaperCampaign | null
  rows: readonly ConfirmationRow[]
  preparedBy: PaperPerson
}

const SCALE: Scale = { body: 12, table: 10, gap: 4, signing: 25 * MM }
const WIDTH = contentWidthPt(A4_LANDSCAPE)
const AMOUNT_COLUMN = 7
/** Room to tick and to write a word. */
const ROW_HEIGHT = 8 * MM

const COLUMNS: readonly Column[] = [
  { head: 'STT', width: 21, alignment: 'center' },
  { head: 'Họ và tên chủ hộ', width: 84, alignment: 'left' },
  { head: 'Số định danh', width: 64, alignment: 'center' },
  { head: 'Diện', width: 48, alignment: 'left' },
  { head: 'Địa chỉ', width: 92, alignment: 'left' },
  { head: 'Hiện trạng', width: '*', alignment: 'left' },
  { head: 'Việc cần làm', width: 108, alignment: 'left' },
  { head: 'Dự toán (đồng)', width: 52, alignment: 'right' },
  { head: 'Đồng ý', width: 32, alignment: 'center' },
  { head: 'Không, lý do', width: 56, alignment: 'left' },
]

/** The list on as many pages of A4 landscape as it takes. */
export function confirmationList(data: ConfirmationListData, printing: Printing): PageDefinition {
  return {
    ...A4_LANDSCAPE,
    title: `${data.documentNumber} ${data.communeName ?? ''}`.trim(),
    layouts: [
      (measure) =>
        carriedList(
          {
            columns: COLUMNS,
            amountColumn: AMOUNT_COLUMN,
            fontSize: SCALE.table,
            rowHeight: ROW_HEIGHT,
            rows: data.rows.map((row, index) => ({ cells: listedCells(row, index), amountDong: row.estimateDong })),
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

function listedCells({ household, conditionFound, neededWork, estimateDong }: ConfirmationRow, index: number): Cell[] {
  return rowCells(COLUMNS, [
    String(index + 1),
    household.headOfHousehold,
    household.citizenIdMasked ?? '',
    household.categoryName ?? '',
    household.addressText ?? '',
    conditionFound,
    neededWork ?? '',
    formatDong(estimateDong),
    '',
    '',
  ])
}

/** "UBND xã Krông Pắc", also where the commune's name begins with a capital. */
function committee({ communeName }: ConfirmationListData): string {
  return `UBND ${communeName ? communeName.replace(/^(Xã|Phường|Thị trấn)/, (word) => word.toLowerCase()) : 'xã'}`
}

function heading(data: ConfirmationListData, printing: Printing): Block[] {
  const { office, documentNumber, code, drawnUpOn, campaign } = data
  const under = campaign ? ` theo chương trình “${campaign.name}”` : ''
  const ground = campaign?.decisionNumber ? ` (Quyết định số ${campaign.decisionNumber})` : ''
  return [
    letterhead({ office, documentNumber, issuedOn: drawnUpOn, widthPt: WIDTH }, FULL_HEAD),
    titleRow(
      {
        title: 'DANH SÁCH ĐỀ NGHỊ XÁC NHẬN',
        subject: 'Hộ gia đình được sửa chữa miễn phí hệ thống điện sau công tơ',
        code,
        printing,
      },
      FULL_HEAD,
    ),
    paragraph(
      `Kính gửi ${committee(data)}. ${office.officeName} đã khảo sát hệ thống điện của các hộ dưới đây và đề nghị ` +
        `${committee(data)} xác nhận từng hộ thuộc diện được sửa chữa miễn phí${under}${ground}.`,
      SCALE,
    ),
  ]
}

function closing(data: ConfirmationListData): Block[] {
  const { rows, office, preparedBy } = data
  const look = { widthPt: WIDTH, scale: SCALE }
  return [
    {
      stack: [
        { text: `Danh sách này có ${rows.length} hộ.`, fontSize: SCALE.body, margin: [0, SCALE.gap, 0, 0] },
        amountInWordsLine(sumDong(rows.map(({ estimateDong }) => estimateDong)), SCALE),
        {
          columns: [
            { ...writingLine('Số hộ được xác nhận', look, 0.3), width: WIDTH * 0.32 },
            { ...writingLine('Ngày xác nhận', look, 0.3), width: WIDTH * 0.32 },
            { ...writingLine('Văn bản số', look, 0.34), width: '*' },
          ],
          columnGap: 0,
        },
        signatures(
          [
            { role: 'Người lập', manner: 'signature', fullName: preparedBy.fullName },
            { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
            { role: `TM. ${committee(data)}`, manner: 'signatureAndSeal', fullName: null, mark: 'recipientSignature' },
          ],
          SCALE,
        ),
      ],
      unbreakable: true,
    },
  ]
}
