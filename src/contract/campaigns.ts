/** Campaigns, their gift packages, and the approved lists that grant them. */

import { z } from 'zod'
import { GRANTED_BY } from '../domain/gift.ts'
import { LIST_ACTIONS, LIST_STATES } from '../domain/gift-list.ts'
import { command, job, query } from './call.ts'
import { householdFilter, householdLine } from './households.ts'
import { printed } from './papers.ts'
import {
  amountDong,
  category,
  checkSum,
  count,
  day,
  id,
  instant,
  nothing,
  optionalText,
  refusalOrNull,
  sha256,
  stockQuantity,
  text,
} from './schemas.ts'

/** Money is a line, too: "Tiền mặt" counted in đồng. */
export const giftLine = z.object({
  name: text(120),
  unitOfMeasure: text(30),
  quantity: stockQuantity,
  unitPriceDong: amountDong,
})

const fund = z.object({ name: text(160), amountDong: amountDong.nullable() })
const packages = z
  .array(
    z.object({ name: text(120), lines: z.array(giftLine).min(1, 'required').max(20, 'tooBig').superRefine(checkSum) }),
  )
  .min(1, 'required')
  .max(20, 'tooBig')

const terms = {
  name: text(160),
  decisionNumbers: z.array(text(80)).max(20, 'tooBig'),
  from: day,
  to: day,
  funds: z.array(fund).max(20, 'tooBig'),
  budgetDong: amountDong.nullable(),
  /** Money for repairs of wiring: in all, and for one household; null where it is not watched. */
  repairBudgetDong: amountDong.nullable(),
  repairBudgetPerHouseholdDong: amountDong.nullable(),
  targetHouseholds: z.int().min(1, 'tooSmall').max(1_000_000, 'tooBig').nullable(),
  grantedBy: z.enum(GRANTED_BY),
  eligibleCategories: z.array(category),
  eligibleCommunes: z.array(text(120)).max(200, 'tooBig'),
  giftsPerHousehold: z.int().min(1, 'tooSmall').max(20, 'tooBig'),
  /** The store gifts come from when they are handed over outside a distribution; null where stock is not counted. */
  storeId: id.nullable(),
}

const giftPackage = z.object({ giftPackageId: id, name: z.string(), lines: z.array(giftLine), valueDong: amountDong })
export type GiftPackage = z.output<typeof giftPackage>

const campaign = z.object({
  campaignId: id,
  ...terms,
  storeName: z.string().nullable(),
  giftPackages: z.array(giftPackage),
  /** Whether a list, a paper or an event bears its terms, so that they are fixed. */
  isIssued: z.boolean(),
  /** Gifts the approved lists grant, and what they are worth; 0 without a list. */
  grantedCount: count,
  grantedHouseholds: count,
  grantedDong: amountDong,
  handedOverCount: count,
  handedOverHouseholds: count,
  handedOverDong: amountDong,
})
export type Campaign = z.output<typeof campaign>

const giftList = z.object({
  listId: id,
  /** 0 is the list, n its n-th supplement. */
  listNumber: count,
  title: z.string().nullable(),
  state: z.enum(LIST_STATES),
  sha256,
  householdCount: count,
  grantCount: count,
  withdrawCount: count,
  /** Of what is granted less what is withdrawn. */
  valueDong: z.int(),
  drawnUpAt: instant,
  drawnUpBy: z.string(),
  drawnUpById: id,
  decidedAt: instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNumber: z.string().nullable(),
  reason: z.string().nullable(),
})
export type GiftList = z.output<typeof giftList>

const entry = z.object({
  householdId: id,
  giftPackageId: id,
  action: z.enum(LIST_ACTIONS),
  reason: optionalText(200),
})

const grant = z.object({
  household: householdLine,
  giftPackageId: id,
  giftPackageName: z.string(),
  listNumber: count,
  /** How far the gift is: waits, is in a distribution's kit, handed over. */
  state: z.enum(['waiting', 'planned', 'handedOver']),
})
export type Grant = z.output<typeof grant>

export const campaignCalls = {
  'campaigns.list': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ campaigns: z.array(campaign), communes: z.array(z.string()) }),
  }),
  'campaigns.open': command({
    permission: 'campaign.open',
    topics: ['campaigns', 'stock'],
    input: z.object({ ...terms, giftPackages: packages }),
    output: z.object({ campaignId: id, giftPackageIds: z.array(id) }),
  }),
  /** All terms while nothing was issued for the campaign; from then on its last day, money, target and decisions. */
  'campaigns.amend': command({
    permission: 'campaign.open',
    topics: ['campaigns', 'stock'],
    /** `giftPackages` null leaves the packages as they are. */
    input: z.object({ campaignId: id, ...terms, giftPackages: packages.nullable() }),
    output: z.object({ campaignId: id }),
  }),
  'giftLists.list': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id }),
    output: z.object({ lists: z.array(giftList) }),
  }),
  /** Who a new list would grant a package: households of the filter that are eligible and not on a list yet. */
  'giftLists.propose': query({
    permission: 'ledger.read',
    input: z.object({
      campaignId: id,
      giftPackageId: id,
      /** As the registry has it; null for every commune. */
      communeName: z.string().max(120).nullable(),
      filter: householdFilter,
    }),
    output: z.object({
      households: z.array(householdLine).max(20_000),
      /** Of the filter, but not eligible, and why: the first few with the count of all. */
      refused: z.array(z.object({ household: householdLine, refusal: refusalOrNull })).max(200),
      refusedCount: count,
      alreadyListedCount: count,
    }),
  }),
  /** Freezes a list or the next supplement; nothing is granted until a second person approves it. */
  'giftLists.drawUp': command({
    permission: 'giftList.drawUp',
    topics: ['campaigns'],
    input: z.object({
      campaignId: id,
      title: optionalText(160),
      entries: z.array(entry).min(1, 'required').max(20_000, 'tooBig'),
    }),
    output: z.object({ listId: id, listNumber: count, sha256 }),
  }),
  'giftLists.approve': command({
    permission: 'giftList.approve',
    topics: ['campaigns', 'gifts'],
    input: z.object({ listId: id, decisionNumber: optionalText(80) }),
    output: z.object({ listNumber: count, sha256 }),
  }),
  'giftLists.decline': command({
    permission: 'giftList.approve',
    topics: ['campaigns'],
    input: z.object({ listId: id, reason: text(300) }),
    output: z.object({ listNumber: count }),
  }),
  /** The entries of one list, as frozen; whether the hash still fits them. */
  'giftLists.entries': query({
    permission: 'ledger.read',
    input: z.object({ listId: id }),
    output: z.object({
      list: giftList,
      isIntact: z.boolean(),
      entries: z.array(
        z.object({
          position: count,
          household: householdLine,
          giftPackageId: id,
          giftPackageName: z.string(),
          action: z.enum(LIST_ACTIONS),
          reason: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** What the approved lists grant now and how far each gift is, by hamlet and name. */
  'giftLists.grants': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id }),
    output: z.object({ grants: z.array(grant) }),
  }),
  /** The list as a paper to be signed: everybody in it, its hash and both names. */
  'papers.giftList': job({
    permission: 'paper.print',
    pausable: true,
    input: z.object({ listId: id }),
    output: printed,
  }),
}
