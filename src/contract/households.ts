/** The registry of households: finding, reading, registering, amending. */

import { z } from 'zod'
import { command, query } from './call.ts'
import {
  amountDong,
  category,
  citizenId,
  count,
  day,
  householdStatus,
  id,
  instant,
  name,
  optionalText,
  phone,
} from './schemas.ts'

/** One line of a list: what tells two households apart, with the citizen ID masked. */
export const householdLine = z.object({
  householdId: id,
  headOfHousehold: z.string(),
  birthYear: z.int().nullable(),
  maskedCitizenId: z.string().nullable(),
  customerCode: z.string().nullable(),
  phone: z.string().nullable(),
  hamlet: z.string().nullable(),
  communeName: z.string().nullable(),
  category: category.nullable(),
  memberCount: z.int().nullable(),
  status: householdStatus,
})
export type HouseholdLine = z.output<typeof householdLine>

export const householdFilter = z.object({
  /** Words of name, hamlet, commune or address without diacritics; digits of a code, phone or citizen ID. */
  text: z.string().max(200),
  category: category.nullable(),
  missing: z.enum(['citizenId', 'customerCode', 'category']).nullable(),
})
export type HouseholdFilter = z.output<typeof householdFilter>

/** Where a page begins: the sort key and the row number of the household before it. */
export const cursor = z.object({ sortKey: z.string(), rowNumber: z.int() })
export type Cursor = z.output<typeof cursor>

const birthYear = z.int('malformed').min(1900, 'tooSmall').max(2100, 'tooBig').nullable()

/** What a form or a list says of a household. On amending, a field left out stays as it is. */
const householdFacts = z.object({
  headOfHousehold: name(),
  birthYear,
  citizenId,
  oldIdNumber: optionalText(12),
  customerCode: optionalText(20),
  meterNumber: optionalText(30),
  phone,
  hamlet: optionalText(120),
  communeName: optionalText(120),
  addressText: optionalText(300),
  memberCount: z.int('malformed').min(0, 'tooSmall').max(100, 'tooBig').nullable(),
  category: category.nullable(),
  categoryDecision: optionalText(120),
  note: optionalText(500),
})

const householdDetail = householdLine.extend({
  oldIdNumber: z.string().nullable(),
  meterNumber: z.string().nullable(),
  addressText: z.string().nullable(),
  categoryDecision: z.string().nullable(),
  note: z.string().nullable(),
  revision: z.int(),
  gifts: z.array(
    z.object({
      handoverId: id,
      documentNumber: z.string(),
      campaignName: z.string(),
      giftPackageName: z.string(),
      handedOverOn: day,
      valueDong: amountDong,
      recipientName: z.string(),
      voidedOn: day.nullable(),
    }),
  ),
  repairs: z.array(
    z.object({
      repairId: id,
      doneOn: day,
      costDong: amountDong,
      documentNumber: z.string().nullable(),
      voidedOn: day.nullable(),
    }),
  ),
  history: z.array(z.object({ recordedAt: instant, personName: z.string(), command: z.string() })),
})
export type HouseholdDetail = z.output<typeof householdDetail>

export const householdCalls = {
  /** The best matches for what is being typed, ranked, few. */
  'households.search': query({
    permission: 'ledger.read',
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(100) }),
    output: z.object({ households: z.array(householdLine) }),
  }),
  /** How many households a filter has, and where each page of them begins. */
  'households.outline': query({
    permission: 'ledger.read',
    input: z.object({ filter: householdFilter, pageSize: z.int().min(20).max(1000) }),
    output: z.object({ count, pageStarts: z.array(cursor.nullable()) }),
  }),
  'households.page': query({
    permission: 'ledger.read',
    input: z.object({ filter: householdFilter, after: cursor.nullable(), limit: z.int().min(1).max(1000) }),
    output: z.object({ households: z.array(householdLine) }),
  }),
  'households.get': query({
    permission: 'ledger.read',
    input: z.object({ householdId: id }),
    output: householdDetail,
  }),
  'households.register': command({
    permission: 'household.write',
    topics: ['households'],
    input: householdFacts,
    output: z.object({ householdId: id }),
  }),
  'households.amend': command({
    permission: 'household.write',
    topics: ['households'],
    input: z.object({ householdId: id, revision: z.int(), facts: householdFacts.partial() }),
    output: z.object({ revision: z.int() }),
  }),
  /** A command, because who looked at whose number is kept. */
  'households.revealCitizenId': command({
    permission: 'household.revealCitizenId',
    topics: [],
    input: z.object({ householdId: id }),
    output: z.object({ citizenId: z.string().nullable() }),
  }),
}
