/** A distribution's papers on the way back: printed by the office, signed, worn, and scanned into one file. */

import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { HandoverReceiptData } from '../../src/documents/handover-receipt.ts'
import { handoverReceipt } from '../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { createRenderer } from '../../src/documents/render.ts'
import { dayInVietnam } from '../../src/domain/day.ts'
import type { GreyImage } from '../../src/intake/scans/grey-image.ts'
import { ledgerFile } from '../../src/ledger/open-ledger.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { FONT_FOLDER, receiptData } from '../documents/papers.ts'
import { chanceOf, distorted, printedPages, sign } from '../support/distorted-scans.ts'
import { addPlace, distributionWithKit } from '../support/gifts.ts'
import { connect, granted } from '../support/office.ts'
import { officePlace, PROFILE, temporaryFolder } from '../support/office-place.ts'
import { ordinaryWear } from '../support/returned-stack.ts'
import { pdfOfScans } from '../support/scan-files.ts'
import { CAMPAIGN, HOUSEHOLD } from '../support/trade.ts'

const DOTS_PER_INCH = 150
const PIXELS_PER_POINT = DOTS_PER_INCH / 72

export interface SignedStack {
  folder: string
  /** The scan of all signed papers but the last, the first of them twice, and one of another office among them. */
  file: string
  pageCount: number
  /** Of the paper that is not in the stack. */
  missing: string
}

/** An office that handed out `count` gifts at a distribution and scanned what was signed. */
export async function signedStack(count: number): Promise<SignedStack> {
  const folder = temporaryFolder()
  const office = openOffice(officePlace(folder, { clock: Date.now }))
  const client = connect(office)
  const person = { fullName: 'Trần Thị Thu', role: 'administrator' as const }
  const { personId } = granted(await client.command('office.setUp', { ...PROFILE, person }))
  granted(await client.query('session.start', { personId }))
  const today = dayInVietnam(Date.now())
  const terms = { ...CAMPAIGN, from: today, to: today }
  const { campaignId, giftPackageIds } = granted(await client.command('campaigns.open', terms))
  const [giftPackageId = randomUUID()] = giftPackageIds
  const expected: { householdId: string; giftPackageId: string }[] = []
  for (let index = 0; index < count; index += 1) {
    const hamlet = `Thôn ${1 + (index % 4)}`
    const facts = {
      ...HOUSEHOLD,
      headOfHousehold: `Nguyễn Thị ${nameOf(index)}`,
      citizenId: null,
      customerCode: null,
      hamlet,
    }
    const { householdId } = granted(await client.command('households.register', facts))
    expected.push({ householdId, giftPackageId })
  }
  const placeId = await addPlace(client, 'distributionPoint', 'Nhà văn hoá Thôn Đông')
  const eventId = await distributionWithKit(client, { campaignId, placeId, expected, heldOn: today, spareCount: 0 })
  const positions = expected.map((_, index) => index + 1)
  const fate = { kind: 'signed' as const, handedOverOn: today }
  granted(await client.command('distributions.enterSheets', { eventId, positions, fate }))
  const kit = granted(await client.job('papers.kit', { eventId, layout: 'A4', parts: ['receipts'] }))
  const { sheets } = granted(await client.query('distributions.get', { eventId }))
  await office.close()

  const papers = papersOf(folder)
  const pages = printedPages(readFileSync(kit.file), DOTS_PER_INCH).map((page, index) => {
    const paper = papers[index]
    if (!paper) throw new Error('A page of the kit is no paper of it')
    return signed(page, paper, index)
  })
  const [first] = pages
  if (!first) throw new Error('The kit has no pages')
  const foreign = signed(await foreignPage(), FOREIGN, count)
  const stack = [...pages.slice(0, -1), first, foreign].map((page, index) =>
    distorted(page, ordinaryWear(chanceOf(7000 + index)), 7000 + index),
  )
  const file = join(folder, 'ban-ky.pdf')
  writeFileSync(file, pdfOfScans(stack, 60))
  return { folder, file, pageCount: stack.length, missing: sheets.at(-1)?.documentNumber ?? '' }
}

const LETTERS = 'ABCDEGHIKLMNOPQRSTUVXY'
const nameOf = (index: number) => [...String(index)].map((digit) => LETTERS[Number(digit)]).join('')

/** What the papers of the kit say, in their order. */
function papersOf(folder: string): HandoverReceiptData[] {
  const database = new BetterSqlite3(ledgerFile(folder), { readonly: true })
  const papers = database.prepare<[], string>('SELECT paper FROM receipts ORDER BY position').pluck().all()
  database.close()
  return papers.map((paper) => JSON.parse(paper) as HandoverReceiptData)
}

const renderer = createRenderer({ fontFolder: FONT_FOLDER })

/** Signed in the room above the recipient's name. */
function signed(page: GreyImage, paper: HandoverReceiptData, index: number): GreyImage {
  const boxes = renderer.markedBoxes(handoverReceipt(paper, ORIGINAL))
  const box = boxes.find(({ mark }) => mark === 'recipientSignature')
  if (!box) throw new Error('A receipt has no room to sign')
  const place = {
    x: box.x * PIXELS_PER_POINT,
    y: box.y * PIXELS_PER_POINT,
    width: box.width * PIXELS_PER_POINT,
    height: box.height * PIXELS_PER_POINT,
  }
  sign(page, place, 9000 + index, { grey: 60, widthPx: 2.4 })
  return page
}

/** A receipt of the office next door. */
const FOREIGN: HandoverReceiptData = { ...receiptData(), code: '10077260000013' }

async function foreignPage(): Promise<GreyImage> {
  const pdf = await renderer.render(handoverReceipt(FOREIGN, ORIGINAL), { createdAt: '2026-11-05T01:12:00.000Z' })
  const [page] = printedPages(pdf, DOTS_PER_INCH)
  if (!page) throw new Error('A receipt has no page')
  return page
}
