/** The registry of households: finding, reading, registering, amending, and how a household ends. */

import { z } from 'zod'
import { HOUSEHOLD_FIELDS, LEGAL_BASES, SETTABLE_STATUSES } from '../domain/household.ts'
import { command, job, query } from './call.ts'
import {
  amountDong,
  category,
  citizenId,
  count,
  day,
  householdStatus,
  id,
  instant,
  language,
  name,
  optionalText,
  pastOrComingDay,
  phone,
  text,
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
  /** The primary one of those in force. */
  category: category.nullable(),
  memberCount: z.int().nullable(),
  status: householdStatus,
})
export type HouseholdLine = z.output<typeof householdLine>

/** A line of the registry's list, which has more columns than a search. */
export const registryLine = householdLine.extend({
  maskedOldIdNumber: z.string().nullable(),
  meterNumber: z.string().nullable(),
  addressText: z.string().nullable(),
  /** All in force, the primary one first. */
  categories: z.array(category),
  lastGiftOn: day.nullable(),
  lastRepairOn: day.nullable(),
  note: z.string().nullable(),
})
export type RegistryLine = z.output<typeof registryLine>

/** The columns a list can show, copy and write to a file. */
export const REGISTRY_COLUMNS = [
  'headOfHousehold',
  'birthYear',
  'citizenId',
  'oldIdNumber',
  'customerCode',
  'meterNumber',
  'phone',
  'hamlet',
  'communeName',
  'addressText',
  'categories',
  'memberCount',
  'lastGiftOn',
  'lastRepairOn',
  'status',
  'note',
] as const
export type RegistryColumn = (typeof REGISTRY_COLUMNS)[number]

export const householdFilter = z.object({
  /** Words of name, hamlet, commune or address without diacritics; digits of a code, phone or citizen ID. */
  text: z.string().max(200),
  /** Any category in force, not only the primary one. */
  category: category.nullable(),
  missing: z.enum(['citizenId', 'customerCode', 'category']).nullable(),
  /** Null for all that stand: neither merged nor erased. */
  status: householdStatus.nullable(),
  /** Those of a pair that may be one household and is not settled. */
  isDuplicate: z.boolean(),
  /** Active ones that were given nothing of this campaign, and may be. */
  notReceivedIn: id.nullable(),
})
export type HouseholdFilter = z.output<typeof householdFilter>

/** Every household that stands. */
export const ALL_HOUSEHOLDS: HouseholdFilter = {
  text: '',
  category: null,
  missing: null,
  status: null,
  isDuplicate: false,
  notReceivedIn: null,
}

/** Households of a list that were picked: each by itself, or all that a filter finds but some. */
export const householdSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('some'), householdIds: z.array(id).max(100_000) }),
  z.object({ kind: z.literal('all'), filter: householdFilter, exceptIds: z.array(id).max(100_000) }),
])
export type HouseholdSelection = z.output<typeof householdSelection>

/** Where a page begins: the sort key and the row number of the household before it. */
export const cursor = z.object({ sortKey: z.string(), rowNumber: z.int() })
export type Cursor = z.output<typeof cursor>

const birthYear = z.int('malformed').min(1900, 'tooSmall').max(2100, 'tooBig').nullable()

export const grantedCategory = z.object({
  category,
  decisionNumber: optionalText(120),
  validFrom: pastOrComingDay.nullable(),
  validTo: pastOrComingDay.nullable(),
})

const member = z.object({ fullName: name(), birthYear, relation: optionalText(60) })

/** What a form says of a household. On amending, a field left out stays as it is. */
export const householdFacts = z.object({
  headOfHousehold: name(),
  birthYear,
  citizenId,
  oldIdNumber: optionalText(12),
  customerCode: optionalText(20),
  meterNumber: optionalText(30),
  phone,
  hamlet: optionalText(120),
  communeName: optionalText(120),
  communeCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  communeVersion: day.nullable(),
  addressText: optionalText(300),
  memberCount: z.int('malformed').min(0, 'tooSmall').max(100, 'tooBig').nullable(),
  members: z.array(member).max(50, 'tooBig').readonly(),
  categories: z.array(grantedCategory).max(20, 'tooBig').readonly(),
  legalBasis: z.enum(LEGAL_BASES).nullable(),
  note: optionalText(500),
})

