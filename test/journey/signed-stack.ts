/** A distribution's papers on the way back: printed by the office, signed, worn, and scanned into one file. */

import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type HandoverReceiptData,
  handoverReceipt,
  handoverReceiptTwoUp,
} from '../../src/documents/handover-receipt.ts'
import { ORIGINAL } from '../../src/documents/paper-data.ts'
import { dayInVietnam } from '../../src/domain/day.ts'
import { cutOut, type GreyImage } from '../../src/intake/scans/grey-image.ts'
import { openOffice } from '../../src/office/open-office.ts'
import { receiptData } from '../documents/papers.ts'
import { chanceOf, distorted, printedPages } from '../support/distorted-scans.ts'
import { addPlace, distributionWithKit } from '../support/gifts.ts'
import { connect, granted } from '../support/office.ts'
import { officePlace, PROFILE, temporaryFolder } from '../support/office-place.ts'
import { ordinaryWear } from '../support/returned-stack.ts'
import { pdfOfScans } from '../support/scan-files.ts'
import {
  receiptPage,
  receiptsOf,
  SCAN_DOTS_PER_INCH,
  signedPage,
  signedReceipts,
  tornPage,
} from '../support/signed-pages.ts'
import { CAMPAIGN, HOUSEHOLD } from '../support/trade.ts'

export interface SignedStack {
  folder: string
  /**
   * The scan of the signed papers but the last two: the first of them twice, one that nobody signed, one whose code was
   * torn off, and one of another office among them.
   */
  file: string
  pageCount: number
  /** The office's half of the last but one, printed as two on a sheet, as a file of the scanner. */
  half: Buffer
  /** Numbers of the papers without a code, and of the one that is nowhere. */
  torn: string
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
  const [lastButOne, last] = sheets.slice(-2)
  const [torn] = sheets.slice(-3)
  if (!torn || !lastButOne || !last) throw new Error('The kit has too few papers')
  const one = { campaignId, eventId, receiptIds: [lastButOne.receiptId], fromNumber: null, toNumber: null }
  const twoUp = granted(await client.job('papers.receipts', { ...one, layout: 'A5TwoUp' }))
  await office.close()

  const stack = [...(await pagesOfStack(folder, kit.file))].map((page, index) =>
    distorted(page, ordinaryWear(chanceOf(7000 + index)), 7000 + index),
  )
  const file = join(folder, 'ban-ky.pdf')
  writeFileSync(file, pdfOfScans(stack, 60))
  const half = pdfOfScans([await halfOf(folder, twoUp.file)], 60)
  const { documentNumber: missing } = last
  return { folder, file, pageCount: stack.length, half, torn: torn.documentNumber, missing }
}

/** Which of the pages nobody signed. */
const UNSIGNED = 5

async function pagesOfStack(folder: string, kitFile: string): Promise<GreyImage[]> {
  const papers = receiptsOf(folder)
  const bare = printedPages(readFileSync(kitFile), SCAN_DOTS_PER_INCH)[UNSIGNED]
  const pages = signedReceipts(folder, kitFile).slice(0, -2)
  const [first] = pages
  const tornAt = pages.length - 1
  const [tornOff, paper] = [pages[tornAt], papers[tornAt]]
  if (!first || !bare || !tornOff || !paper) throw new Error('The kit has too few papers')
  pages[UNSIGNED] = bare
  pages[tornAt] = tornPage(tornOff, handoverReceipt(paper, ORIGINAL))
  const foreign = signedPage(await receiptPage(FOREIGN), handoverReceipt(FOREIGN, ORIGINAL), tornAt)
  return [...pages, first, foreign]
}

async function halfOf(folder: string, twoUpFile: string): Promise<GreyImage> {
  const paper = receiptsOf(folder).at(-2)
  const [sheet] = printedPages(readFileSync(twoUpFile), SCAN_DOTS_PER_INCH)
  if (!paper || !sheet) throw new Error('The paper has no sheet')
  const signed = signedPage(sheet, handoverReceiptTwoUp(paper, ORIGINAL), 1)
  return cutOut(signed, { x: 0, y: 0, width: sheet.width / 2, height: sheet.height })
}

const LETTERS = 'ABCDEGHIKLMNOPQRSTUVXY'
const nameOf = (index: number) => [...String(index)].map((digit) => LETTERS[Number(digit)]).join('')

/** A receipt of the office next door. */
const FOREIGN: HandoverReceiptData = { ...receiptData(), code: '10077260000013' }
