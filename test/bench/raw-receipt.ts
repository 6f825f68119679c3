/** The baseline of the receipts: the page of `handoverReceipt` drawn by hand with raw pdfkit. */

import type { HandoverReceiptData } from '../../src/documents/handover-receipt.ts'
import { amountInWords } from '../../src/domain/amount-in-words.ts'
import { formatDayInWords } from '../../src/domain/day.ts'
import { packageValueDong } from '../../src/domain/gift.ts'
import { formatDong, lineAmountDong } from '../../src/domain/money.ts'
import {
  drawHead,
  drawPages,
  drawSigners,
  drawTable,
  drawTitle,
  INDENT,
  LEFT,
  type Pdf,
  type RawTable,
  WIDTH,
} from './raw-page.ts'

function drawParties(pdf: Pdf, data: HandoverReceiptData) {
  const { campaign, handedOverOn, handedOverAt, office, giver, household } = data
  const paragraph = (font: string, text: string) => {
    pdf.font(font).fontSize(13).text(text, LEFT, pdf.y, { width: WIDTH, align: 'justify', indent: INDENT })
    pdf.y += 6
  }
  const facts = (text: string) => {
    pdf
      .font('normal')
      .fontSize(13)
      .text(text, LEFT + INDENT, pdf.y, { width: WIDTH - INDENT })
    pdf.y += 3
  }
  const side = (text: string) => {
    pdf.font('bold').fontSize(13).text(text, LEFT, pdf.y, { width: WIDTH, indent: INDENT })
    pdf.y += 3
  }
  paragraph('italic', `Căn cứ Quyết định số ${campaign.decisionNumber} về chương trình “${campaign.name}”;`)
  paragraph('normal', `Hôm nay, ${formatDayInWords(handedOverOn)}, tại ${handedOverAt}, chúng tôi gồm:`)
  side(`Bên giao: ${office.officeName}`)
  facts(`Người giao: ${giver.fullName}; chức vụ: ${giver.title}; nguồn kinh phí: ${campaign.fundingSource}.`)
  side(`Bên nhận: Hộ gia đình ${household.headOfHousehold}`)
  facts(
    `Năm sinh: ${household.birthYear}; số định danh cá nhân: ${household.citizenIdMasked}; ` +
      `diện: ${household.categoryName}; mã khách hàng: ${household.customerCode}.`,
  )
  facts(`Địa chỉ: ${household.addressText}.`)
  paragraph('normal', `Hai bên đã bàn giao và nhận đủ suất quà “${data.packageName}” gồm:`)
}

const GIFTS: Pick<RawTable, 'fontSize' | 'widths' | 'alignments' | 'heads'> = {
  fontSize: 12,
  widths: [30, 0, 49.2, 42, 70.8, 75.6, 46.8],
  alignments: ['center', 'left', 'center', 'right', 'right', 'right', 'left'],
  heads: ['STT', 'Tên quà', 'ĐVT', 'Số lượng', 'Đơn giá (đồng)', 'Thành tiền (đồng)', 'Ghi chú'],
}

function drawGifts(pdf: Pdf, { lines }: HandoverReceiptData) {
  const rows = lines.map(({ name, unitOfMeasure, quantity, unitPriceDong }, index) => {
    const figures = [String(quantity), formatDong(unitPriceDong), formatDong(lineAmountDong(quantity, unitPriceDong))]
    return [String(index + 1), name, unitOfMeasure, ...figures]
  })
  const total = { label: 'Tổng cộng', column: 5, figures: formatDong(packageValueDong(lines)) }
  drawTable(pdf, { ...GIFTS, rows, total })
}

function drawEnd(pdf: Pdf, { lines, household, giver, office }: HandoverReceiptData) {
  pdf.y += 3
  pdf.font('normal').fontSize(13).text('Bằng chữ: ', LEFT, pdf.y, { width: WIDTH, continued: true })
  pdf.font('boldItalic').text(`${amountInWords(packageValueDong(lines))}.`)
  for (const text of [
    'Bên nhận đã nhận đủ, đúng số lượng và chủng loại quà nêu trên; bên giao không thu bất kỳ khoản phí nào.',
    'Biên bản được lập thành 02 bản có giá trị như nhau, đơn vị lưu 01 bản, hộ gia đình giữ 01 bản. ' +
      'Bên nhận đồng ý để đơn vị dùng thông tin cá nhân trên đây vào việc lập hồ sơ của chương trình.',
  ]) {
    pdf.y += 6
    pdf.font('normal').text(text, LEFT, pdf.y, { width: WIDTH, align: 'justify', indent: INDENT })
  }
  drawSigners(
    pdf,
    [
      ['Người nhận', '(Ký, ghi rõ họ tên hoặc điểm chỉ)', household.headOfHousehold],
      ['Người giao', '(Ký, ghi rõ họ tên)', giver.fullName],
      [office.signerTitle, '(Ký, ghi rõ họ tên, đóng dấu)', office.signerName],
    ],
    pdf.y + 12.5,
    13,
  )
}

/** Writes all receipts into one PDF. */
export function drawReceipts(receipts: Iterable<HandoverReceiptData>, file: string, fontFolder: string): Promise<void> {
  return drawPages(receipts, { file, fontFolder }, (pdf, receipt) => {
    const { documentNumber, office, campaign, code, handedOverOn: issuedOn } = receipt
    const headEnd = drawHead(pdf, { office, documentNumber, issuedOn })
    const subject = `Bàn giao quà tặng\nchương trình “${campaign.name}”`
    pdf.y = drawTitle(pdf, ['BIÊN BẢN', subject], code, headEnd + 14) + 10
    drawParties(pdf, receipt)
    drawGifts(pdf, receipt)
    drawEnd(pdf, receipt)
  })
}