/** One field that a command changed. Values are as the registry keeps them, with numbers of persons masked. */
export const fieldChange = z.object({
  field: z.enum([...HOUSEHOLD_FIELDS, 'status', 'statusOn', 'statusReason', 'mergedInto']),
  before: z.json(),
  after: z.json(),
})
export type FieldChange = z.output<typeof fieldChange>

const historyEntry = z.object({
  recordedAt: instant,
  personName: z.string(),
  command: z.string(),
  changes: z.array(fieldChange),
})
export type HistoryEntry = z.output<typeof historyEntry>

const householdDetail = householdLine.extend({
  maskedOldIdNumber: z.string().nullable(),
  meterNumber: z.string().nullable(),
  addressText: z.string().nullable(),
  communeCode: z.string().nullable(),
  communeVersion: day.nullable(),
  members: z.array(member),
  categories: z.array(grantedCategory),
  legalBasis: z.enum(LEGAL_BASES).nullable(),
  note: z.string().nullable(),
  statusOn: day.nullable(),
  statusReason: z.string().nullable(),
  revision: z.int(),
  /** The household this one is kept under, and those kept under this one. */
  mergedInto: householdLine.nullable(),
  merged: z.array(z.object({ mergeId: id, mergedAt: instant, household: householdLine })),
  /** Others that may be the same household, not settled yet. */
  duplicateCount: count,
  /** Papers of this household and of those kept under it; `heldBy` names the one a paper was issued to. */
  gifts: z.array(
    z.object({
      handoverId: id,
      receiptId: id,
      documentNumber: z.string(),
      campaignName: z.string(),
      giftPackageName: z.string(),
      handedOverOn: day,
      valueDong: amountDong,
      recipientName: z.string(),
      voidedOn: day.nullable(),
      heldBy: z.string().nullable(),
    }),
  ),
  /** Newest first: who did what, and what it changed. */
  history: z.array(historyEntry),
})
export type HouseholdDetail = z.output<typeof householdDetail>

const revised = z.object({ revision: z.int() })

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
    output: z.object({ households: z.array(registryLine) }),
  }),
  /** How many households several filters have: the tabs. */
  'households.count': query({
    permission: 'ledger.read',
    input: z.object({ filters: z.array(householdFilter).max(50) }),
    output: z.object({ counts: z.array(count) }),
  }),
  /** What a selection adds up to. */
  'households.totals': query({
    permission: 'ledger.read',
    input: z.object({ selection: householdSelection }),
    output: z.object({ householdCount: count, memberCount: count, giftsDong: amountDong, repairsDong: amountDong }),
  }),
  /** A selection as tab-separated text for the clipboard, numbers masked: headers in the language asked for. */
  'households.copy': query({
    permission: 'ledger.read',
    input: z.object({
      selection: householdSelection,
      columns: z.array(z.enum(REGISTRY_COLUMNS)).min(1),
      language,
    }),
    output: z.object({ text: z.string(), householdCount: count }),
  }),
  /**
   * Writes a selection to a file, .xlsx or .csv by its name. Whole citizen IDs need the right to reveal one, and the
   * journal keeps that they were written.
   */
  'households.export': job({
    permission: 'ledger.read',
    input: z.object({
      selection: householdSelection,
      columns: z.array(z.enum(REGISTRY_COLUMNS)).min(1),
      language,
      revealsCitizenIds: z.boolean(),
      file: z.string().min(1, 'required').max(2000, 'tooLong'),
    }),
    output: z.object({ file: z.string(), householdCount: count }),
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
    output: revised,
  }),
  /** Moved away, deceased, or served again; the day and the reason stay with it. */
  'households.setStatus': command({
    permission: 'household.write',
    topics: ['households'],
    input: z.object({
      householdId: id,
      revision: z.int(),
      status: z.enum(SETTABLE_STATUSES),
      on: day,
      reason: text(300),
    }),
    output: revised,
  }),
  /** Forgets a person on request: the registry keeps no fact of them; vouchers are kept as the law asks. */
  'households.erase': command({
    permission: 'household.erase',
    topics: ['households'],
    input: z.object({ householdId: id, revision: z.int(), on: day, reason: text(300) }),
    output: revised,
  }),
  /** A command, because who looked at whose number is kept. */
  'households.revealCitizenId': command({
    permission: 'household.revealCitizenId',
    topics: ['households'],
    input: z.object({ householdId: id }),
    output: z.object({ citizenId: z.string().nullable(), oldIdNumber: z.string().nullable() }),
  }),
}
