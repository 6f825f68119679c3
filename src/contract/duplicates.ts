/** Entries that may be one household: told while typing, settled in a queue, merged and parted again. */

import { z } from 'zod'
import { DUPLICATE_REASONS, PAIR_STATES } from '../domain/duplicate.ts'
import { HOUSEHOLD_FIELDS } from '../domain/household.ts'
import { command, query } from './call.ts'
import { grantedCategory, householdFacts, householdLine } from './households.ts'
import { count, id, instant } from './schemas.ts'

const resemblance = { score: z.int().min(0).max(100), reasons: z.array(z.enum(DUPLICATE_REASONS)) }

const pair = z.object({ one: householdLine, other: householdLine, ...resemblance, settledAt: instant.nullable() })
export type DuplicatePair = z.output<typeof pair>

/** One side of a pair with all its facts, numbers of persons masked, and what hangs on it. */
const side = householdFacts.omit({ citizenId: true, oldIdNumber: true, phone: true }).extend({
  line: householdLine,
  maskedCitizenId: z.string().nullable(),
  maskedOldIdNumber: z.string().nullable(),
  phone: z.string().nullable(),
  categories: z.array(grantedCategory),
  revision: z.int(),
  giftCount: count,
  repairCount: count,
})
export type PairSide = z.output<typeof side>

export const duplicateCalls = {
  'duplicates.list': query({
    permission: 'ledger.read',
    input: z.object({ state: z.enum(PAIR_STATES), from: z.int().min(0), limit: z.int().min(1).max(500) }),
    output: z.object({ counts: z.object({ open: count, later: count, different: count }), pairs: z.array(pair) }),
  }),
  'duplicates.get': query({
    permission: 'ledger.read',
    input: z.object({ oneId: id, otherId: id }),
    output: z.object({
      one: side,
      other: side,
      ...resemblance,
      differing: z.array(z.enum(HOUSEHOLD_FIELDS)),
      /** Campaigns of which both were given a gift: the supervisor will ask. */
      bothGivenIn: z.array(z.string()),
    }),
  }),
  /** Households that look like what is being typed. */
  'duplicates.like': query({
    permission: 'ledger.read',
    input: z.object({
      facts: z.object({
        headOfHousehold: z.string().max(200),
        birthYear: z.int().nullable(),
        citizenId: z.string().max(20).nullable(),
        oldIdNumber: z.string().max(20).nullable(),
        customerCode: z.string().max(30).nullable(),
        meterNumber: z.string().max(40).nullable(),
        phone: z.string().max(30).nullable(),
        hamlet: z.string().max(200).nullable(),
        communeName: z.string().max(200).nullable(),
      }),
      exceptId: id.nullable(),
    }),
    output: z.object({ households: z.array(z.object({ household: householdLine, ...resemblance })) }),
  }),
  'duplicates.settle': command({
    permission: 'household.write',
    topics: ['households'],
    input: z.object({ oneId: id, otherId: id, verdict: z.enum(PAIR_STATES) }),
    output: z.object({ settlementId: id }),
  }),
  /**
   * Keeps one household under another: `takes` are the facts taken from the merged one, the rest stays. Papers stay as
   * issued and are found under the kept one; both histories remain.
   */
  'households.merge': command({
    permission: 'household.write',
    topics: ['households', 'gifts', 'repairs'],
    input: z.object({
      keptId: id,
      keptRevision: z.int(),
      mergedId: id,
      mergedRevision: z.int(),
      takes: z.array(z.enum(HOUSEHOLD_FIELDS)),
    }),
    output: z.object({ mergeId: id }),
  }),
  /** Parts what was merged; facts that were amended since stay as they were amended. */
  'households.undoMerge': command({
    permission: 'household.write',
    topics: ['households', 'gifts', 'repairs'],
    input: z.object({ mergeId: id }),
    output: z.object({ keptId: id, mergedId: id }),
  }),
}
