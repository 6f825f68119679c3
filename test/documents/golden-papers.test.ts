/** Every kind of paper, once: its text and its picture are as they were when a person looked at them. */

import { describe, expect, test } from 'vitest'
import { blankReceipt, blankReceiptTwoUp } from '../../src/documents/blank-receipt.ts'
import { countSheet } from '../../src/documents/count-sheet.ts'
import { giftListPaper } from '../../src/documents/gift-list-paper.ts'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import { monthEndReport } from '../../src/documents/month-end-report.ts'
import { A4_UPRIGHT, MM, type PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { pickList } from '../../src/documents/pick-list.ts'
import { codeBlock } from '../../src/documents/qr-code.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { acceptanceRecord } from '../../src/documents/repairs/acceptance-record.ts'
import { confirmationList } from '../../src/documents/repairs/confirmation-list.ts'
import { certificateAsStored } from '../../src/documents/repairs/first-certificate.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { surveyForm } from '../../src/documents/repairs/survey-form.ts'
import { workOrder } from '../../src/documents/repairs/work-order.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
import { stockSlip } from '../../src/documents/stock-slip.ts'
import { voidSlip } from '../../src/documents/void-slip.ts'
import { documentCode, pageCode } from '../../src/domain/numbering.ts'
import {
  CREATED_AT,
  FONT_FOLDER,
  giftLines,
  receiptData,
  reportData,
  reportDataBeforeIndicators,
  signOffListData,
} from './papers.ts'
import { codesOn, differenceFromGolden, pagePictures, pageText } from './read-pdf.ts'
import {
  acceptanceRecordData,
  bareAcceptanceRecordData,
  bareCertificateData,
  bareSurveyFormData,
  bareWorkOrderData,
  certificateData,
  certificateOfFirstVersion,
  confirmationListData,
  paperChecks,
  repairItems,
  surveyFormData,
  workOrderData,
} from './repair-papers.ts'
import {
  blankReceiptData,
  countSheetData,
  giftListData,
  pickListData,
  stockSlipData,
  supplementData,
  voidSlipData,
} from './store-papers.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

const fullReceipt = {
  ...receiptData(),
  recipient: { kind: 'proxy', fullName: 'Lê Văn Bình', relation: 'con', paper: 'Giấy uỷ quyền ngày 01/12/2026' },
  witness: { fullName: 'Y Thanh Êban', title: 'Trưởng thôn' },
  lines: giftLines(8),
} as const

/** A receipt that waits for its day in a kit, with everybody who will be there. */
const kitReceipt = {
  ...receiptData(31),
  witness: { fullName: 'Y Thanh Êban', title: 'Trưởng thôn' },
  lines: giftLines(8),
  position: 31,
  alsoPresent: [
    { fullName: 'Trần Thị Thu', title: 'Thủ quỹ' },
    { fullName: 'H’Mai Niê', title: 'Mặt trận Tổ quốc xã' },
  ],
}

const PAPERS: Record<string, PageDefinition> = {
  'handover-receipt': handoverReceipt(receiptData(), ORIGINAL),
  'handover-receipt-full': handoverReceipt({ ...fullReceipt, isPractice: true }, { copyNumber: 2 }),
  'handover-receipt-two-up': handoverReceiptTwoUp(receiptData(), ORIGINAL),
  'handover-receipt-two-up-full': handoverReceiptTwoUp({ ...fullReceipt, isPractice: true }, { copyNumber: 1 }),
  'handover-receipt-kit': handoverReceipt(kitReceipt, ORIGINAL),
  'handover-receipt-kit-two-up': handoverReceiptTwoUp(kitReceipt, { copyNumber: 1 }),
  'sign-off-list': signOffList(signOffListData(30), ORIGINAL),
  'survey-form': surveyForm(surveyFormData(), ORIGINAL),
  'survey-form-bare': surveyForm({ ...bareSurveyFormData(), isPractice: true }, { copyNumber: 1 }),
  'confirmation-list': confirmationList(confirmationListData(25), ORIGINAL),
  'confirmation-list-bare': confirmationList(
    { ...confirmationListData(1), campaign: null, communeName: null },
    { copyNumber: 1 },
  ),
  'work-order': workOrder(workOrderData(), ORIGINAL),
  'work-order-bare': workOrder({ ...bareWorkOrderData(), isPractice: true }, { copyNumber: 1 }),
  'acceptance-record': acceptanceRecord(acceptanceRecordData(), ORIGINAL),
  'acceptance-record-bare': acceptanceRecord(bareAcceptanceRecordData(), { copyNumber: 1 }),
  'repair-certificate': repairCertificate(certificateData(), ORIGINAL),
  'repair-certificate-bare': repairCertificate({ ...bareCertificateData(), isPractice: true }, { copyNumber: 2 }),
  'repair-certificate-of-the-first-version': repairCertificate(
    certificateAsStored(certificateOfFirstVersion()),
    ORIGINAL,
  ),
  'month-end-report': monthEndReport(reportData(), ORIGINAL),
  'month-end-report-before-indicators': monthEndReport(reportDataBeforeIndicators(), ORIGINAL),
  'blank-receipt': blankReceipt(blankReceiptData(), ORIGINAL),
  'blank-receipt-two-up': blankReceiptTwoUp({ ...blankReceiptData(), isPractice: true }, ORIGINAL),
  'stock-slip-in': stockSlip(stockSlipData(), ORIGINAL),
  'stock-slip-out-copy': stockSlip({ ...stockSlipData('stockOut', 8), isPractice: true }, { copyNumber: 1 }),
  'count-sheet': countSheet(countSheetData(), ORIGINAL),
  'void-slip': voidSlip(voidSlipData(), ORIGINAL),
  'gift-list': giftListPaper(giftListData(12), ORIGINAL),
  'gift-list-supplement': giftListPaper(supplementData(), ORIGINAL),
  'pick-list': pickList(pickListData(), ORIGINAL),
}

describe.each(Object.entries(PAPERS))('the paper %s', (name, definition) => {
  const pdf = renderer.render(definition, { createdAt: CREATED_AT })

  test('says what it said', async () => {
    await expect(pageText(await pdf)).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  test('looks as it looked', async () => {
    expect(differenceFromGolden(name, await pdf)).toBeLessThan(0.001)
  })
})

describe('the code on a paper', () => {
  test('is read whatever its digits are, from the smallest size and a coarse scan', async () => {
    const codes = Array.from({ length: 120 }, (_, index) => receiptData(1 + index * 8317).code)
    const rows = Array.from({ length: 20 }, (_, row) => codes.slice(row * 6, row * 6 + 6))
    const definition: PageDefinition = {
      ...A4_UPRIGHT,
      title: 'Mã',
      layouts: [
        () => rows.map((row) => ({ columns: row.map((code) => codeBlock(code, 15 * MM)), margin: [0, 0, 0, 20] })),
      ],
      fitsOnPages: 1,
      practiceMarks: 0,
    }
    const pictures = pagePictures(await renderer.render(definition, { createdAt: CREATED_AT }), 100)
    const read = await Promise.all(pictures.map(codesOn))
    // The second and third page bear the first code again, with their own numbers behind it.
    const ofPapers = read.flat().filter((code) => code.length === codes[0]?.length)
    expect(ofPapers.sort()).toEqual(codes.sort())
  })

  test.each([
    ['an A4 receipt', handoverReceipt(receiptData(), ORIGINAL), [receiptData().code]],
    [
      'each half of an A5 sheet',
      handoverReceiptTwoUp(receiptData(), ORIGINAL),
      [receiptData().code, receiptData().code],
    ],
    [
      'a practice receipt under its MẪU',
      handoverReceipt({ ...receiptData(), isPractice: true }, ORIGINAL),
      [receiptData().code],
    ],
    ['a repair certificate', repairCertificate(certificateData(), ORIGINAL), [certificateData().code]],
    ['a survey form', surveyForm(surveyFormData(), ORIGINAL), [surveyFormData().code]],
    ['a confirmation list', confirmationList(confirmationListData(3), ORIGINAL), [confirmationListData(3).code]],
    ['a work order', workOrder(workOrderData(), ORIGINAL), [workOrderData().code]],
    ['an acceptance record', acceptanceRecord(acceptanceRecordData(), ORIGINAL), [acceptanceRecordData().code]],
    ['a stock slip', stockSlip(stockSlipData(), ORIGINAL), [stockSlipData().code]],
    ['a spare receipt', blankReceipt(blankReceiptData(), ORIGINAL), [blankReceiptData().code]],
  ])('on %s is read back by a scanner as exactly its digits', async (_, definition, codes) => {
    const [picture] = pagePictures(await renderer.render(definition, { createdAt: CREATED_AT }), 150)
    expect(picture && (await codesOn(picture))).toEqual(codes)
  })
})

test('a list bears its code on every page, on the later ones with the number of the page', async () => {
  const code = documentCode({ kind: 'signOffList', year: 2026, number: 1 }, 'PC042')
  const list = signOffList({ ...signOffListData(30), code }, ORIGINAL)
  const pdf = await renderer.render(list, { createdAt: CREATED_AT })
  const read = await Promise.all(pagePictures(pdf, 150).map(codesOn))
  expect(read).toEqual(read.map((_, index) => [pageCode(code, index + 1)]))
  expect(read.length).toBeGreaterThan(1)
})

describe('a paper of the store', () => {
  const textOf = async (definition: PageDefinition) =>
    pageText(await renderer.render(definition, { createdAt: CREATED_AT })).replace(/\s+/g, ' ')

  test('that only changes the place of goods has no sum', async () => {
    const data = stockSlipData('stockOut')
    const unpriced = { ...data, lines: data.lines.map((line) => ({ ...line, unitPriceDong: null })) }
    expect(await textOf(stockSlip(data, ORIGINAL))).toContain('Bằng chữ: Ba trăm bảy mươi nghìn đồng.')
    const text = await textOf(stockSlip(unpriced, ORIGINAL))
    expect(text).not.toContain('Bằng chữ')
    expect(text).not.toContain('Tổng cộng')
  })

  test('runs on to more pages where there is more, and signs once', async () => {
    for (const definition of [
      stockSlip(stockSlipData('stockOut', 50), ORIGINAL),
      countSheet(countSheetData(60), ORIGINAL),
      pickList(pickListData(90), ORIGINAL),
      giftListPaper(giftListData(60), ORIGINAL),
    ]) {
      const pdf = await renderer.render(definition, { createdAt: CREATED_AT })
      expect(pagePictures(pdf, 20).length).toBeGreaterThan(1)
      expect(pageText(pdf).match(/NGƯỜI LẬP/g)).toHaveLength(1)
    }
  })

  test('of a void where nothing had been given tells of nothing that came back', async () => {
    const nothing = { headOfHousehold: null, giftPackageName: null, valueDong: null }
    expect(await textOf(voidSlip(voidSlipData(), ORIGINAL))).toContain('thu hồi')
    expect(await textOf(voidSlip({ ...voidSlipData(), ...nothing }, ORIGINAL))).not.toContain('thu hồi')
  })
})

describe('a paper of a repair', () => {
  const textOf = async (definition: PageDefinition) =>
    pageText(await renderer.render(definition, { createdAt: CREATED_AT })).replace(/\s+/g, ' ')

  test('says on record and certificate that the household pays nothing, and how to use electricity safely', async () => {
    for (const definition of [
      acceptanceRecord(bareAcceptanceRecordData(), ORIGINAL),
      repairCertificate(bareCertificateData(), ORIGINAL),
    ]) {
      expect(await textOf(definition)).toMatch(/chủ hộ không phải trả tiền/i)
      expect(await textOf(definition)).toContain('Dùng điện an toàn')
    }
  })

  test('gives each check its limit, its reading and its result, and says where the limits come from', async () => {
    for (const definition of [
      acceptanceRecord(acceptanceRecordData(), ORIGINAL),
      repairCertificate(certificateData(), ORIGINAL),
    ]) {
      const text = await textOf(definition)
      expect(text).toContain('từ 1 MΩ 12,5 MΩ Đạt')
      expect(text).toContain('đến 300 ms 28 ms Đạt')
      expect(text).toContain('Điện trở nối đất đến 10 Ω Không có')
      expect(text).toContain('TCVN 7447-6 (IEC 60364-6)')
      expect(text).toContain('Kyoritsu 6516, số 0123456, hiệu chuẩn đến ngày 30/06/2027')
    }
  })

  test('tells a check that failed as failed', async () => {
    const { lines, measured } = paperChecks()
    const [insulation, ...others] = lines
    if (!insulation) throw new Error('No check is made first')
    const wet = { ...insulation, reading: 0.4, result: 'failed' } as const
    const data = { ...acceptanceRecordData(), checks: { lines: [wet, ...others], measured } }
    expect(await textOf(acceptanceRecord(data, ORIGINAL))).toContain('từ 1 MΩ 0,4 MΩ Không đạt')
  })

  test('of the first version keeps its four checks and asks for nothing that was not asked then', async () => {
    const text = await textOf(repairCertificate(certificateAsStored(certificateOfFirstVersion()), ORIGINAL))
    expect(text).toContain('từ 1 MΩ 12,5 MΩ Đạt')
    expect(text).not.toContain('Nút thử')
    expect(text).not.toContain('hiệu chuẩn')
    expect(certificateAsStored(certificateData())).toEqual(certificateData())
  })

  test('for the crew names what is drawn from the store and what is bought, and what is only done', async () => {
    const text = await textOf(workOrder(workOrderData(), ORIGINAL))
    expect(text).toContain('1 Dây đồng 2 × 2,5 mm² m Kho 25')
    expect(text).toContain('3 Bảng điện nhựa cái Mua ngoài 1')
    expect(text).toContain('1 Kéo lại dây trong nhà, thay bảng điện công 1,5')
    expect(text).toContain('Nguy hiểm: bảng điện, dây trong nhà.')
  })

  test('for the crew has no table of work where only material is planned', async () => {
    const materials = repairItems(2)
    const text = await textOf(workOrder({ ...workOrderData(), items: materials }, ORIGINAL))
    expect(text).not.toContain('Đã làm')
    expect(text).toContain('Cần lĩnh')
  })

  test('for the commune asks it by its name, sums up and leaves room for its answer', async () => {
    const text = await textOf(confirmationList(confirmationListData(25), ORIGINAL))
    expect(text).toContain('Kính gửi UBND xã Krông Pắc.')
    expect(text).toContain('TM. UBND XÃ KRÔNG PẮC')
    expect(text).toContain('Tổng cộng 20.300.000')
    expect(text).toContain('Hai mươi triệu ba trăm nghìn đồng.')
    expect(text).toMatch(/Số hộ được xác nhận: .*Ngày xác nhận: .*Văn bản số:/)
    expect(text.match(/Mang sang/g)).toHaveLength(2)
  })

  test('for the surveyor leaves the day to be written, and names the conditions to tick', async () => {
    const text = await textOf(surveyForm(surveyFormData(), ORIGINAL))
    expect(text).toContain('ngày …… tháng …… năm ……')
    expect(text).toContain('Tốt Cũ, hỏng Nguy hiểm Không có Ghi chú')
  })
})
