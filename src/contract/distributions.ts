/** Distributions: planning one, its kit of papers, entering what was signed, and the balance of its papers. */

import { z } from 'zod'
import { MOST_SHEETS, SHEET_FATES, VOID_KINDS } from '../domain/distribution.ts'
import { GIVING_KINDS } from '../domain/numbering.ts'
import { command, job, query } from './call.ts'
import { giftToGive, givenGift } from './gifts.ts'
import { householdLine } from './households.ts'
import { printed } from './papers.ts'
import { amountDong, count, day, id, name, optionalText, text } from './schemas.ts'

const attendant = z.object({ fullName: name(), title: optionalText(80) })

const plan = {
  placeId: id,
  heldOn: day,
  staff: z.array(attendant).max(30, 'tooBig'),
  witnesses: z.array(attendant).max(10, 'tooBig'),
  note: optionalText(300),
}

const balance = z.object({
  printed: count,
  signed: count,
  void: count,
  spare: count,
  missing: count,
  open: count,
  /** printed = signed + void + spare + missing. */
  isBalanced: z.boolean(),
})
export type Balance = z.output<typeof balance>

const event = z.object({
  eventId: id,
  campaignId: id,
  campaignName: z.string(),
  ...plan,
  placeName: z.string(),
  /** Expected before the kit is issued; printed with a name afterwards. */
  householdCount: count,
  valueDong: amountDong,
  kit: z.object({ documentNumber: z.string(), issuedOn: day, spareCount: count }).nullable(),
  balance,
  /** Signed papers whose scan has come back. */
  backCount: count,
})
export type DistributionEvent = z.output<typeof event>

const sheet = z.object({
  receiptId: id,
  position: count.nullable(),
  documentNumber: z.string(),
  code: z.string(),
  /** Null on a spare blank. */
  household: householdLine.nullable(),
  giftPackageId: id.nullable(),
  giftPackageName: z.string().nullable(),
  fate: z.enum(SHEET_FATES),
  /** Who took it, why it was voided, how it was lost. */
  detail: z.string().nullable(),
  isBack: z.boolean(),
  /** A void one's slip; false on all others. */
  isSlipPrinted: z.boolean(),
})
export type Sheet = z.output<typeof sheet>

/** Which receipts: by their places in the kit, or each by itself, as those issued at the counter of a distribution. */
const papers = {
  positions: z.array(z.int().min(1).max(MOST_SHEETS)).max(MOST_SHEETS, 'tooBig').default([]),
  receiptIds: z.array(id).max(MOST_SHEETS, 'tooBig').default([]),
}

const fate = z.discriminatedUnion('kind', [
  /** Handed over on the day to the heads of the households. */
  z.object({ kind: z.literal('signed'), handedOverOn: day }),
  z.object({ kind: z.literal('void'), voidKind: z.enum(VOID_KINDS), voidedOn: day, reason: text(300) }),
  /** Blanks that came back unused. */
  z.object({ kind: z.literal('spare') }),
  z.object({ kind: z.literal('missing'), explanation: text(300) }),
  /** A missing one that was found again. */
  z.object({ kind: z.literal('found') }),
])

/** Which of the campaign's households are expected: by commune and hamlet, or each by name. */
const expected = z.object({ householdId: id, giftPackageId: id })

