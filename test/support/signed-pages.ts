/** Receipts as they come off the scanner: printed by the office, signed in the room above the recipient's name. */

import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { type HandoverReceiptData, handoverReceipt } from '../../src/documents/handover-receipt.ts'
import type { Mark, PageDefinition } from '../../src/documents/page.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import type { GreyImage } from '../../src/intake/scans/grey-image.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { FONT_FOLDER } from '../documents/papers.ts'
import { type Place, printedPages, sign } from './distorted-scans.ts'
import { temporaryFolder } from './office-place.ts'

export const SCAN_DOTS_PER_INCH = 150
const PIXELS_PER_POINT = SCAN_DOTS_PER_INCH / 72

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

/** Where on a page something marked stands, in its pixels. */
function placeOf(definition: PageDefinition, wanted: Mark): Place {
  const box = renderer.markedBoxes(definition).find(({ mark }) => mark === wanted)
  if (!box) throw new Error(`A receipt has no ${wanted}`)
  const pixels = (points: number) => points * PIXELS_PER_POINT
  return { x: pixels(box.x), y: pixels(box.y), width: pixels(box.width), height: pixels(box.height) }
}

/** A page with a signature on it, the same for the same seed. */
export function signedPage(page: GreyImage, definition: PageDefinition, seed: number): GreyImage {
  sign(page, placeOf(definition, 'recipientSignature'), 9000 + seed, { grey: 60, widthPx: 2.4 })
  return page
}

/** A page whose code was torn off. */
export function tornPage({ width, height, pixels }: GreyImage, definition: PageDefinition): GreyImage {
  const code = placeOf(definition, 'code')
  const isTorn = (x: number, y: number) => x < code.x + code.width * 1.5 && Math.abs(y - code.y) < code.height * 1.5
  return { width, height, pixels: pixels.map((grey, at) => (isTorn(at % width, at / width) ? 255 : grey)) }
}

/** What the receipts of a ledger say, in the order of their kit or else of their numbers. */
export function receiptsOf(folder: string): HandoverReceiptData[] {
  return storedReceipts(folder).map((paper) => JSON.parse(paper) as HandoverReceiptData)
}

/** The pages of a PDF of all receipts of a ledger, A4, each signed. */
export function signedReceipts(folder: string, pdfFile: string): GreyImage[] {
  const papers = receiptsOf(folder)
  return printedPages(readFileSync(pdfFile), SCAN_DOTS_PER_INCH).map((page, index) => {
    const paper = papers[index]
    if (!paper) throw new Error('A page is no receipt of the ledger')
    return signedPage(page, handoverReceipt(paper, ORIGINAL), index)
  })
}

/** An office that is open lets nobody else read: a copy is read. */
function storedReceipts(folder: string): string[] {
  const copy = temporaryFolder()
  for (const ending of ['', '-wal']) {
    const file = ledgerFile(folder) + ending
    if (existsSync(file)) copyFileSync(file, ledgerFile(copy) + ending)
  }
  const database = new BetterSqlite3(ledgerFile(copy))
  const sql = 'SELECT paper FROM receipts ORDER BY position, document_number'
  const papers = database.prepare<[], string>(sql).pluck().all()
  database.close()
  rmSync(copy, { recursive: true })
  return papers
}

/** A receipt that another office has issued. */
export async function receiptPage(paper: HandoverReceiptData): Promise<GreyImage> {
  const pdf = await renderer.render(handoverReceipt(paper, ORIGINAL), { createdAt: '2026-11-05T01:12:00.000Z' })
  const [page] = printedPages(pdf, SCAN_DOTS_PER_INCH)
  if (!page) throw new Error('A receipt has no page')
  return page
}
