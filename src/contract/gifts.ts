/** Campaigns, gift packages and the handing over of gifts. */

import { z } from 'zod'
import { command, query } from './call.ts'
import { householdLine } from './households.ts'
import {
  amountDong,
  category,
  count,
  day,
  id,
  name,
  nothing,
  optionalText,
  quantity,
  refusalOrNull,
  text,
} from './schemas.ts'

const giftLine = z.object({ name: text(120), unitOfMeasure: text(30), quantity, unitPriceDong: amountDong })

const campaign = z.object({
  campaignId: id,
  name: z.string(),
  decisionNumber: z.string().nullable(),
  fundingSource: z.string().nullable(),
  from: day,
  to: day,
  eligibleCategories: z.array(category),
  giftPackages: z.array(
    z.object({ giftPackageId: id, name: z.string(), lines: z.array(giftLine), valueDong: amountDong }),
  ),
  handedOverCount: count,
  handedOverDong: amountDong,
})
export type Campaign = z.output<typeof campaign>

const recipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('headOfHousehold') }),
  z.object({ kind: z.literal('proxy'), fullName: name(), relation: text(60), paper: optionalText(80) }),
])

const handover = z.object({
  handoverId: id,
  householdId: id,
  documentNumber: z.string(),
  code: z.string(),
  headOfHousehold: z.string(),
  hamlet: z.string().nullable(),
  giftPackageName: z.string(),
  handedOverOn: day,
  recipientName: z.string(),
  valueDong: amountDong,
  handedOverBy: z.string(),
  voidedOn: day.nullable(),
  voidReason: z.string().nullable(),
})
export type Handover = z.output<typeof handover>

export const giftCalls = {
  'campaigns.list': query({
    permission: 'ledger.read',
    input: nothing,
    output: z.object({ campaigns: z.array(campaign) }),
  }),
  'campaigns.open': command({
    permission: 'campaign.open',
    topics: ['campaigns'],
    input: z.object({
      name: text(160),
      decisionNumber: optionalText(80),
      fundingSource: optionalText(160),
      from: day,
      to: day,
      eligibleCategories: z.array(category),
      giftPackages: z
        .array(z.object({ name: text(120), lines: z.array(giftLine).min(1, 'required').max(20, 'tooBig') }))
        .min(1, 'required')
        .max(20, 'tooBig'),
    }),
    output: z.object({ campaignId: id, giftPackageIds: z.array(id) }),
  }),
  /** The card of a household at the counter: what it may be given on a day, or why nothing. */
  'gifts.card': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id, householdId: id, handedOverOn: day }),
    output: z.object({ household: householdLine, addressText: z.string().nullable(), refusal: refusalOrNull }),
  }),
  'gifts.handOver': command({
    permission: 'gift.handOver',
    topics: ['gifts', 'campaigns'],
    input: z.object({ campaignId: id, giftPackageId: id, householdId: id, handedOverOn: day, recipient }),
    output: z.object({ handoverId: id, documentNumber: z.string(), code: z.string(), valueDong: amountDong }),
  }),
  'gifts.void': command({
    permission: 'gift.void',
    topics: ['gifts', 'campaigns'],
    input: z.object({ handoverId: id, voidedOn: day, reason: text(300) }),
    output: z.object({ documentNumber: z.string() }),
  }),
  /** The newest handovers of a campaign first. */
  'gifts.list': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id, limit: z.int().min(1).max(5000) }),
    output: z.object({ handovers: z.array(handover), count, valueDong: amountDong, voidedCount: count }),
  }),
}
