/** The handing over of gifts: the household's card at the counter, the handover, its void. */

import { z } from 'zod'
import { SHEET_FATES, VOID_KINDS } from '../domain/distribution.ts'
import { command, query } from './call.ts'
import { householdLine } from './households.ts'
import { amountDong, count, day, id, instant, name, optionalText, refusalOrNull, text } from './schemas.ts'

const recipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('headOfHousehold') }),
  z.object({ kind: z.literal('proxy'), fullName: name(), relation: text(60), paper: optionalText(80) }),
])

const handover = z.object({
  handoverId: id,
  receiptId: id,
  householdId: id,
  documentNumber: z.string(),
  code: z.string(),
  headOfHousehold: z.string(),
  hamlet: z.string().nullable(),
  giftPackageName: z.string(),
  handedOverOn: day,
  recordedAt: instant,
  recipientName: z.string(),
  valueDong: amountDong,
  handedOverBy: z.string(),
  overruledBecause: z.string().nullable(),
  voidedOn: day.nullable(),
  voidReason: z.string().nullable(),
  /** Whether a scan of the signed paper is kept. */
  isBack: z.boolean(),
})
export type Handover = z.output<typeof handover>

/** A gift as it is handed over, at the counter or on a paper that was printed before. */
export const giftToGive = {
  campaignId: id,
  giftPackageId: id,
  householdId: id,
  handedOverOn: day,
  recipient,
  eventId: id.nullable(),
  /** A spare that was filled in by hand; null takes the household's own paper of a kit, else a new one. */
  receiptId: id.nullable(),
  /** Why a supervisor gives one more of what the household has had. */
  overruledBecause: optionalText(300),
}

export const givenGift = z.object({
  handoverId: id,
  receiptId: id,
  documentNumber: z.string(),
  code: z.string(),
  valueDong: amountDong,
  /** Printed before, in a kit or by itself: a kit that was only issued has put nothing on paper yet. */
  isPrinted: z.boolean(),
})

/** What a household may get of a campaign, or why not, and what it had. */
const cardGift = z.object({
  giftPackageId: id,
  name: z.string(),
  valueDong: amountDong,
  /** Null where nothing stands against handing it over now. */
  refusal: refusalOrNull,
  /** Whether a supervisor may give it nevertheless, with a reason. */
  isOverrulable: z.boolean(),
  /** The receipt printed for it in the kit of a distribution, not used yet. */
  receipt: z.object({ receiptId: id, documentNumber: z.string(), position: count.nullable(), eventId: id }).nullable(),
})
export type CardGift = z.output<typeof cardGift>

export const giftCalls = {
  /**
   * The card of a household at the counter: what it may be given on a day, at a distribution where one is named. The
   * gifts in the campaign's order; those that can be handed over first come first.
   */
  'gifts.card': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id, householdId: id, handedOverOn: day, eventId: id.nullable() }),
    output: z.object({
      household: householdLine,
      addressText: z.string().nullable(),
      /** People of the household, to be chosen as proxies. */
      members: z.array(z.object({ fullName: z.string(), relation: z.string().nullable() })),
      gifts: z.array(cardGift),
      handovers: z.array(handover),
    }),
  }),
  /** Hands over on the receipt named, on the household's own of the kit, or on a new one with the next number. */
  'gifts.handOver': command({
    permission: 'gift.handOver',
    topics: ['gifts', 'campaigns', 'distributions', 'stock'],
    input: z.object(giftToGive),
    output: givenGift,
  }),
  /** Voids a receipt, whether anything was handed over with it or not; after its day that takes a supervisor. */
  'gifts.void': command({
    permission: 'gift.void',
    topics: ['gifts', 'campaigns', 'distributions', 'stock'],
    input: z.object({ receiptId: id, kind: z.enum(VOID_KINDS), voidedOn: day, reason: text(300) }),
    output: z.object({ documentNumber: z.string() }),
  }),
  /** The newest handovers of a campaign first; of one distribution where it is named. */
  'gifts.list': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id, eventId: id.nullable(), limit: z.int().min(1).max(5000) }),
    output: z.object({ handovers: z.array(handover), count, valueDong: amountDong, voidedCount: count }),
  }),
  /** A receipt by what stands on it: its code, its number ("31", "31/2026", "31/2026/BBBG-PC042"), or none. */
  'gifts.receipt': query({
    permission: 'ledger.read',
    input: z.object({ text: z.string().min(1, 'required').max(60, 'tooLong') }),
    output: z.object({
      receipt: z
        .object({
          receiptId: id,
          documentNumber: z.string(),
          campaignId: id,
          eventId: id.nullable(),
          position: count.nullable(),
          household: householdLine.nullable(),
          giftPackageId: id.nullable(),
          giftPackageName: z.string().nullable(),
          fate: z.enum(SHEET_FATES),
        })
        .nullable(),
    }),
  }),
}
