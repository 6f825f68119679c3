/** Campaigns: their terms, their gift packages, and the approved lists that grant them. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'
import { households } from './registry.ts'
import { stockItems, stockPlaces } from './stock.ts'

const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.personId)

export const campaigns = sqliteTable(
  'campaigns',
  {
    campaignId: text('campaign_id').primaryKey(),
    name: text('name').notNull().unique(),
    /** JSON list of numbers of decisions, the founding one first. */
    decisionNumbers: text('decision_numbers', { mode: 'json' }).$type<string[]>().notNull(),
    from: text('from_day').notNull(),
    to: text('to_day').notNull(),
    /** JSON list of category codes; empty where every household may receive. */
    eligibleCategories: text('eligible_categories', { mode: 'json' }).$type<string[]>().notNull(),
    /** JSON list of commune names; empty where every commune may receive. */
    eligibleCommunes: text('eligible_communes', { mode: 'json' }).$type<string[]>().notNull(),
    grantedBy: text('granted_by').notNull(),
    giftsPerHousehold: integer('gifts_per_household').notNull(),
    budgetDong: integer('budget_dong'),
    targetHouseholds: integer('target_households'),
    /** Money for repairs: in all, and for one household; null where it is not watched. */
    repairBudgetDong: integer('repair_budget_dong'),
    repairBudgetPerHouseholdDong: integer('repair_budget_per_household_dong'),
    /** Where gifts come from that are handed over outside a distribution; null where stock is not counted. */
    storeId: text('store_id').references(() => stockPlaces.placeId),
  },
  (table) => [
    check('campaigns_days', sql`${table.from} <= ${table.to}`),
    check('campaigns_granted_by', sql`${table.grantedBy} IN ('list', 'categories')`),
    check('campaigns_gifts_per_household', sql`${table.giftsPerHousehold} BETWEEN 1 AND 20`),
    check('campaigns_budget', sql`${table.budgetDong} >= 0 AND ${table.targetHouseholds} > 0`),
  ],
)

/** Where a campaign's money comes from (nguồn kinh phí); the amount is null where none was named. */
export const campaignFunds = sqliteTable(
  'campaign_funds',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    amountDong: integer('amount_dong'),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.position] }),
    check('campaign_funds_amount', sql`${table.amountDong} >= 0`),
  ],
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
    /** What leaves the stock when the package is handed over. */
    itemId: text('item_id').references(() => stockItems.itemId),
  },
  (table) => [primaryKey({ columns: [table.giftPackageId, table.lineNumber] })],
)

/**
 * Who is given what: 0 is the list, n its n-th supplement. Frozen when drawn up, with the paper it is printed from; its
 * hash covers both.
 */
export const giftLists = sqliteTable(
  'gift_lists',
  {
    listId: text('list_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    listNumber: integer('list_number').notNull(),
    title: text('title'),
    paper: text('paper').notNull(),
    sha256: text('sha256').notNull(),
    drawnUpAt: text('drawn_up_at').notNull(),
    personId: person(),
  },
  (table) => [index('gift_lists_campaign').on(table.campaignId, table.listNumber)],
)

export const giftListEntries = sqliteTable(
  'gift_list_entries',
  {
    listId: text('list_id')
      .notNull()
      .references(() => giftLists.listId),
    position: integer('position').notNull(),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
    action: text('action').notNull(),
    reason: text('reason'),
  },
  (table) => [
    primaryKey({ columns: [table.listId, table.position] }),
    uniqueIndex('gift_list_entries_once').on(table.listId, table.householdId, table.giftPackageId),
    index('gift_list_entries_household').on(table.householdId),
    check('gift_list_entries_action', sql`${table.action} IN ('grant', 'withdraw')`),
  ],
)

/** The second person's word on a list. */
export const giftListVerdicts = sqliteTable(
  'gift_list_verdicts',
  {
    listId: text('list_id')
      .primaryKey()
      .references(() => giftLists.listId),
    verdict: text('verdict').notNull(),
    decisionNumber: text('decision_number'),
    reason: text('reason'),
    decidedAt: text('decided_at').notNull(),
    personId: person(),
  },
  (table) => [
    check('gift_list_verdicts_verdict', sql`${table.verdict} IN ('approved', 'declined')`),
    check('gift_list_verdicts_reason', sql`${table.verdict} = 'approved' OR ${table.reason} IS NOT NULL`),
  ],
)

/** What the approved lists grant now; derived from them by a trigger, for the counter asks it with every gift. */
export const giftGrants = sqliteTable(
  'gift_grants',
  {
    campaignId: text('campaign_id').notNull(),
    householdId: text('household_id').notNull(),
    giftPackageId: text('gift_package_id').notNull(),
    listId: text('list_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.householdId, table.giftPackageId] }),
    index('gift_grants_household').on(table.householdId),
  ],
)
