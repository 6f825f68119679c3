/** A spare receipt with a number and no name: whoever comes unexpected is written in by hand. */

import { type Day, formatDay } from '../domain/day.ts'
import {
  blocks,
  emptyRows,
  itemColumns,
  paragraph,
  peopleNamed,
  proxyToWriteOn,
  ruledTable,
  signatures,
  writingLine,
} from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, MM, type PageDefinition, type Scale } from './page.ts'
import type { PaperCampaign, PaperData, PaperPerson, Printing } from './paper-data.ts'
import { type FormLook, twoUp } from './two-up.ts'

export interface BlankReceiptData extends PaperData {
  documentNumber: string
  /** 14 digits, the last one a check digit. */
  code: string
  /** The day of the distribution it was printed for. */
  handedOverOn: Day
  handedOverAt: string | null
  campaign: PaperCampaign
  giver: PaperPerson
  witness: PaperPerson | null
  /** Its place in the kit. Both are absent on papers from before they were printed. */
  position?: number
  /** Whoever else works at the distribution or sees it. */
  alsoPresent?: readonly PaperPerson[]
}

/** On one A4 page. */
export function blankReceipt(data: BlankReceiptData, printing: Printing): PageDefinition {
  const widthPt = contentWidthPt(A4_UPRIGHT)
  return {
    ...A4_UPRIGHT,
    title: data.documentNumber,
    layouts: A4_SCALES.map((scale) => () => form(data, printing, { head: FULL_HEAD, scale, widthPt, keeper: null })),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

/** As two A5 forms on one A4 sheet. */
export function blankReceiptTwoUp(data: BlankReceiptData, printing: Printing): PageDefinition {
  return twoUp(data.documentNumber, data.isPractice, (look) => form(data, printing, look))
}

const EMPTY_ROWS = 3

function form(data: BlankReceiptData, printing: Printing, look: FormLook): Block[] {
  const { office, documentNumber, handedOverOn, campaign, code, giver, witness } = data
  const { head, scale, widthPt, keeper } = look
  const place = data.handedOverAt ? `, tại ${data.handedOverAt}` : ''
  const others = data.alsoPresent?.length ? `; cùng có mặt: ${peopleNamed(data.alsoPresent)}` : ''
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
    paragraph(`Đợt phát ngày ${formatDay(handedOverOn)}${place}; người giao: ${giver.fullName}${others}.`, scale),
    writingLine('Ngày giao', look, 0.5),
    writingLine('Hộ gia đình (chủ hộ)', look),
    writingLine('Số định danh', look),
    writingLine('Địa chỉ', look),
    ...proxyToWriteOn(look),
    giftTable(scale),
    writingLine('Bằng chữ', look),
    paragraph('Bên nhận đã nhận đủ quà nêu trên; bên giao không thu bất kỳ khoản phí nào.', scale, {
      margin: [0, scale.gap * 2, 0, scale.gap],
    }),
    signatures(
      [
        { role: 'Người nhận', manner: 'signatureOrThumbprint', fullName: null, mark: 'recipientSignature' },
        ...(witness ? [{ role: 'Người chứng kiến', manner: 'signature' as const, fullName: witness.fullName }] : []),
        { role: 'Người giao', manner: 'signature', fullName: giver.fullName },
        { role: office.signerTitle, manner: 'signatureAndSeal', fullName: office.signerName },
      ],
      scale,
    ),
  )
}

function giftTable(scale: Scale): Block {
  const columns = itemColumns('Tên quà', scale.table)
  const margin = [0, scale.body * 0.6, 0, 0] as const
  const { table, ...look } = ruledTable(columns, emptyRows(columns, EMPTY_ROWS), { fontSize: scale.table, margin })
  return { ...look, table: { ...table, heights: (row) => (row > 0 ? 7 * MM : 0) } }
}
