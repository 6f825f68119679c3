/** A paper that comes back is looked at where it was signed and where its code stands: these places are told. */

import { describe, expect, test } from 'vitest'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import type { MarkedBox, PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { acceptanceRecord } from '../../src/documents/repairs/acceptance-record.ts'
import { confirmationList } from '../../src/documents/repairs/confirmation-list.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { surveyForm } from '../../src/documents/repairs/survey-form.ts'
import { workOrder } from '../../src/documents/repairs/work-order.ts'
import { signOffList } from '../../src/documents/sign-off-list.ts'
import { CREATED_AT, FONT_FOLDER, giftLines, receiptData, signOffListData } from './papers.ts'
import { codePlaces, pagePictures, pageWords } from './read-pdf.ts'
import {
  acceptanceRecordData,
  bareAcceptanceRecordData,
  certificateData,
  confirmationListData,
  surveyFormData,
  workOrderData,
} from './repair-papers.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })
const DOTS_PER_INCH = 150

function marked(definition: PageDefinition, mark: MarkedBox['mark']): MarkedBox {
  const [box, ...more] = renderer.markedBoxes(definition).filter((one) => one.mark === mark)
  expect(more).toEqual([])
  if (!box) throw new Error(`Nothing is marked as ${mark}`)
  return box
}

const proxy = { kind: 'proxy', fullName: 'Y Bhăm Niê', relation: 'con', paper: null } as const
const witness = { fullName: 'Lê Thị Hồng Thắm', title: 'Trưởng thôn' }
const crowded = { ...receiptData(), recipient: proxy, witness, lines: giftLines(8) }

describe.each([
  ['an A4 receipt', handoverReceipt(receiptData(), ORIGINAL), 'NHẬN', 'An'],
  ['a crowded receipt that a proxy signs', handoverReceipt(crowded, { copyNumber: 2 }), 'THAY', 'Niê'],
  ["the office's half of an A5 sheet", handoverReceiptTwoUp(receiptData(), ORIGINAL), 'NHẬN', 'An'],
  ['a crowded A5 sheet', handoverReceiptTwoUp(crowded, ORIGINAL), 'THAY', 'Niê'],
  ['a repair certificate', repairCertificate(certificateData(), ORIGINAL), 'HỘ', 'Niê'],
  ['an acceptance record', acceptanceRecord(acceptanceRecordData(), ORIGINAL), 'HỘ', 'Niê'],
  ['an acceptance record of a few words', acceptanceRecord(bareAcceptanceRecordData(), ORIGINAL), 'HỘ', 'Niê'],
  ['a survey form', surveyForm(surveyFormData(), ORIGINAL), 'HỘ', 'Niê'],
  ['a work order, which the crew signs', workOrder(workOrderData(), ORIGINAL), 'VIỆC', null],
  ["a commune's list of one page", confirmationList(confirmationListData(2), ORIGINAL), 'PẮC', null],
])('on %s', (_, definition, role, lastName) => {
  test("the recipient's signature has a room without words, below the role and above the name", async () => {
    const box = marked(definition, 'recipientSignature')
    const [page] = pageWords(await renderer.render(definition, { createdAt: CREATED_AT }))
    const words = (page?.words ?? []).filter(({ xMin, xMax }) => xMin >= box.x - 1 && xMax <= box.x + box.width + 1)
    const inside = words.filter(({ yMin, yMax }) => yMin > box.y + 2 && yMax < box.y + box.height - 2)
    expect(box).toMatchObject({ page: 1, mark: 'recipientSignature' })
    expect(inside).toEqual([])
    expect(box.height).toBeGreaterThan(40)
    const above = words.filter(({ yMax }) => yMax < box.y + 4 && yMax > box.y - 40)
    expect(above.map(({ text }) => text)).toContain(role)
    const below = words.filter(({ yMin }) => Math.abs(yMin - box.y - box.height) < 4)
    if (lastName) expect(below.map(({ text }) => text)).toContain(lastName)
  })

  test('the code stands where it is said to stand', async () => {
    const { x, y, width, height } = marked(definition, 'code')
    const [picture] = pagePictures(await renderer.render(definition, { createdAt: CREATED_AT }), DOTS_PER_INCH)
    const places = picture ? await codePlaces(picture) : []
    const points = (pixels: number) => (pixels * 72) / DOTS_PER_INCH
    const [first] = places.toSorted((one, other) => one.left - other.left)
    expect(Math.abs(points(first?.left ?? 0) - x)).toBeLessThan(2)
    expect(Math.abs(points(first?.top ?? 0) - y)).toBeLessThan(2)
    expect(Math.abs(points(first?.right ?? 0) - x - width)).toBeLessThan(2)
    expect(height).toBe(width)
  })
})

test("a commune's list of more pages is signed on the last", () => {
  const boxes = renderer.markedBoxes(confirmationList(confirmationListData(25), ORIGINAL))
  expect(boxes.map(({ mark, page }) => [mark, page])).toEqual([
    ['code', 1],
    ['recipientSignature', 3],
  ])
})

test('a list in which everybody signs in a row of their own has no place that is looked for', () => {
  expect(renderer.markedBoxes(signOffList(signOffListData(3), ORIGINAL))).toEqual([])
})
