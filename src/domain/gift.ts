/** Gifts (quà): what a package holds and when a household may be handed one. */

import type { Day } from './day.ts'
import type { HouseholdStatus } from './household.ts'
import { categoriesInForce, type GrantedCategory, type HouseholdCategory } from './household-category.ts'
import { type Dong, lineAmountDong, sumDong } from './money.ts'
import { type Refusal, type RefusalCode, refusal } from './refusal.ts'
import { searchKey } from './vietnamese.ts'

/** One line of a gift package: 2 "thùng" of "Mì ăn liền" at 95,000 đồng each. */
export interface GiftLine {
  name: string
  unitOfMeasure: string
  quantity: number
  unitPriceDong: Dong
}

/** Money is an item like any other, counted in đồng, so that it is traced as the boxes are. */
export const MONEY_ITEM = { name: 'Tiền mặt', unitOfMeasure: 'đồng' } as const

/** A line of a package that gives money. */
export function moneyLine(amountDong: Dong): GiftLine {
  return { ...MONEY_ITEM, quantity: amountDong, unitPriceDong: 1 as Dong }
}

/** Who took the gift: the head of the household, or somebody for them, with the relation and the paper shown. */
export type GiftRecipient =
  | { kind: 'headOfHousehold' }
  | { kind: 'proxy'; fullName: string; relation: string; paper: string | null }

/** Who may receive: the households of an approved list, or every household of a category and a commune. */
export const GRANTED_BY = ['list', 'categories'] as const
export type GrantedBy = (typeof GRANTED_BY)[number]

export interface CampaignTerms {
  name: string
  from: Day
  to: Day
  grantedBy: GrantedBy
  /** Empty where every household may receive. */
  eligibleCategories: readonly HouseholdCategory[]
  /** Names of communes as the registry has them; empty where every commune may receive. */
  eligibleCommunes: readonly string[]
  /** How many gifts one household may get of the campaign, each of another kind. */
  giftsPerHousehold: number
}

/** An earlier handover of the same campaign to the same household, or to one that is kept under it, not voided. */
export interface EarlierHandover {
  giftPackageId: string
  giftPackageName: string
  documentNumber: string
  handedOverOn: Day
  /** UTC instant: tells the hour. */
  recordedAt: string
  handedOverBy: string
}

export function packageValueDong(lines: readonly GiftLine[]): Dong {
  return sumDong(lines.map((line) => lineAmountDong(line.quantity, line.unitPriceDong)))
}

interface Eligibility {
  household: {
    headOfHousehold: string
    status: HouseholdStatus
    categories: readonly GrantedCategory[]
    communeName: string | null
  }
  campaign: CampaignTerms
  on: Day
}

/**
 * Whether a household is one a campaign is for on a day: null, or the first reason against it. It is active, lives in
 * one of the campaign's communes and has one of its categories on that day, not only as its primary one.
 */
export function refuseEligibility({ household, campaign, on }: Eligibility): Refusal | null {
  const { headOfHousehold, status, communeName } = household
  if (status !== 'active') return refusal('household.notActive', { headOfHousehold, status })
  const communes = [...campaign.eligibleCommunes]
  const commune = searchKey(communeName ?? '')
  if (communes.length > 0 && !communes.some((name) => searchKey(name) === commune)) {
    return refusal('gift.otherCommune', { headOfHousehold, communeName, communes })
  }
  const eligible = [...campaign.eligibleCategories]
  const inForce = categoriesInForce(household.categories, on)
  if (eligible.length > 0 && !inForce.some((category) => eligible.includes(category))) {
    return refusal('gift.notEligible', { headOfHousehold, category: inForce[0] ?? null, eligible })
  }
  return null
}

/** What stands against a gift only because the household has had one: a supervisor may give it with a reason. */
export const OVERRULABLE: readonly RefusalCode[] = ['gift.alreadyGiven', 'gift.limitReached']

/**
 * Whether a household may be handed a gift package of a campaign on a day: null, or the first reason against it.
 * Within the campaign's days; one of a kind and no more than the campaign allows per household; by the approved list
 * (`granted`: names of what the lists in force give it, empty where it is on none), or by category and commune.
 */
