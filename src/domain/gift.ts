/** Gifts (quà): what a package holds and when a household may be handed one. */

import type { Day } from './day.ts'
import type { HouseholdStatus } from './household.ts'
import { categoriesInForce, type GrantedCategory, type HouseholdCategory } from './household-category.ts'
import { type Dong, lineAmountDong, sumDong } from './money.ts'
import { type Refusal, refusal } from './refusal.ts'

/** One line of a gift package: 2 "thùng" of "Mì ăn liền" at 95,000 đồng each. */
export interface GiftLine {
  name: string
  unitOfMeasure: string
  quantity: number
  unitPriceDong: Dong
}

/** Who took the gift: the head of the household, or somebody for them, with the relation and the paper shown. */
export type GiftRecipient =
  | { kind: 'headOfHousehold' }
  | { kind: 'proxy'; fullName: string; relation: string; paper: string | null }

export interface CampaignTerms {
  name: string
  from: Day
  to: Day
  /** Empty where every household may receive. */
  eligibleCategories: readonly HouseholdCategory[]
}

/** An earlier handover of the same campaign to the same household, or to one that is kept under it, not voided. */
export interface EarlierHandover {
  documentNumber: string
  handedOverOn: Day
  handedOverBy: string
}

export function packageValueDong(lines: readonly GiftLine[]): Dong {
  return sumDong(lines.map((line) => lineAmountDong(line.quantity, line.unitPriceDong)))
}

/**
 * Whether a household may be handed a gift of a campaign on a day: null, or the first reason against it.
 * One gift per household and campaign; within the campaign's days; to an active household that has an eligible category
 * on that day, not only as its primary one.
 */
export function refuseHandover(facts: {
  household: { headOfHousehold: string; status: HouseholdStatus; categories: readonly GrantedCategory[] }
  campaign: CampaignTerms
  handedOverOn: Day
  earlier: EarlierHandover | null
}): Refusal | null {
  const { household, campaign, handedOverOn, earlier } = facts
  const { headOfHousehold, status } = household
  if (earlier) return refusal('gift.alreadyGiven', { headOfHousehold, ...earlier })
  if (status !== 'active') return refusal('household.notActive', { headOfHousehold, status })
  if (handedOverOn < campaign.from || handedOverOn > campaign.to) {
    return refusal('gift.outsideCampaign', { campaignName: campaign.name, from: campaign.from, to: campaign.to })
  }
  const eligible = [...campaign.eligibleCategories]
  const inForce = categoriesInForce(household.categories, handedOverOn)
  if (eligible.length > 0 && !inForce.some((category) => eligible.includes(category))) {
    return refusal('gift.notEligible', { headOfHousehold, category: inForce[0] ?? null, eligible })
  }
  return null
}
