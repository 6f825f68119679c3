/** The sign-off list of a campaign: everybody who was handed a gift, by hamlet and name, for signing. */

import type { HandoverReceiptData } from '../documents/handover-receipt.ts'
import type { SignOffListData } from '../documents/sign-off-list.ts'
import { packageValueDong } from '../domain/gift.ts'
import type { CampaignRecord } from '../ledger/campaigns.ts'
import { receiptPapers } from '../ledger/handovers.ts'
import { officeOf } from '../ledger/office-record.ts'
import type { Working } from './handler.ts'
import { paperOffice } from './papers.ts'
import { personOf } from './session.ts'

/** Null where nothing was handed over. The rows say what the receipts say: both are signed for the same gift. */
export function signOffListData(working: Working, campaign: CampaignRecord): SignOffListData | null {
  const receipts = receiptPapers(working.reader, campaign.campaignId).map(
    ({ paper }) => JSON.parse(paper) as HandoverReceiptData,
  )
  const days = receipts.map((receipt) => receipt.handedOverOn).sort()
  const [first] = days
  const last = days.at(-1)
  if (!first || !last) return null
  const office = officeOf(working.reader)
  return {
    office: paperOffice(office),
    isPractice: office.isPractice,
    documentNumber: null,
    code: null,
    listedOn: working.today,
    campaign: { name: campaign.name, decisionNumber: campaign.decisionNumber, fundingSource: campaign.fundingSource },
    handedOverFrom: first,
    handedOverTo: last,
    placeName: null,
    rows: receipts.map(({ household, packageName, lines, recipient }) => ({
      household,
      giftName: packageName,
      amountDong: packageValueDong(lines),
      proxy: recipient.kind === 'proxy' ? `${recipient.fullName} (${recipient.relation})` : null,
      note: null,
    })),
    preparedBy: { fullName: personOf(working).fullName, title: null },
  }
}
