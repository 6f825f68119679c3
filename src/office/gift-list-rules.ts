/** What stands against a list: asked when it is drawn up, and again where it may have changed when it is approved. */

import type { Day } from '../domain/day.ts'
import { refuseEligibility, refuseTooMany } from '../domain/gift.ts'
import type { GiftListEntry } from '../domain/gift-list.ts'
import { type Refusal, refusal } from '../domain/refusal.ts'
import { type CampaignRecord, listGiftPackages } from '../ledger/campaigns.ts'
import type { Reader } from '../ledger/connection.ts'
import { approvedDong, promisedGifts } from '../ledger/gift-lists.ts'
import { findHousehold, householdThatStandsFor } from '../ledger/registry/households.ts'
import { earlierGifts } from './giving.ts'

/** Whether one entry may stand in a list that is drawn up on a day of the campaign. */
export function refuseChange(
  reader: Reader,
  { campaign, packageIds, on }: { campaign: CampaignRecord; packageIds: ReadonlySet<string>; on: Day },
  entry: GiftListEntry,
): Refusal | null {
  const { householdId, giftPackageId, action } = entry
  const household = findHousehold(reader, householdId)
  if (!household) return refusal('household.unknown', {})
  if (!packageIds.has(giftPackageId)) return refusal('giftPackage.unknown', {})
  if (action === 'grant') return refuseEligibility({ household, campaign, on })
  return refuseWithdrawal(reader, campaign, entry)
}

/** What was handed over is not taken away by a list. */
export function refuseWithdrawal(
  reader: Reader,
  { campaignId }: CampaignRecord,
  { householdId, giftPackageId, action }: GiftListEntry,
): Refusal | null {
  if (action !== 'withdraw') return null
  const gifts = earlierGifts(reader, campaignId, householdThatStandsFor(reader, householdId))
  const given = gifts.find((gift) => gift.giftPackageId === giftPackageId)
  if (!given) return null
  const headOfHousehold = findHousehold(reader, householdId)?.headOfHousehold ?? ''
  return refusal('giftList.given', { headOfHousehold, documentNumber: given.documentNumber })
}

/** What the entries come to together with the approved lists: for each household, and in money. */
export function refuseTogether(
  reader: Reader,
  campaign: CampaignRecord,
  entries: readonly GiftListEntry[],
): Refusal | null {
  return refuseTooManyGrants(reader, campaign, entries) ?? refuseOverBudget(reader, campaign, entries)
}

function refuseTooManyGrants(
  reader: Reader,
  campaign: CampaignRecord,
  entries: readonly GiftListEntry[],
): Refusal | null {
  const promised = promisedGifts(reader, campaign.campaignId)
  for (const { householdId, giftPackageId, action } of entries) {
    const standingId = householdThatStandsFor(reader, householdId)
    const others = (promised.get(standingId) ?? []).filter((gift) => gift !== giftPackageId)
    promised.set(standingId, action === 'grant' ? [...others, giftPackageId] : others)
  }
  for (const { householdId, action } of entries) {
    if (action === 'withdraw') continue
    const headOfHousehold = findHousehold(reader, householdId)?.headOfHousehold ?? ''
    const gifts = promised.get(householdThatStandsFor(reader, householdId)) ?? []
    const tooMany = refuseTooMany(headOfHousehold, campaign, gifts)
    if (tooMany) return tooMany
  }
  return null
}

/** The budget holds for what the approved lists and this one grant together. */
function refuseOverBudget(
  reader: Reader,
  { campaignId, name: campaignName, budgetDong }: CampaignRecord,
  entries: readonly GiftListEntry[],
): Refusal | null {
  if (budgetDong === null) return null
  const values = new Map(listGiftPackages(reader, campaignId).map((one) => [one.giftPackageId, one.valueDong]))
  const addedDong = entries.reduce((sum, { action, giftPackageId }) => {
    const valueDong = values.get(giftPackageId) ?? 0
    return action === 'grant' ? sum + valueDong : sum - valueDong
  }, 0)
  const wantedDong = approvedDong(reader, campaignId) + addedDong
  return wantedDong > budgetDong ? refusal('campaign.overBudget', { campaignName, budgetDong, wantedDong }) : null
}
