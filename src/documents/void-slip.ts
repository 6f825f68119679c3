/** Phiếu huỷ: the paper that lies in the file in the place of a receipt that no longer counts. */

import { type Day, formatDay } from '../domain/day.ts'
import { type Dong, formatDong } from '../domain/money.ts'
import { blocks, factsLine, paragraph, signatures } from './layout.ts'
import { FULL_HEAD, letterhead, titleRow } from './letterhead.ts'
import { A4_SCALES, A4_UPRIGHT, type Block, contentWidthPt, type PageDefinition, type Scale } from './page.ts'
import type { PaperData, PaperPerson, Printing } from './paper-data.ts'

export interface VoidSlipData extends PaperData {
  /** Of the receipt that is void; its number is never used again. */
  documentNumber: string
  campaignName: string
  /** Null for a blank. */
  headOfHousehold: string | null
  giftPackageName: string | null
  /** What was handed over and came back; null where nothing had been. */
  valueDong: Dong | null
  issuedOn: Day
  voidedOn: Day
  reason: string
  voidedBy: PaperPerson
}

/** The slip on one A4 page. */
export function voidSlip(data: VoidSlipData, printing: Printing): PageDefinition {
  return {
    ...A4_UPRIGHT,
    title: `Huỷ ${data.documentNumber}`,
    layouts: A4_SCALES.map((scale) => () => page(data, printing, scale)),
    fitsOnPages: 1,
    practiceMarks: data.isPractice ? 1 : 0,
  }
}

function page(data: VoidSlipData, printing: Printing, scale: Scale): Block[] {
  const { office, documentNumber, voidedOn, reason, voidedBy, valueDong } = data
  return blocks(
    letterhead({ office, documentNumber: null, issuedOn: voidedOn, widthPt: contentWidthPt(A4_UPRIGHT) }, FULL_HEAD),
    titleRow(
      { title: 'PHIẾU HUỶ', subject: `Biên bản bàn giao số ${documentNumber}`, code: null, printing },
      FULL_HEAD,
    ),
    paragraph(
      `Biên bản bàn giao quà tặng số ${documentNumber} lập ngày ${formatDay(data.issuedOn)} không còn giá trị kể từ ` +
        `ngày ${formatDay(voidedOn)}. Số của biên bản không dùng lại.`,
      scale,
    ),
    factsLine([['Chương trình', data.campaignName]], scale),
    factsLine([['Hộ gia đình', data.headOfHousehold]], scale),
    factsLine(
      [
        ['Suất quà', data.giftPackageName],
        ['giá trị', valueDong === null ? null : `${formatDong(valueDong)} đồng`],
      ],
      scale,
    ),
    factsLine([['Lý do huỷ', reason.replace(/\.$/, '')]], scale),
    valueDong === null ? null : paragraph('Quà, tiền ghi trên biên bản đã được thu hồi về nơi phát.', scale),
    signatures(
      [
        { role: 'Người huỷ', manner: 'signature', fullName: voidedBy.fullName },
        { role: 'Thủ kho', manner: 'signature', fullName: null },
        { role: office.signerTitle, manner: 'signature', fullName: office.signerName },
      ],
      scale,
    ),
  )
}
