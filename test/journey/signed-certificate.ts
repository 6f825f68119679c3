/** A certificate on its way back: the printed file as a household has signed it, through a scanner. */

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { type RepairCertificateData, repairCertificate } from '../../src/documents/repairs/repair-certificate.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { FONT_FOLDER } from '../documents/papers.ts'
import { chanceOf, distorted, printedPages, sign } from '../support/distorted-scans.ts'
import { temporaryFolder } from '../support/office-place.ts'
import { ordinaryWear } from '../support/returned-stack.ts'
import { pdfOfScans } from '../support/scan-files.ts'

const DOTS_PER_INCH = 150
const PIXELS_PER_POINT = DOTS_PER_INCH / 72

/** Answers the scan's file; the certificate is the one the ledger issued last. */
export function signedCertificate(ledgerFolder: string, printedFile: string): string {
  const page = repairCertificate(latestCertificate(ledgerFolder), ORIGINAL)
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

/** The program has the ledger to itself while it runs, so a copy is read, with what still stands in its log. */
function latestCertificate(ledgerFolder: string): RepairCertificateData {
  const copy = join(temporaryFolder(), 'copy.sqlite')
  for (const end of ['', '-wal']) copyFileSync(`${ledgerFile(ledgerFolder)}${end}`, `${copy}${end}`)
  const database = new BetterSqlite3(copy)
  const papers = database.prepare<[], string>("SELECT paper FROM repair_papers WHERE kind = 'repairCertificate'")
  const paper = papers.pluck().all().at(-1)
  database.close()
  return JSON.parse(paper ?? '') as RepairCertificateData
}
