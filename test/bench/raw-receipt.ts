/**
 * The baseline of the receipts: the page of `handoverReceipt` drawn by hand with raw pdfkit, the copy that pdfmake
 * itself draws with, in the same fonts and sizes. It knows this one page only: no smaller type for a long one.
 */

import { createWriteStream } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { create } from 'qrcode'
import type { HandoverReceiptData } from '../../src/documents/handover-receipt.ts'
import { amountInWords } from '../../src/domain/amount-in-words.ts'
import { formatDayInWords } from '../../src/domain/day.ts'
import { groupDigits } from '../../src/domain/digits.ts'
import { packageValueDong } from '../../src/domain/gift.ts'
import { formatDong, lineAmountDong } from '../../src/domain/money.ts'

interface TextOptions {
  width?: number
  align?: 'left' | 'center' | 'right' | 'justify'
  indent?: number
  continued?: boolean
}

/** The part of pdfkit that the page is drawn with. */
interface Pdf {
  y: number
  font(name: string): Pdf
  fontSize(size: number): Pdf
  text(text: string, x: number, y: number, options?: TextOptions): Pdf
  text(text: string, options?: TextOptions): Pdf
  moveTo(x: number, y: number): Pdf
  lineTo(x: number, y: number): Pdf
  lineWidth(width: number): Pdf
  stroke(): Pdf
  rect(x: number, y: number, width: number, height: number): Pdf
  fill(colour: string): Pdf
  addPage(): Pdf
  registerFont(name: string, file: string): Pdf
  pipe(stream: NodeJS.WritableStream): unknown
  end(): void
  outline: { addItem(title: string): unknown }
}

const MM = 72 / 25.4
const LEFT = 30 * MM
const WIDTH = 165 * MM
const MARGINS = { left: LEFT, top: 20 * MM, right: 15 * MM, bottom: 20 * MM }
const INDENT = 10 * MM
const COLUMN_WIDTHS = [30, 0, 49.2, 42, 70.8, 75.6, 46.8]
const ALIGNMENTS = ['center', 'left', 'center', 'right', 'right', 'right', 'left'] as const
const HEADS = ['STT', 'Tên quà', 'ĐVT', 'Số lượng', 'Đơn giá (đồng)', 'Thành tiền (đồng)', 'Ghi chú']

function centred(pdf: Pdf, texts: [font: string, size: number, text: string][], x: number, width: number, top: number) {
  pdf.y = top
  for (const [font, size, text] of texts) pdf.font(font).fontSize(size).text(text, x, pdf.y, { width, align: 'center' })
}

function rule(pdf: Pdf, x: number, y: number, length: number) {
  pdf.moveTo(x, y).lineTo(x + length, y)
  pdf.lineWidth(0.75).stroke()
}

function drawHead(pdf: Pdf, { office, documentNumber, handedOverOn }: HandoverReceiptData) {
  const top = MARGINS.top
  const leftWidth = WIDTH * 0.42
  const name = office.officeName.toUpperCase()
  const above: [string, number, string][] = [
    ['normal', 12, office.parentOrganisation.toUpperCase()],
    ['bold', 12, name],
  ]
  centred(pdf, above, LEFT, leftWidth, top)
  const ruleLength = Math.min(name.length * 7.3, leftWidth) * 0.42
  rule(pdf, LEFT + (leftWidth - ruleLength) / 2, pdf.y + 3, ruleLength)
  centred(pdf, [['normal', 13, `Số: ${documentNumber}`]], LEFT, leftWidth, pdf.y + 8)
  const headEnd = pdf.y
  const rightX = LEFT + leftWidth + 6
  const rightWidth = WIDTH - leftWidth - 6
  const state: [string, number, string][] = [
    ['bold', 11.9, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['bold', 13, 'Độc lập - Tự do - Hạnh phúc'],
  ]
  centred(pdf, state, rightX, rightWidth, top)
  rule(pdf, rightX + (rightWidth - 159) / 2, pdf.y + 3, 159)
  const dated = `${office.place}, ${formatDayInWords(handedOverOn)}`
  centred(pdf, [['italic', 13, dated]], rightX, rightWidth, pdf.y + 8)
  return Math.max(headEnd, pdf.y)
}

function drawCode(pdf: Pdf, code: string, x: number, y: number, side: number) {
  const { modules } = create([{ data: code, mode: 'numeric' }], { errorCorrectionLevel: 'H' })
  const module = (18 * MM) / modules.size
  const left = x + (side - 18 * MM) / 2
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0, start = 0; column <= modules.size; column++) {
      if (column < modules.size && modules.data[row * modules.size + column] === 1) continue
      if (column > start) pdf.rect(left + start * module, y + row * module, (column - start) * module, module)
      start = column + 1
    }
  }
  pdf.fill('black')
  centred(pdf, [['normal', 8, groupDigits(code)]], x, side, y + 18 * MM + 3)
}

