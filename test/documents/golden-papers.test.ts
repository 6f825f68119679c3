/** Every kind of paper, once: its text and its picture are as they were when a person looked at them. */

import { describe, expect, test } from 'vitest'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import { monthEndReport } from '../../src/documents/month-end-report.ts'
import type { PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { repairCertificate } from '../../src/documents/repair-certificate.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
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

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

const fullReceipt = {
  ...receiptData(),
  recipient: { kind: 'proxy', fullName: 'Lê Văn Bình', relation: 'con', paper: 'Giấy uỷ quyền ngày 01/12/2026' },
  witness: { fullName: 'Y Thanh Êban', title: 'Trưởng thôn' },
  lines: giftLines(8),
} as const

const PAPERS: Record<string, PageDefinition> = {
  'handover-receipt': handoverReceipt(receiptData(), ORIGINAL),
  'handover-receipt-full': handoverReceipt({ ...fullReceipt, isPractice: true }, { copyNumber: 2 }),
  'handover-receipt-two-up': handoverReceiptTwoUp(receiptData(), ORIGINAL),
  'handover-receipt-two-up-full': handoverReceiptTwoUp({ ...fullReceipt, isPractice: true }, { copyNumber: 1 }),
  'sign-off-list': signOffList(signOffListData(30), ORIGINAL),
  'repair-certificate': repairCertificate(certificateData(), ORIGINAL),
  'month-end-report': monthEndReport(reportData(), ORIGINAL),
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
  ])('on %s is read back by a scanner as exactly its digits', async (_, definition, codes) => {
    const [picture] = pagePictures(await renderer.render(definition, { createdAt: CREATED_AT }), 150)
    expect(picture && (await codesOn(picture))).toEqual(codes)
  })
})
