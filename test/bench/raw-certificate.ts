/** The baseline of the certificates: the page of `repairCertificate` drawn by hand with raw pdfkit. */

import type { RepairCertificateData } from '../../src/documents/repairs/repair-certificate.ts'
import { amountInWords } from '../../src/domain/amount-in-words.ts'
import { formatDay } from '../../src/domain/day.ts'
import { formatDong, lineAmountDong } from '../../src/domain/money.ts'
import { repairCostDong } from '../../src/domain/repair-cost.ts'
import { drawHead, drawPages, drawSigners, drawTable, drawTitle, INDENT, LEFT, type Pdf, WIDTH } from './raw-page.ts'

/** The sizes that our page of this text comes out in. */
const BODY = 11
const TABLE = 9.5
const GAP = 1.5

type Run = [font: string, text: string]

function paragraph(
  pdf: Pdf,
  runs: readonly Run[],
  align: 'justify' | 'left' = 'justify',
  size = BODY,
  indent = INDENT,
) {
  runs.forEach(([font, text], index) => {
    const isFirst = index === 0
    const look = { width: WIDTH, align, continued: index < runs.length - 1, ...(isFirst ? { indent } : {}) }
    pdf.font(font).fontSize(size)
    if (isFirst) pdf.text(text, LEFT, pdf.y, look)
    else pdf.text(text, look)
  })
  pdf.y += GAP
}

function facts(pdf: Pdf, text: string) {
  pdf
    .font('normal')
    .fontSize(BODY)
    .text(text, LEFT + INDENT, pdf.y, { width: WIDTH - INDENT })
  pdf.y += GAP / 2
}

const decimal = (value: number) => String(value).replace('.', ',')

function drawFacts(pdf: Pdf, data: RepairCertificateData) {
  const { office, campaign, household, doneOn, conditionFound, workDone, crew, fundingSource } = data
  const confirmed =
    `${office.officeName} xác nhận đã sửa chữa miễn phí hệ thống điện sau công tơ theo chương trình ` +
    `“${campaign?.name}”, hoàn thành ngày ${formatDay(doneOn)}, cho:`
  paragraph(pdf, [['normal', confirmed]])
  paragraph(pdf, [
    ['normal', 'Hộ gia đình '],
    ['bold', household.headOfHousehold],
  ])
  const { citizenIdMasked, categoryName, customerCode, addressText, meterNumber } = household
  facts(pdf, `Số định danh cá nhân: ${citizenIdMasked}; diện: ${categoryName}; mã khách hàng: ${customerCode}.`)
  facts(pdf, `Địa chỉ: ${addressText}; số công tơ: ${meterNumber}.`)
  facts(pdf, `Hiện trạng trước khi sửa: ${conditionFound}`)
  facts(pdf, `Việc đã làm: ${workDone}`)
  facts(pdf, `Người thực hiện: ${crew}; nguồn kinh phí: ${fundingSource}.`)
}

function drawItems(pdf: Pdf, { items }: RepairCertificateData) {
  const rows = items.map(({ name, unitOfMeasure, quantity, unitPriceDong }, index) => [
    String(index + 1),
    name,
    unitOfMeasure,
    decimal(quantity),
    formatDong(unitPriceDong),
    formatDong(lineAmountDong(quantity, unitPriceDong)),
  ])
  drawTable(pdf, {
    fontSize: TABLE,
    widths: [25, 0, 40.2, 34.5, 57.3, 61.1],
    alignments: ['center', 'left', 'center', 'right', 'right', 'right'],
    heads: ['STT', 'Công việc, vật tư đã dùng', 'ĐVT', 'Số lượng', 'Đơn giá (đồng)', 'Thành tiền (đồng)'],
    rows,
    total: { label: 'Tổng cộng', column: 5, figures: formatDong(repairCostDong(items)) },
  })
  pdf.y += GAP / 2
  pdf.font('normal').fontSize(BODY).text('Bằng chữ: ', LEFT, pdf.y, { width: WIDTH, continued: true })
  pdf.font('boldItalic').text(`${amountInWords(repairCostDong(items))}.`)
  pdf.y += GAP
}

const CHECKS = {
  insulation: 'Điện trở cách điện (đo ở 500 V một chiều)',
  continuity: 'Điện trở thông mạch dây bảo vệ',
  rcdTrip: 'Thời gian tác động của thiết bị chống rò',
  rcdTestButton: 'Nút thử của thiết bị chống rò',
  polarity: 'Đấu đúng dây pha và dây trung tính',
  earthing: 'Điện trở nối đất',
  poweredOn: 'Đóng điện sau sửa chữa',
}
const YES: Record<string, string> = { rcdTestButton: 'Tác động', polarity: 'Đúng', poweredOn: 'Có điện' }
const UNITS = { megaohm: 'MΩ', ohm: 'Ω', ms: 'ms' }