export const distributionCalls = {
  'distributions.list': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id.nullable() }),
    output: z.object({ events: z.array(event) }),
  }),
  'distributions.get': query({
    permission: 'ledger.read',
    input: z.object({ eventId: id }),
    output: z.object({
      event,
      /** Before the kit: who is expected, in the order of hamlet and name. */
      expected: z.array(z.object({ household: householdLine, giftPackageId: id, giftPackageName: z.string() })),
      /** After it: every paper in its order. */
      sheets: z.array(sheet),
    }),
  }),
  /** Who may be expected at a new distribution: granted or eligible, not given yet, in no other open distribution. */
  'distributions.candidates': query({
    permission: 'ledger.read',
    /** `heldOn` is the day it is planned for; null asks for today. */
    input: z.object({ campaignId: id, eventId: id.nullable(), heldOn: day.nullable() }),
    output: z.object({
      candidates: z.array(
        z.object({
          household: householdLine,
          giftPackageId: id,
          giftPackageName: z.string(),
          valueDong: amountDong,
          /** How many gifts of the campaign the household may still be promised. */
          room: count,
        }),
      ),
    }),
  }),
  /** A new distribution point, for whoever plans there; stores and suppliers are for whoever moves stock. */
  'distributions.addPoint': command({
    permission: 'event.plan',
    topics: ['stock', 'distributions'],
    input: z.object({ name: text(120), addressText: optionalText(200) }),
    output: z.object({ placeId: id }),
  }),
  'distributions.plan': command({
    permission: 'event.plan',
    topics: ['distributions'],
    input: z.object({ campaignId: id, ...plan, expected: z.array(expected).max(MOST_SHEETS, 'tooBig') }),
    output: z.object({ eventId: id, householdCount: count }),
  }),
  /** Until its kit is issued. */
  'distributions.amend': command({
    permission: 'event.plan',
    topics: ['distributions'],
    input: z.object({ eventId: id, ...plan, expected: z.array(expected).max(MOST_SHEETS, 'tooBig') }),
    output: z.object({ householdCount: count }),
  }),
  /** Takes back a distribution that was planned by mistake, while it has no paper; the journal keeps that it was. */
  'distributions.cancel': command({
    permission: 'event.plan',
    topics: ['distributions', 'campaigns'],
    input: z.object({ eventId: id }),
    output: z.object({ householdCount: count }),
  }),
  /** Numbers the receipts of everybody expected, by hamlet and name, and the spare blanks after them. */
  'distributions.issueKit': command({
    permission: 'event.plan',
    topics: ['distributions', 'gifts'],
    input: z.object({ eventId: id, spareCount: z.int().min(0).max(500, 'tooBig') }),
    output: z.object({ documentNumber: z.string(), printed: count, first: z.string(), last: z.string() }),
  }),
  /** Everything for the day as one PDF: sign-off list, receipts in its order, pick list, numbered blanks. */
  'papers.kit': job({
    permission: 'paper.print',
    pausable: true,
    input: z.object({
      eventId: id,
      layout: z.enum(['A4', 'A5TwoUp']),
      parts: z.array(z.enum(['signOffList', 'receipts', 'pickList', 'blanks'])).min(1, 'required'),
    }),
    output: printed,
  }),
  /** Enters what became of papers, all or none; a sheet that does not allow it is named in the refusal. */
  'distributions.enterSheets': command({
    permission: 'gift.handOver',
    topics: ['distributions', 'gifts', 'campaigns', 'stock'],
    input: z.object({ eventId: id, ...papers, fate }),
    output: z.object({ entered: count, balance }),
  }),
  /** Another household gets what one did not take: it signs on a spare, that one's paper is void; both or neither. */
  'distributions.substitute': command({
    permission: 'gift.handOver',
    topics: ['distributions', 'gifts', 'campaigns', 'stock'],
    input: z.object({ ...giftToGive, insteadOf: id, reason: text(300) }),
    output: givenGift,
  }),
  /** Voids the papers of households that did not come and expects them at another distribution of the campaign. */
  'distributions.carryOver': command({
    permission: 'gift.handOver',
    topics: ['distributions', 'gifts', 'campaigns'],
    input: z.object({ eventId: id, toEventId: id, ...papers, voidedOn: day, reason: text(300) }),
    output: z.object({ carried: count, balance }),
  }),
  /**
   * Signed papers that have not come back, by distribution, commune and hamlet; of one campaign or distribution, or of
   * the office: then what was signed at the counter and certificates of repairs come without a distribution.
   */
  'distributions.missingPapers': query({
    permission: 'ledger.read',
    input: z.object({ campaignId: id.nullable(), eventId: id.nullable() }),
    output: z.object({
      groups: z.array(
        z.object({
          kind: z.enum(GIVING_KINDS),
          eventId: id.nullable(),
          placeName: z.string().nullable(),
          heldOn: day.nullable(),
          communeName: z.string().nullable(),
          hamlet: z.string().nullable(),
          signedCount: count,
          papers: z.array(
            z.object({
              documentId: id,
              documentNumber: z.string(),
              position: count.nullable(),
              headOfHousehold: z.string(),
              signedOn: day,
            }),
          ),
        }),
      ),
      missingCount: count,
    }),
  }),
}
