/** Answers about campaigns and what they handed out. */

import { refusePaperDay } from '../../domain/document.ts'
import type { EarlierHandover } from '../../domain/gift.ts'
import { refuseHandover } from '../../domain/gift.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { findCampaign, listCampaigns } from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { findStandingHandover, type HandoverLine, handoverTotals, listHandovers } from '../../ledger/handovers.ts'
import { closedThrough } from '../../ledger/months.ts'
import { type OfficeRecord, officeOf } from '../../ledger/office-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { receiptNumber } from '../document-numbers.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

export const listOfCampaigns: QueryHandler<'campaigns.list'> = ({ reader }) =>
  done({
    campaigns: listCampaigns(reader).map((campaign) => ({
      ...campaign,
      giftPackages: campaign.giftPackages.map(({ giftPackageId, name, lines, valueDong }) => ({
        giftPackageId,
        name,
        lines,
        valueDong,
      })),
      handedOverDong: dong(campaign.handedOverDong),
    })),
  })

/** The gift a household already has of a campaign, as a refusal names it. */
export function earlierHandover(reader: Reader, campaignId: string, householdId: string): EarlierHandover | null {
  const standing = findStandingHandover(reader, campaignId, householdId)
  if (!standing) return null
  const { handedOverOn, handedOverBy } = standing
  return { documentNumber: receiptNumber(officeOf(reader), standing), handedOverOn, handedOverBy }
}

export const cardOfHousehold: QueryHandler<'gifts.card'> = ({ reader, today }, input) => {
  const { campaignId, householdId, handedOverOn } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const household = findHousehold(reader, householdId)
  if (!household) return refused(refusal('household.unknown', {}))
  const earlier = earlierHandover(reader, campaignId, householdId)
  return done({
    household: householdLineOf(household),
    addressText: household.addressText,
    refusal:
      refuseHandover({ household, campaign, handedOverOn, earlier }) ??
      refusePaperDay(handedOverOn, today, closedThrough(reader)),
  })
}

function handoverOf(office: OfficeRecord, line: HandoverLine) {
  const { campaignId: _campaign, campaignName: _name, documentYear: _year, documentNumber: _number, ...rest } = line
  return { ...rest, documentNumber: receiptNumber(office, line), valueDong: dong(line.valueDong) }
}

export const listOfHandovers: QueryHandler<'gifts.list'> = ({ reader }, { campaignId, limit }) => {
  const office = officeOf(reader)
  const { count, valueDong, voidedCount } = handoverTotals(reader, campaignId)
  const handovers = listHandovers(reader, campaignId, limit).map((line) => handoverOf(office, line))
  return done({ handovers, count, valueDong: dong(valueDong), voidedCount })
}
