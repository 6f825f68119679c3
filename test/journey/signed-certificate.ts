/** A certificate on its way back: the printed file as a household has signed it, through a scanner. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { FONT_FOLDER } from '../documents/papers.ts'
import { chanceOf, distorted, printedPages, sign } from '../support/distorted-scans.ts'
import { ordinaryWear } from '../support/returned-stack.ts'
import { pdfOfScans } from '../support/scan-files.ts'

const DOTS_PER_INCH = 150
const PIXELS_PER_POINT = DOTS_PER_INCH / 72

/** Answers the scan's file; the certificate is the one the ledger issued last. */
export function signedCertificate(ledgerFolder: string, printedFile: string): string {
  const database = new BetterSqlite3(ledgerFile(ledgerFolder), { readonly: true })
  const paper = database
    .prepare<[], string>("SELECT paper FROM repair_papers WHERE kind = 'repairCertificate' ORDER BY recorded_at DESC")
    .pluck()
    .get()
  database.close()
  const page = repairCertificate(JSON.parse(paper ?? ''), ORIGINAL)
  const boxes = createRenderer({ fontFolder: FONT_FOLDER }).markedBoxes(page)
  const box = boxes.find(({ mark }) => mark === 'recipientSignature')
  const [scanned] = printedPages(readFileSync(printedFile), DOTS_PER_INCH)
  if (!box || !scanned) throw new Error('A certificate has a page and room to sign')
  const place = {
    x: box.x * PIXELS_PER_POINT,
    y: box.y * PIXELS_PER_POINT,
    width: box.width * PIXELS_PER_POINT,
    height: box.height * PIXELS_PER_POINT,
  }
  sign(scanned, place, 417, { grey: 60, widthPx: 2.4 })
  const file = join(ledgerFolder, 'giay-da-ky.pdf')
  writeFileSync(file, pdfOfScans([distorted(scanned, ordinaryWear(chanceOf(417)), 417)], 60))
  return file
}
