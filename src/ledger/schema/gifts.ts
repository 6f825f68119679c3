/** The receipts that were issued, and what was handed over with them. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { campaigns, giftPackages } from './campaigns.ts'
import { distributionEvents } from './distributions.ts'
import { people } from './office.ts'
import { households } from './registry.ts'

const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.personId)

/** Every numbered form of a receipt: printed for a distribution, left blank as a spare, or issued at the counter. */
export const receipts = sqliteTable(
  'receipts',
  {
    receiptId: text('receipt_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    issuedOn: text('issued_on').notNull(),
    eventId: text('event_id').references(() => distributionEvents.eventId),
    /** Its place in the kit of its distribution: what people read aloud. Null for one issued at the counter. */
    position: integer('position'),
    /** Null on a spare blank. */
    householdId: text('household_id').references(() => households.householdId),
    giftPackageId: text('gift_package_id').references(() => giftPackages.giftPackageId),
    /** JSON of what the receipt says, so that a reprint in ten years is the same paper. */
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('receipts_number').on(table.documentYear, table.documentNumber),
    uniqueIndex('receipts_position').on(table.eventId, table.position).where(sql`position IS NOT NULL`),
    index('receipts_household').on(table.householdId),
    index('receipts_campaign').on(table.campaignId),
    check('receipts_year', sql`${table.documentYear} = CAST(substr(${table.issuedOn}, 1, 4) AS INTEGER)`),
    check('receipts_position_of_event', sql`${table.position} IS NULL OR ${table.eventId} IS NOT NULL`),
    check('receipts_blank', sql`(${table.householdId} IS NULL) = (${table.giftPackageId} IS NULL)`),
    check('receipts_blank_of_kit', sql`${table.householdId} IS NOT NULL OR ${table.position} IS NOT NULL`),
  ],
)

export const handovers = sqliteTable(
  'handovers',
  {
    handoverId: text('handover_id').primaryKey(),
    receiptId: text('receipt_id')
      .notNull()
      .unique()
      .references(() => receipts.receiptId),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    handedOverOn: text('handed_over_on').notNull(),
    recipientKind: text('recipient_kind').notNull(),
    recipientName: text('recipient_name').notNull(),
    recipientRelation: text('recipient_relation'),
    recipientPaper: text('recipient_paper'),
    valueDong: integer('value_dong').notNull(),
    /** 1, or which further gift of its kind this is that a supervisor allowed. */
    ordinal: integer('ordinal').notNull(),
    overruledBecause: text('overruled_because'),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    index('handovers_campaign').on(table.campaignId, table.handedOverOn),
    index('handovers_household').on(table.householdId),
    index('handovers_day').on(table.handedOverOn),
    check('handovers_recipient', sql`${table.recipientKind} IN ('headOfHousehold', 'proxy')`),
    check('handovers_value', sql`${table.valueDong} >= 0`),
    check('handovers_ordinal', sql`${table.ordinal} = 1 OR ${table.overruledBecause} IS NOT NULL`),
  ],
)

/**
 * One gift of a kind per household and campaign: a claim is made with a handover and given back by a void (triggers).
 * A further one of the same kind has the next ordinal, and a reason.
 */
export const giftClaims = sqliteTable(
  'gift_claims',
  {
    campaignId: text('campaign_id').notNull(),
    householdId: text('household_id').notNull(),
    giftPackageId: text('gift_package_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    /** A merge gives the kept household a claim of its own for the same handover. */
    handoverId: text('handover_id')
      .notNull()
      .references(() => handovers.handoverId),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.householdId, table.giftPackageId, table.ordinal] }),
    index('gift_claims_handover').on(table.handoverId),
  ],
)

/** A receipt that no longer counts, whether anything was handed over with it or not. */
export const receiptVoids = sqliteTable(
  'receipt_voids',
  {
    receiptId: text('receipt_id')
      .primaryKey()
      .references(() => receipts.receiptId),
    kind: text('kind').notNull(),
    voidedOn: text('voided_on').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    index('receipt_voids_day').on(table.voidedOn),
    check(
      'receipt_voids_kind',
      sql`${table.kind} IN ('mistake', 'notCollected', 'substituted', 'spoiled', 'carriedOver')`,
    ),
  ],
)

/** What was said of a paper that was neither signed nor voided; the latest word counts. */
export const receiptFindings = sqliteTable(
  'receipt_findings',
  {
    findingId: text('finding_id').primaryKey(),
    receiptId: text('receipt_id')
      .notNull()
      .references(() => receipts.receiptId),
    finding: text('finding').notNull(),
    explanation: text('explanation'),
    foundOn: text('found_on').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    index('receipt_findings_receipt').on(table.receiptId, table.recordedAt),
    check('receipt_findings_finding', sql`${table.finding} IN ('spare', 'missing', 'found')`),
    check('receipt_findings_explained', sql`${table.finding} <> 'missing' OR ${table.explanation} IS NOT NULL`),
  ],
)
