/**
 * Makes receipts in one of several ways: node receipts-once.ts ours|twoUp|pdfkit COUNT FILE for one PDF of them all,
 * alone COUNT for one after the other, as at a counter whose office has warmed up.
 */

import { performance } from 'node:perf_hooks'
import { handoverReceipt, handoverReceiptTwoUp } from '../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from '../documents/papers.ts'
import { inventedRow, seededRandom } from '../support/people.ts'
import { median } from './measure.ts'
import { peakMegabytes } from './memory.ts'
import { drawReceipts } from './raw-receipt.ts'

const [way = '', count = '', file = ''] = process.argv.slice(2)

function* receipts() {
  const random = seededRandom(1)
  for (let number = 1; number <= Number(count); number++) {
    const { headOfHousehold, birthYear, customerCode, hamlet } = inventedRow(number, random)
    const data = receiptData(number, headOfHousehold)
    const citizenIdMasked = `001******${String(number % 1000).padStart(3, '0')}`
    const addressText = `${hamlet}, xã Krông Pắc, tỉnh Đắk Lắk`
    yield { ...data, household: { ...data.household, birthYear, customerCode, citizenIdMasked, addressText } }
  }
}

function* definitions(form: typeof handoverReceipt) {
  for (const receipt of receipts()) yield form(receipt, ORIGINAL)
}

async function inOneFile(form: typeof handoverReceipt): Promise<number> {
  const startedAt = performance.now()
  await createRenderer({ fontFolder: FONT_FOLDER }).renderBatch(definitions(form), { file, createdAt: CREATED_AT })
  return performance.now() - startedAt
}

/** The one in the middle, after one of another shape that loads what they need. */
async function oneByOne(): Promise<number> {
  const renderer = createRenderer({ fontFolder: FONT_FOLDER })
  await renderer.render(handoverReceiptTwoUp(receiptData(), ORIGINAL), { createdAt: CREATED_AT })
  const durationsMs: number[] = []
  for (const receipt of receipts()) {
    const startedAt = performance.now()
    await renderer.render(handoverReceipt(receipt, ORIGINAL), { createdAt: CREATED_AT })
    durationsMs.push(performance.now() - startedAt)
  }
  return median(durationsMs)
}

const ways: Record<string, () => Promise<number>> = {
  ours: () => inOneFile(handoverReceipt),
  twoUp: () => inOneFile(handoverReceiptTwoUp),
  alone: oneByOne,
  async pdfkit() {
    const startedAt = performance.now()
    await drawReceipts(receipts(), file, FONT_FOLDER)
    return performance.now() - startedAt
  },
}

const ms = await ways[way]?.()
console.log(JSON.stringify({ ms, megabytes: peakMegabytes() }))