export function refuseHandover(
  facts: Eligibility & {
    giftPackage: { giftPackageId: string; name: string }
    standing: readonly EarlierHandover[]
    granted: readonly { giftPackageId: string; name: string }[]
    /** A supervisor gives one more of what was given, and says why. */
    isOverruled: boolean
  },
): Refusal | null {
  const { household, campaign, on, giftPackage, standing, granted, isOverruled } = facts
  const { headOfHousehold } = household
  const repeated = isOverruled ? null : refuseRepeat(headOfHousehold, campaign, giftPackage, standing)
  if (repeated) return repeated
  if (on < campaign.from || on > campaign.to) {
    return refusal('gift.outsideCampaign', { campaignName: campaign.name, from: campaign.from, to: campaign.to })
  }
  if (campaign.grantedBy === 'categories') return refuseEligibility(facts)
  if (household.status !== 'active') {
    return refusal('household.notActive', { headOfHousehold, status: household.status })
  }
  if (granted.some(({ giftPackageId }) => giftPackageId === giftPackage.giftPackageId)) return null
  return refusal('gift.notGranted', {
    headOfHousehold,
    giftPackageName: giftPackage.name,
    campaignName: campaign.name,
    granted: granted.map(({ name }) => name),
  })
}

function refuseRepeat(
  headOfHousehold: string,
  { giftsPerHousehold }: CampaignTerms,
  { giftPackageId }: { giftPackageId: string },
  standing: readonly EarlierHandover[],
): Refusal | null {
  const same = standing.find((earlier) => earlier.giftPackageId === giftPackageId)
  if (same) return refusal('gift.alreadyGiven', { headOfHousehold, ...same })
  const last = standing.at(-1)
  if (!last || standing.length < giftsPerHousehold) return null
  return refusal('gift.limitReached', { headOfHousehold, giftsPerHousehold, ...last })
}

/**
 * Whether a household may be promised what a list or a plan would give it in all: null, or the reason against it. What
 * it was handed counts, and so does what other lists and distributions hold ready. `giftPackageIds` has one entry per
 * gift.
 */
export function refuseTooMany(
  headOfHousehold: string,
  { name: campaignName, giftsPerHousehold }: CampaignTerms,
  giftPackageIds: readonly string[],
): Refusal | null {
  if (giftPackageIds.length <= giftsPerHousehold) return null
  const giftCount = giftPackageIds.length
  return refusal('gift.tooMany', { headOfHousehold, campaignName, giftsPerHousehold, giftCount })
}

/** The day of a campaign on which somebody is asked to be eligible: today, or its day that is nearest to today. */
export function dayWithin({ from, to }: Pick<CampaignTerms, 'from' | 'to'>, today: Day): Day {
  if (today < from) return from
  return today > to ? to : today
}

/**
 * Whether a campaign may be changed as asked: null, or the reason against it. Until something was issued for it (a
 * list, a paper, an event) anything may change; from then on only its last day, its budget and further decisions.
 */
export function refuseAmendment(facts: {
  campaign: { name: string; from: Day; to: Day }
  isIssued: boolean
  changesTerms: boolean
  lastHandedOverOn: Day | null
  /** The last of its distributions, held or planned. */
  lastDistribution: { placeName: string; heldOn: Day } | null
  amendedTo: Day
}): Refusal | null {
  const { campaign, isIssued, changesTerms, lastHandedOverOn, lastDistribution, amendedTo } = facts
  if (isIssued && changesTerms) return refusal('campaign.inUse', { campaignName: campaign.name })
  if (lastHandedOverOn && amendedTo < lastHandedOverOn) {
    return refusal('campaign.endsBeforeGifts', { campaignName: campaign.name, lastHandedOverOn })
  }
  if (lastDistribution && amendedTo < lastDistribution.heldOn) {
    return refusal('campaign.endsBeforeDistribution', { campaignName: campaign.name, ...lastDistribution })
  }
  return null
}
