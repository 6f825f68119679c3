/** The sign-off list of a campaign: everybody who was handed a gift, by hamlet and name, for signing. */

import type { HandoverReceiptData } from '../documents/handover-receipt.ts'
import type { SignOffListData } from '../documents/sign-off-list.ts'
import { dong } from '../domain/money.ts'
import type { CampaignRecord } from '../ledger/campaigns.ts'
import { inHandingOrder } from '../ledger/distributions.ts'
import { type SignedGift, signedGifts } from '../ledger/handovers.ts'
import { officeOf } from '../ledger/office-record.ts'
import type { Working } from './handler.ts'
import { paperCampaign, paperHousehold, paperOffice } from './papers.ts'
import { personOf } from './session.ts'

/** Null where nothing was handed over. */
export function signOffListData(working: Working, campaign: CampaignRecord): SignOffListData | null {
  const gifts = inHandingOrder(signedGifts(working.reader, campaign.campaignId))
  const days = gifts.map(({ handedOverOn }) => handedOverOn).sort()
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
    campaign: paperCampaign(campaign),
    handedOverFrom: first,
    handedOverTo: last,
    placeName: null,
    rows: gifts.map((gift) => ({
      household: householdOf(gift),
      giftName: gift.giftPackageName,
      amountDong: dong(gift.valueDong),
      proxy: gift.recipientRelation === null ? null : `${gift.recipientName} (${gift.recipientRelation})`,
      note: null,
    })),
    preparedBy: { fullName: personOf(working).fullName, title: null },
  }
}

/** A row says what the receipt says, for both are signed for the same gift; a blank says nothing of its household. */
function householdOf({ paper, household, handedOverOn }: SignedGift) {
  return paper === null ? paperHousehold(household, handedOverOn) : (JSON.parse(paper) as HandoverReceiptData).household
}
