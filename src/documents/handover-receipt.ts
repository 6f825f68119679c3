/** Biên bản bàn giao quà tặng: the receipt a household signs when a gift is handed over. */

import { type Day, formatDayInWords } from '../domain/day.ts'
import { type GiftLine, type GiftRecipient, packageValueDong } from '../domain/gift.ts'
import { formatDong, lineAmountDong } from '../domain/money.ts'
import {
  amountInWordsLine,
  blocks,
  factsLine,
  formatQuantity,
  ITEM_AMOUNT_COLUMN,
  itemColumns,
  paragraph,
  peopleNamed,
  proxyToWriteOn,
  rowCells,
  ruledTable,
  type Signer,
  signatures,
  totalCells,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
import type { PaperCampaign, PaperData, PaperHousehold, PaperPerson, Printing } from './paper-data.ts'
import { type FormLook, twoUp } from './two-up.ts'

export interface HandoverReceiptData extends PaperData {
  documentNumber: string
  /** 14 digits, the last one a check digit. */
  code: string
  handedOverOn: Day
  /** Where it was handed over, when that was written down. */
  handedOverAt: string | null
  campaign: PaperCampaign
  giver: PaperPerson
  household: PaperHousehold
  recipient: GiftRecipient
  witness: PaperPerson | null
  packageName: string
  lines: readonly GiftLine[]
  /** Its place in the kit; null at the counter. Both are absent on papers from before they were printed. */
  position?: number | null
  /** Whoever else works at the distribution or sees it. */
  alsoPresent?: readonly PaperPerson[]
}

/** The receipt on one A4 page; more lines than fit in the smallest type run on to a second one. */
export function handoverReceipt(data: HandoverReceiptData, printing: Printing): PageDefinition {
  const widthPt = contentWidthPt(A4_UPRIGHT)
  return {
    ...A4_UPRIGHT,
    title: bookmark(data),
    layouts: A4_SCALES.map((scale) => () => form(data, printing, { head: FULL_HEAD, scale, widthPt, keeper: null })),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

/** The receipt as two A5 forms on one A4 sheet: the office's copy on the left, the household's on the right. */
export function handoverReceiptTwoUp(data: HandoverReceiptData, printing: Printing): PageDefinition {
  return twoUp(bookmark(data), data.isPractice, (look) => form(data, printing, look))
}

function bookmark({ documentNumber, household }: HandoverReceiptData): string {
  return `${documentNumber} ${household.headOfHousehold}`
}

function form(data: HandoverReceiptData, printing: Printing, look: FormLook): Block[] {
  const { head, scale, widthPt, keeper } = look
  const { office, documentNumber, handedOverOn, campaign, code } = data
  return blocks(
    keeper ? { text: keeper, fontSize: head.organisation, italics: true, alignment: 'right' } : null,
    letterhead({ office, documentNumber, issuedOn: handedOverOn, widthPt }, head),
    titleRow(
      {
        title: 'BIÊN BẢN',
        subject: `Bàn giao quà tặng\nchương trình “${campaign.name}”`,
        code,
        position: data.position ?? null,
        printing,
      },
      head,
    ),
    ...parties(data, look),
    giftTable(data, scale),
    amountInWordsLine(packageValueDong(data.lines), scale),
    ...statements(scale),
    signatures(signers(data), scale),
  )
}

function parties(data: HandoverReceiptData, look: FormLook): Block[] {
  const { scale } = look
  const { campaign, household, giver, witness, office, handedOverOn, handedOverAt } = data
  const ground = campaign.decisionNumber
    ? `Căn cứ Quyết định số ${campaign.decisionNumber} về chương trình “${campaign.name}”;`
    : `Căn cứ kế hoạch thực hiện chương trình “${campaign.name}”;`
  const place = handedOverAt ? `, tại ${handedOverAt}` : ''
  const side = (label: string, name: string) =>
    paragraph(
      [
        { text: `${label}: `, bold: true },
        { text: name, bold: true },
      ],
      scale,
      {
        alignment: 'left',
        margin: [0, 0, 0, scale.gap / 2],
      },
    )
  return blocks(
    paragraph(ground, scale, { italics: true }),
    paragraph(`Hôm nay, ${formatDayInWords(handedOverOn)}${place}, chúng tôi gồm:`, scale),
    side('Bên giao', office.officeName),
    factsLine(
      [
        ['Người giao', giver.fullName],
        ['chức vụ', giver.title],
        ['nguồn kinh phí', campaign.fundingSource],
      ],
      scale,
    ),
    side('Bên nhận', `Hộ gia đình ${household.headOfHousehold}`),
    factsLine(
      [
        ['Năm sinh', household.birthYear === null ? null : String(household.birthYear)],
        ['số định danh cá nhân', household.citizenIdMasked],
        ['diện', household.categoryName],
        ['mã khách hàng', household.customerCode],
      ],
      scale,
    ),
    factsLine([['Địa chỉ', household.addressText]], scale),
    ...proxyLines(data, look),
    witness
      ? factsLine(
          [
            ['Người chứng kiến', witness.fullName],
            ['chức vụ', witness.title],
          ],
          scale,
        )
      : null,
    factsLine([['Cùng có mặt', peopleNamed(data.alsoPresent ?? []) || null]], scale),
    paragraph(`Hai bên đã bàn giao và nhận đủ suất quà “${data.packageName}” gồm:`, scale),
  )
}

/** Who took it for the household; what is printed before the day leaves room to write whoever comes. */
function proxyLines({ recipient, position }: HandoverReceiptData, look: FormLook): Block[] {
  if (recipient.kind === 'headOfHousehold') return position ? proxyToWriteOn(look) : []
  const facts = [
    ['Người nhận thay', recipient.fullName],
    ['quan hệ với chủ hộ', recipient.relation],
    ['giấy tờ', recipient.paper],
  ] as const
  return blocks(factsLine(facts, look.scale))
}

function giftTable({ lines }: HandoverReceiptData, scale: Scale): Block {
  const columns = itemColumns('Tên quà', scale.table)
  const rows = lines.map(({ name, unitOfMeasure, quantity, unitPriceDong }, index) =>
    rowCells(columns, [
      String(index + 1),
      name,
      unitOfMeasure,
      formatQuantity(quantity),
      formatDong(unitPriceDong),
      formatDong(lineAmountDong(quantity, unitPriceDong)),
      '',
    ]),
  )
  const total = totalCells(columns, ITEM_AMOUNT_COLUMN, 'Tổng cộng', packageValueDong(lines))
  return ruledTable(columns, [...rows, total], { fontSize: scale.table })
}

function statements(scale: Scale): Block[] {
  return [
    paragraph(
      'Bên nhận đã nhận đủ, đúng số lượng và chủng loại quà nêu trên; bên giao không thu bất kỳ khoản phí nào.',
      scale,
    ),
    paragraph(
      'Biên bản được lập thành 02 bản có giá trị như nhau, đơn vị lưu 01 bản, hộ gia đình giữ 01 bản. ' +
        'Bên nhận đồng ý để đơn vị dùng thông tin cá nhân trên đây vào việc lập hồ sơ của chương trình.',
      scale,
    ),
  ]
}

function signers({ office, giver, household, recipient, witness }: HandoverReceiptData): Signer[] {
  const isProxy = recipient.kind === 'proxy'
  const received: Signer = {
    role: isProxy ? 'Người nhận thay' : 'Người nhận',
    manner: 'signatureOrThumbprint',
    fullName: isProxy ? recipient.fullName : household.headOfHousehold,
    mark: 'recipientSignature',
  }
  const seen: Signer[] = witness ? [{ role: 'Người chứng kiến', manner: 'signature', fullName: witness.fullName }] : []
  return [
    received,
    ...seen,
    { role: 'Người giao', manner: 'signature', fullName: giver.fullName },
    { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
  ]
}
