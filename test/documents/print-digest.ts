/** Prints the hash of one receipt's bytes, so that a test can compare processes and time zones. */

import { createHash } from 'node:crypto'
import { handoverReceipt } from '../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { CREATED_AT, FONT_FOLDER, receiptData } from './papers.ts'

const renderer = createRenderer({ fontFolder: FONT_FOLDER })
const pdf = await renderer.render(handoverReceipt(receiptData(), ORIGINAL), { createdAt: CREATED_AT })
console.log(createHash('sha256').update(pdf).digest('hex'))
