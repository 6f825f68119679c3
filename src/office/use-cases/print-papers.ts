/** Prints papers that were issued, and the lists drawn from them. */

import type { ParsedInput } from '../../contract/contract.ts'
import type { VoidSlipData } from '../../documents/void-slip.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { officeOf } from '../../ledger/office-record.ts'
import {
  findReceipt,
  type ReceiptLine,
  type ReceiptPaper,
  receiptPaper,
  receiptPapers,
  type StoredPaper,
} from '../../ledger/receipts.ts'
import { receiptNumber } from '../document-numbers.ts'
import { type JobHandler, refused } from '../handler.ts'
import { paperOffice } from '../papers.ts'
import { makePapers, onlyOne, type PaperToMake, printIssued, printOne, wordsFor } from '../printing.ts'
import { signOffListData } from '../sign-off-list.ts'

export type ReceiptLayout = ParsedInput<'papers.receipts'>['layout']

/** Those of the papers asked for that exist, or all there are. */
function chosen<Paper extends StoredPaper>(
  documentIds: readonly string[] | null,
  one: (documentId: string) => Paper | null,
  every: () => Paper[],
): Paper[] {
  return documentIds ? documentIds.map(one).filter((paper) => paper !== null) : every()
}

export const printReceipts: JobHandler<'papers.receipts'> = async (working, input) => {
  const { reader } = working
  const { campaignId, receiptIds, layout, ...wanted } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const papers = chosen(
    receiptIds,
    (receiptId) => receiptPaper(reader, campaignId, receiptId),
    () => receiptPapers(reader, { campaignId, ...wanted }),
  )
  const words = wordsFor(papers, `bien ban ${campaign.name}`)
  return makePapers(working, papers.map(receiptOn(layout)), words, onlyOne(papers)?.documentId ?? null)
}

/** A receipt on the form of a layout; a blank has forms of its own. */
export function receiptOn(layout: ReceiptLayout): (paper: ReceiptPaper) => PaperToMake {
  const isA4 = layout === 'A4'
  return ({ documentId, paper, isBlank }) => ({
    form: isBlank ? (isA4 ? 'blankA4' : 'blankA5TwoUp') : isA4 ? 'receiptA4' : 'receiptA5TwoUp',
    data: paper,
    counted: { documentKind: 'handoverReceipt', documentId },
  })
}

export const printSignOffList: JobHandler<'papers.signOffList'> = async (working, { campaignId }) => {
  const campaign = findCampaign(working.reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const data = signOffListData(working, campaign)
  if (!data) return refused(refusal('paper.nothingToPrint', {}))
  const words = `danh sach ky nhan ${campaign.name}`
  return printOne(working, { form: 'signOffList', data: JSON.stringify(data) }, words, campaignId)
}

export const printVoidSlips: JobHandler<'papers.voidSlips'> = async (working, { receiptIds }) => {
  const { reader } = working
  const slips: StoredPaper[] = []
  for (const receiptId of receiptIds) {
    const receipt = findReceipt(reader, receiptId)
    if (!receipt) return refused(refusal('gift.unknown', {}))
    const slip = voidSlipData(reader, receipt)
    if (!slip) return refused(refusal('paper.nothingToPrint', {}))
    slips.push({ documentId: receiptId, documentNumber: receipt.documentNumber, paper: JSON.stringify(slip) })
  }
  return printIssued(working, 'voidSlip', 'voidSlip', slips, 'phieu huy')
}

/** What the slip of a voided receipt says; null where the receipt is not void. */
function voidSlipData(reader: Reader, receipt: ReceiptLine): VoidSlipData | null {
  const { voidedOn, voidReason, voidedBy, valueDong, headOfHousehold, giftPackageName, issuedOn } = receipt
  if (voidedOn === null || voidReason === null) return null
  const office = officeOf(reader)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber: receiptNumber(office, receipt),
    campaignName: findCampaign(reader, receipt.campaignId)?.name ?? '',
    headOfHousehold,
    giftPackageName,
    valueDong: valueDong === null ? null : dong(valueDong),
    issuedOn,
    voidedOn,
    reason: voidReason,
    voidedBy: { fullName: voidedBy ?? '', title: null },
  }
}
