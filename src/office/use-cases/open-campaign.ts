/** Opens a campaign with its gift packages, and amends one. */

import type { ParsedInput } from '../../contract/contract.ts'
import { type GiftLine, refuseAmendment } from '../../domain/gift.ts'
import { type Refusal, refusal } from '../../domain/refusal.ts'
import {
  addCampaign,
  type CampaignRecord,
  changeCampaign,
  findCampaign,
  isCampaignIssued,
  isCampaignNameTaken,
  lastDistribution,
  lastHandoverDay,
  listGiftPackages,
} from '../../ledger/campaigns.ts'
import type { Reader } from '../../ledger/connection.ts'
import { approvedDong } from '../../ledger/gift-lists.ts'
import { findStockPlace } from '../../ledger/stock-movements.ts'
import { type CommandHandler, done, refused } from '../handler.ts'

type Terms = Omit<ParsedInput<'campaigns.open'>, 'giftPackages'>

/** What is wrong with terms whoever's they are; `campaignId` null for a new campaign. */
function refuseTerms(reader: Reader, { name, from, to, storeId }: Terms, campaignId: string | null): Refusal | null {
  if (to < from) return refusal('campaign.endsBeforeStart', { from, to })
  if (isCampaignNameTaken(reader, name, campaignId)) return refusal('campaign.nameTaken', { name })
  if (storeId !== null && findStockPlace(reader, storeId)?.kind !== 'store') return refusal('stock.placeUnknown', {})
  return null
}

export const openCampaign: CommandHandler<'campaigns.open'> = ({ reader, writer, newIdentity }, input) => {
  const { giftPackages, ...terms } = input
  const refusedBecause = refuseTerms(reader, terms, null)
  if (refusedBecause) return refused(refusedBecause)
  const campaignId = newIdentity()
  const packages = giftPackages.map((giftPackage) => ({ giftPackageId: newIdentity(), ...giftPackage }))
  addCampaign(writer, { campaignId, ...terms }, packages, newIdentity)
  return done({ campaignId, giftPackageIds: packages.map(({ giftPackageId }) => giftPackageId) }, campaignId)
}

/** Terms that papers bear: what else may change at any time is the end, the money, the target and the decisions. */
const FIXED_TERMS = [
  'name',
  'from',
  'grantedBy',
  'eligibleCategories',
  'eligibleCommunes',
  'giftsPerHousehold',
] as const satisfies readonly (keyof Terms)[]

export const amendCampaign: CommandHandler<'campaigns.amend'> = ({ reader, writer, newIdentity }, input) => {
  const { campaignId, giftPackages, ...terms } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const packages = giftPackages && differs(packagesOf(reader, campaignId), giftPackages) ? giftPackages : null
  const refusedBecause =
    refuseTerms(reader, terms, campaignId) ??
    refuseAmendment({
      campaign,
      isIssued: isCampaignIssued(reader, campaignId),
      changesTerms: changesTerms(campaign, terms) || packages !== null,
      lastHandedOverOn: lastHandoverDay(reader, campaignId),
      lastDistribution: lastDistribution(reader, campaignId),
      amendedTo: terms.to,
    }) ??
    refuseBudget(reader, campaign, terms.budgetDong)
  if (refusedBecause) return refused(refusedBecause)
  const renewed = packages?.map((giftPackage) => ({ giftPackageId: newIdentity(), ...giftPackage })) ?? null
  changeCampaign(writer, { campaignId, ...terms }, renewed, newIdentity)
  return done({ campaignId }, campaignId)
}

/** What the approved lists grant is not left without money. */
function refuseBudget(reader: Reader, campaign: CampaignRecord, budgetDong: Terms['budgetDong']): Refusal | null {
  const wantedDong = budgetDong === null ? 0 : approvedDong(reader, campaign.campaignId)
  if (budgetDong === null || wantedDong <= budgetDong) return null
  return refusal('campaign.overBudget', { campaignName: campaign.name, budgetDong, wantedDong })
}

/** A campaign that counts no stock yet may begin to; from then on its store is fixed, too. */
function changesTerms(campaign: CampaignRecord, terms: Terms): boolean {
  const changesStore = campaign.storeId !== null && campaign.storeId !== terms.storeId
  return changesStore || FIXED_TERMS.some((term) => differs(campaign[term], terms[term]))
}

function packagesOf(reader: Reader, campaignId: string): { name: string; lines: GiftLine[] }[] {
  return listGiftPackages(reader, campaignId).map(({ name, lines }) => ({
    name,
    lines: lines.map(({ itemId: _item, ...line }) => line),
  }))
}

/** Plain values whose keys stand in the order of the contract. */
function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
