/** Prints papers that were issued, and the lists drawn from them. */

import type { VoidSlipData } from '../../documents/void-slip.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign } from '../../ledger/campaigns.ts'
import { officeOf } from '../../ledger/office-record.ts'
import { findReceipt, receiptPaper, receiptPapers, type StoredPaper } from '../../ledger/receipts.ts'
import { receiptNumber } from '../document-numbers.ts'
import { type JobHandler, refused } from '../handler.ts'
import { paperOffice } from '../papers.ts'
import { printIssued, printOne } from '../printing.ts'
import { signOffListData } from '../sign-off-list.ts'

/** Those of the papers asked for that exist, or all there are. */
function chosen(
  documentIds: readonly string[] | null,
  one: (documentId: string) => StoredPaper | null,
  every: () => StoredPaper[],
): StoredPaper[] {
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
  const form = layout === 'A4' ? 'receiptA4' : 'receiptA5TwoUp'
  return printIssued(working, 'handoverReceipt', form, papers, `bien ban ${campaign.name}`)
}

export const printSignOffList: JobHandler<'papers.signOffList'> = async (working, { campaignId }) => {
  const campaign = findCampaign(working.reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const data = signOffListData(working, campaign)
  if (!data) return refused(refusal('paper.nothingToPrint', {}))
  const words = `danh sach ky nhan ${campaign.name}`
  return printOne(working, { form: 'signOffList', data: JSON.stringify(data) }, words, campaignId)
}

export const printVoidSlip: JobHandler<'papers.voidSlip'> = async (working, { receiptId }) => {
  const { reader } = working
  const receipt = findReceipt(reader, receiptId)
  if (!receipt) return refused(refusal('gift.unknown', {}))
  const { voidedOn, voidReason, voidedBy, valueDong } = receipt
  if (voidedOn === null || voidReason === null) return refused(refusal('paper.nothingToPrint', {}))
  const office = officeOf(reader)
  const documentNumber = receiptNumber(office, receipt)
  const slip: VoidSlipData = {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber,
    campaignName: findCampaign(reader, receipt.campaignId)?.name ?? '',
    headOfHousehold: receipt.headOfHousehold,
    giftPackageName: receipt.giftPackageName,
    valueDong: valueDong === null ? null : dong(valueDong),
    issuedOn: receipt.issuedOn,
    voidedOn,
    reason: voidReason,
    voidedBy: { fullName: voidedBy ?? '', title: null },
  }
  return printOne(working, { form: 'voidSlip', data: JSON.stringify(slip) }, `huy ${documentNumber}`, receiptId)
}
