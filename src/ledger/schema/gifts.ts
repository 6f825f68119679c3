/** Campaigns, what a package of gifts holds, and what was handed over. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'
import { households } from './registry.ts'

export const campaigns = sqliteTable(
  'campaigns',
  {
    campaignId: text('campaign_id').primaryKey(),
    name: text('name').notNull().unique(),
    decisionNumber: text('decision_number'),
    fundingSource: text('funding_source'),
    from: text('from_day').notNull(),
    to: text('to_day').notNull(),
    /** JSON list of category codes; empty where every household may receive. */
    eligibleCategories: text('eligible_categories', { mode: 'json' }).$type<string[]>().notNull(),
  },
  (table) => [check('campaigns_days', sql`${table.from} <= ${table.to}`)],
)

export const giftPackages = sqliteTable(
  'gift_packages',
  {
    giftPackageId: text('gift_package_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    position: integer('position').notNull(),
    name: text('name').notNull(),
  },
  (table) => [uniqueIndex('gift_packages_position').on(table.campaignId, table.position)],
)

export const giftPackageLines = sqliteTable(
  'gift_package_lines',
  {
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
    lineNumber: integer('line_number').notNull(),
    name: text('name').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    quantity: real('quantity').notNull(),
    unitPriceDong: integer('unit_price_dong').notNull(),
  },
  (table) => [primaryKey({ columns: [table.giftPackageId, table.lineNumber] })],
)

export const handovers = sqliteTable(
  'handovers',
  {
    handoverId: text('handover_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    handedOverOn: text('handed_over_on').notNull(),
    recipientKind: text('recipient_kind').notNull(),
    recipientName: text('recipient_name').notNull(),
    recipientRelation: text('recipient_relation'),
    recipientPaper: text('recipient_paper'),
    valueDong: integer('value_dong').notNull(),
    /** JSON of what the receipt says, so that a reprint in ten years is the same paper. */
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    uniqueIndex('handovers_number').on(table.documentYear, table.documentNumber),
    index('handovers_campaign').on(table.campaignId, table.handedOverOn),
    index('handovers_household').on(table.householdId),
    index('handovers_day').on(table.handedOverOn),
    check('handovers_recipient', sql`${table.recipientKind} IN ('headOfHousehold', 'proxy')`),
    check('handovers_value', sql`${table.valueDong} >= 0`),
    check('handovers_year', sql`${table.documentYear} = CAST(substr(${table.handedOverOn}, 1, 4) AS INTEGER)`),
  ],
)

/** One gift per household and campaign: a claim is made with a handover and given back by a void (triggers). */
export const giftClaims = sqliteTable(
  'gift_claims',
  {
    campaignId: text('campaign_id').notNull(),
    householdId: text('household_id').notNull(),
    handoverId: text('handover_id')
      .notNull()
      .references(() => handovers.handoverId),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.householdId] })],
)

export const handoverVoids = sqliteTable(
  'handover_voids',
  {
    handoverId: text('handover_id')
      .primaryKey()
      .references(() => handovers.handoverId),
    voidedOn: text('voided_on').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [index('handover_voids_day').on(table.voidedOn)],
)
