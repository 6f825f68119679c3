/** The money of a campaign without a list: what was handed over and what papers wait for may not go beyond it. */

import { type Refusal, refusal } from '../domain/refusal.ts'
import { type CampaignRecord, listGiftPackages } from '../ledger/campaigns.ts'
import type { Reader } from '../ledger/connection.ts'

/**
 * Refused where the gifts named, one package id each, are worth more than the campaign's budget. A campaign by list is
 * never refused: its approved lists were held to the budget.
 */
export function refuseBeyondBudget(
  reader: Reader,
  { campaignId, name: campaignName, budgetDong, grantedBy }: CampaignRecord,
  giftPackageIds: readonly string[],
): Refusal | null {
  if (budgetDong === null || grantedBy === 'list') return null
  const values = new Map(listGiftPackages(reader, campaignId).map((one) => [one.giftPackageId, one.valueDong]))
  const wantedDong = giftPackageIds.reduce((sum, gift) => sum + (values.get(gift) ?? 0), 0)
  return wantedDong > budgetDong ? refusal('campaign.overBudget', { campaignName, budgetDong, wantedDong }) : null
}
