/** Draws receipts into one PDF in one of two ways: node receipts-once.ts ours|pdfkit COUNT FILE. */

import { handoverReceipt } from '../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from '../documents/papers.ts'
import { inventedHousehold, seededRandom } from '../support/people.ts'
import { peakMegabytes } from './memory.ts'
import { drawWithPdfkit } from './raw-receipt.ts'

const [way, count = '', file = ''] = process.argv.slice(2)

function* receipts() {
  const random = seededRandom(1)
  for (let number = 1; number <= Number(count); number++) {
    yield receiptData(number, inventedHousehold(number, random).headOfHousehold)
  }
}

function* definitions() {
  for (const receipt of receipts()) yield handoverReceipt(receipt, ORIGINAL)
}

const startedAt = performance.now()
if (way === 'pdfkit') await drawWithPdfkit(receipts(), file, FONT_FOLDER)
else await createRenderer({ fontFolder: FONT_FOLDER }).renderBatch(definitions(), { file, createdAt: CREATED_AT })
console.log(JSON.stringify({ ms: performance.now() - startedAt, megabytes: peakMegabytes() }))