function drawChecks(pdf: Pdf, { checks }: RepairCertificateData) {
  const rows = checks.lines.map(({ check, requirement, reading, result }) => {
    const judged = result === 'passed' ? 'Đạt' : 'Không có'
    if (requirement.kind === 'yes') return [CHECKS[check], YES[check] ?? '', YES[check] ?? '', judged]
    const unit = UNITS[requirement.unit]
    const wanted = `${requirement.kind === 'atLeast' ? 'từ' : 'đến'} ${decimal(requirement.value)} ${unit}`
    return [CHECKS[check], wanted, reading === null ? '' : `${decimal(Number(reading))} ${unit}`, judged]
  })
  drawTable(pdf, {
    fontSize: TABLE,
    widths: [0, 63, 72.5, 53.5],
    alignments: ['left', 'center', 'center', 'center'],
    heads: ['Kiểm tra sau sửa chữa', 'Yêu cầu', 'Kết quả', 'Kết luận'],
    rows,
    total: null,
  })
  const { measured } = checks
  if (!measured) return
  const { tester, checkedOn, instrument, calibratedUntil } = measured
  const told =
    `${tester} đo ngày ${formatDay(checkedOn)} bằng ${instrument}, hiệu chuẩn đến ngày ${formatDay(calibratedUntil)}. ` +
    'Yêu cầu theo TCVN 7447-6 (IEC 60364-6), TCVN 6950-1 (IEC 61008-1); mức thông mạch, nối đất do đơn vị quy định.'
  pdf.y += GAP / 2
  paragraph(pdf, [['italic', told]], 'justify', BODY - 1, 0)
}

function drawEnd(pdf: Pdf, { office, household, acceptanceNumber, recheckOn }: RepairCertificateData) {
  const again = recheckOn ? `Kiểm tra lại trước ngày ${formatDay(recheckOn)}.` : ''
  paragraph(pdf, [
    ['normal', `Công trình đã nghiệm thu (biên bản số ${acceptanceNumber}), bàn giao cho hộ sử dụng. `],
    ['bold', 'Chủ hộ không phải trả tiền. '],
    ['normal', again],
  ])
  const advice =
    'Dùng điện an toàn: chọn dây đúng tiết diện; đặt aptomat, ổ cắm nơi khô ráo, cao từ 1,4 m; chỉ sửa khi đã cắt ' +
    'nguồn; nối đất vỏ máy; lắp chống rò ở nơi ẩm; ngập nước thì cắt điện ngay.'
  paragraph(pdf, [['italic', advice]])
  const promise =
    'Chủ hộ cam kết giữ gìn thiết bị được lắp, không tự câu mắc thêm, không tháo thiết bị chống rò, và báo ngay ' +
    'khi thấy dây nóng, có mùi khét, tia lửa hoặc rò điện.'
  paragraph(pdf, [['normal', promise]])
  const complaints: Run[] = [
    ['bold', 'Sự cố, khiếu nại: '],
    ['normal', `báo ${office.officeName}, điện thoại ${'…'.repeat(8)}`],
  ]
  paragraph(pdf, complaints, 'left')
  drawSigners(
    pdf,
    [
      ['Chủ hộ', '(Ký, ghi rõ họ tên hoặc điểm chỉ)', household.headOfHousehold],
      [office.signerTitle, '(Ký, ghi rõ họ tên, đóng dấu)', office.signerName],
    ],
    pdf.y + BODY / 2,
    BODY,
  )
}

/** Writes all certificates into one PDF. */
export function drawCertificates(
  certificates: Iterable<RepairCertificateData>,
  file: string,
  fontFolder: string,
): Promise<void> {
  return drawPages(certificates, { file, fontFolder }, (pdf, certificate) => {
    const headEnd = drawHead(pdf, certificate)
    const subject = 'Sửa chữa hệ thống điện sau công tơ cho hộ gia đình'
    pdf.y = drawTitle(pdf, ['GIẤY XÁC NHẬN SỬA CHỮA', subject], certificate.code, headEnd + 14) + 10
    drawFacts(pdf, certificate)
    drawItems(pdf, certificate)
    drawChecks(pdf, certificate)
    drawEnd(pdf, certificate)
  })
}
