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
import { repairCertificate } from '../../src/documents/repair-certificate.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
import { stockSlip } from '../../src/documents/stock-slip.ts'
import { voidSlip } from '../../src/documents/void-slip.ts'
import { documentCode, pageCode } from '../../src/domain/numbering.ts'
import {
  CREATED_AT,
  certificateData,
  FONT_FOLDER,
  giftLines,
  receiptData,
  reportData,
  signOffListData,
} from './papers.ts'
import { codesOn, differenceFromGolden, pagePictures, pageText } from './read-pdf.ts'
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
  'repair-certificate': repairCertificate(certificateData(), ORIGINAL),
  'month-end-report': monthEndReport(reportData(), ORIGINAL),
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
    expect(read.flat().sort()).toEqual(codes.sort())
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
