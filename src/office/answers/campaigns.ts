/** Answers about campaigns, their lists and what these grant. */

import type { GiftList } from '../../contract/campaigns.ts'
import type { Output } from '../../contract/contract.ts'
import { dayWithin, refuseEligibility, refuseTooMany } from '../../domain/gift.ts'
import { dong } from '../../domain/money.ts'
import { refusal } from '../../domain/refusal.ts'
import { communesOfRegistry, findCampaign, listCampaigns, listGiftPackages } from '../../ledger/campaigns.ts'
import { inHandingOrder } from '../../ledger/distributions.ts'
import {
  entriesOfList,
  findGiftList,
  type GiftListLine,
  grantsOfCampaign,
  householdsGranted,
  listGiftLists,
  promisedGifts,
} from '../../ledger/gift-lists.ts'
import type { HouseholdRecord } from '../../ledger/registry/household-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { householdsOf } from '../../ledger/registry/registry-list.ts'
import { isListIntact } from '../gift-list-paper.ts'
import { done, type QueryHandler, refused } from '../handler.ts'
import { householdLineOf } from './household-line.ts'

const MOST_PROPOSED = 20_000
const MOST_REFUSED = 200

export const listOfCampaigns: QueryHandler<'campaigns.list'> = ({ reader }) =>
  done({
    campaigns: listCampaigns(reader).map(({ giftPackages, grantedDong, handedOverDong, ...campaign }) => ({
      ...campaign,
      eligibleCategories: [...campaign.eligibleCategories],
      eligibleCommunes: [...campaign.eligibleCommunes],
      giftPackages: giftPackages.map(({ giftPackageId, name, lines, valueDong }) => ({
        giftPackageId,
        name,
        lines: lines.map(({ itemId: _item, ...line }) => line),
        valueDong,
      })),
      grantedDong: dong(grantedDong),
      handedOverDong: dong(handedOverDong),
    })),
    communes: communesOfRegistry(reader),
  })

function giftListOf({ campaignId: _campaign, campaignName: _name, ...list }: GiftListLine): GiftList {
  return list
}

export const listOfGiftLists: QueryHandler<'giftLists.list'> = ({ reader }, { campaignId }) =>
  done({ lists: listGiftLists(reader, campaignId).map(giftListOf) })

export const proposeGiftList: QueryHandler<'giftLists.propose'> = ({ reader, today }, input) => {
  const { campaignId, giftPackageId, communeName, filter } = input
  const campaign = findCampaign(reader, campaignId)
  if (!campaign) return refused(refusal('campaign.unknown', {}))
  const listed = householdsGranted(reader, campaignId, giftPackageId)
  const promised = promisedGifts(reader, campaignId)
  const on = dayWithin(campaign, today)
  const proposed: { household: HouseholdRecord }[] = []
  const against: Output<'giftLists.propose'>['refused'] = []
  let alreadyListedCount = 0
  let refusedCount = 0
  for (const household of householdsOf(reader, filter)) {
    const { householdId, headOfHousehold } = household
    if (communeName !== null && household.communeName !== communeName) continue
    if (listed.has(householdId)) {
      alreadyListedCount += 1
      continue
    }
    const refusedBecause =
      refuseEligibility({ household, campaign, on }) ??
      refuseTooMany(headOfHousehold, campaign, [...(promised.get(householdId) ?? []), giftPackageId])
    if (!refusedBecause) {
      if (proposed.length < MOST_PROPOSED) proposed.push({ household })
    } else {
      refusedCount += 1
      if (against.length < MOST_REFUSED) {
        against.push({ household: householdLineOf(household), refusal: refusedBecause })
      }
    }
  }
  return done({
    households: inHandingOrder(proposed).map(({ household }) => householdLineOf(household)),
    refused: against,
    refusedCount,
    alreadyListedCount,
  })
}

export const entriesOfGiftList: QueryHandler<'giftLists.entries'> = ({ reader }, { listId }) => {
  const list = findGiftList(reader, listId)
  if (!list) return refused(refusal('giftList.unknown', {}))
  const entries = entriesOfList(reader, listId)
  const names = new Map(
    listGiftPackages(reader, list.campaignId).map(({ giftPackageId, name }) => [giftPackageId, name]),
  )
  return done({
    list: giftListOf(list),
    isIntact: isListIntact(reader, list),
    entries: entries.flatMap(({ householdId, ...entry }, index) => {
      const household = findHousehold(reader, householdId)
      if (!household) return []
      const giftPackageName = names.get(entry.giftPackageId) ?? ''
      return [{ ...entry, position: index + 1, household: householdLineOf(household), giftPackageName }]
    }),
  })
}

export const grantsOfLists: QueryHandler<'giftLists.grants'> = ({ reader }, { campaignId }) =>
  done({
    grants: inHandingOrder(grantsOfCampaign(reader, campaignId)).map(
      ({ household, isHandedOver, isPlanned, ...grant }) => ({
        ...grant,
        household: householdLineOf(household),
        state: isHandedOver ? ('handedOver' as const) : isPlanned ? ('planned' as const) : ('waiting' as const),
      }),
    ),
  })