function drawTitle(pdf: Pdf, { campaign, code }: HandoverReceiptData, top: number) {
  const side = 26 * MM
  drawCode(pdf, code, LEFT, top, side)
  const codeEnd = pdf.y
  const texts: [string, number, string][] = [
    ['bold', 14, 'BIÊN BẢN'],
    ['bold', 13, `Bàn giao quà tặng\nchương trình “${campaign.name}”`],
  ]
  centred(pdf, texts, LEFT + side, WIDTH - 2 * side, top + 6)
  return Math.max(pdf.y, codeEnd)
}

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

/** Draws a row's texts and answers where it ends; the lines come afterwards, when all ends are known. */
function drawRow(pdf: Pdf, edges: number[], top: number, texts: string[], font: string, isHead: boolean) {
  pdf.font(font).fontSize(12)
  let end = top
  texts.forEach((text, column) => {
    const x = edges[column] ?? 0
    const width = (edges[column + 1] ?? 0) - x - 6
    const align = isHead ? 'center' : (ALIGNMENTS[column] ?? 'left')
    if (text) pdf.text(text, x + 3, top + 1.5, { width, align })
    end = Math.max(end, pdf.y + 1.5)
  })
  return end
}

function drawGifts(pdf: Pdf, { lines }: HandoverReceiptData) {
  const named = COLUMN_WIDTHS.reduce((sum, width) => sum + width, 0)
  const edges = [LEFT]
  for (const width of COLUMN_WIDTHS) edges.push((edges.at(-1) ?? 0) + (width || WIDTH - named))
  const rowEdges = [pdf.y]
  const add = (texts: string[], font: string, isHead = false) =>
    rowEdges.push(drawRow(pdf, edges, rowEdges.at(-1) ?? 0, texts, font, isHead))
  add(HEADS, 'bold', true)
  lines.forEach(({ name, unitOfMeasure, quantity, unitPriceDong }, index) => {
    const figures = [String(quantity), formatDong(unitPriceDong), formatDong(lineAmountDong(quantity, unitPriceDong))]
    add([String(index + 1), name, unitOfMeasure, ...figures], 'normal')
  })
  const totalTop = rowEdges.at(-1) ?? 0
  const total = formatDong(packageValueDong(lines))
  pdf.font('bold').text('Tổng cộng', LEFT, totalTop + 1.5, { width: (edges[5] ?? 0) - LEFT, align: 'center' })
  add(['', '', '', '', '', total], 'bold')
  const bottom = rowEdges.at(-1) ?? 0
  pdf.lineWidth(0.5)
  for (const y of rowEdges) pdf.moveTo(LEFT, y).lineTo(LEFT + WIDTH, y)
  edges.forEach((x, edge) => {
    pdf.moveTo(x, rowEdges[0] ?? 0).lineTo(x, edge > 0 && edge < 5 ? totalTop : bottom)
  })
  pdf.stroke()
  pdf.y = bottom
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
  const top = pdf.y + 12.5
  const width = (WIDTH - 12) / 3
  const signers: [string, string, string][] = [
    ['Người nhận', '(Ký, ghi rõ họ tên hoặc điểm chỉ)', household.headOfHousehold],
    ['Người giao', '(Ký, ghi rõ họ tên)', giver.fullName],
    [office.signerTitle, '(Ký, ghi rõ họ tên, đóng dấu)', office.signerName],
  ]
  const row = (font: string, size: number, texts: string[], y: number) => {
    let end = y
    texts.forEach((text, index) => {
      centred(pdf, [[font, size, text]], LEFT + index * (width + 6), width, y)
      end = Math.max(end, pdf.y)
    })
    return end
  }
  const role = (text: string) => text.toUpperCase()
  const rolesEnd = row(
    'bold',
    13,
    signers.map(([text]) => role(text)),
    top,
  )
  const mannersEnd = row(
    'italic',
    12,
    signers.map(([, manner]) => manner),
    rolesEnd,
  )
  row(
    'bold',
    13,
    signers.map(([, , name]) => name),
    mannersEnd + 25 * MM,
  )
}

/** Writes all receipts into one PDF with a bookmark for each, streamed to its file. */
export async function drawWithPdfkit(receipts: Iterable<HandoverReceiptData>, file: string, fontFolder: string) {
  const require = createRequire(import.meta.resolve('pdfmake'))
  const PdfDocument = require('pdfkit') as new (options: object) => Pdf
  const pdf = new PdfDocument({ size: 'A4', margins: MARGINS, autoFirstPage: false, pdfVersion: '1.7' })
  const styles = { normal: 'regular', bold: 'bold', italic: 'italic', boldItalic: 'bold-italic' }
  for (const [name, style] of Object.entries(styles)) pdf.registerFont(name, join(fontFolder, `tinos-${style}.ttf`))
  const stream = createWriteStream(file)
  pdf.pipe(stream)
  for (const receipt of receipts) {
    pdf.addPage()
    pdf.outline.addItem(`${receipt.documentNumber} ${receipt.household.headOfHousehold}`)
    const headEnd = drawHead(pdf, receipt)
    pdf.y = drawTitle(pdf, receipt, headEnd + 14) + 10
    drawParties(pdf, receipt)
    drawGifts(pdf, receipt)
    drawEnd(pdf, receipt)
  }
  pdf.end()
  await finished(stream)
}
