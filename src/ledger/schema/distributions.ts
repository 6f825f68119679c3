/** Distributions: where, when and to whom gifts are handed out in one go. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { campaigns, giftPackages } from './campaigns.ts'
import { people } from './office.ts'
import { households } from './registry.ts'
import { stockPlaces } from './stock.ts'

/** May be changed until its kit is issued: from then on its day and place stand on papers (trigger). */
export const distributionEvents = sqliteTable(
  'distribution_events',
  {
    eventId: text('event_id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.campaignId),
    placeId: text('place_id')
      .notNull()
      .references(() => stockPlaces.placeId),
    heldOn: text('held_on').notNull(),
    /** JSON lists of Attendant. */
    staff: text('staff').notNull(),
    witnesses: text('witnesses').notNull(),
    note: text('note'),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('distribution_events_campaign').on(table.campaignId, table.heldOn),
    check('distribution_events_lists', sql`json_valid(${table.staff}) AND json_valid(${table.witnesses})`),
  ],
)

/** Who is expected; after the kit is issued, the receipts say it. */
export const eventHouseholds = sqliteTable(
  'event_households',
  {
    eventId: text('event_id')
      .notNull()
      .references(() => distributionEvents.eventId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    giftPackageId: text('gift_package_id')
      .notNull()
      .references(() => giftPackages.giftPackageId),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.householdId, table.giftPackageId] }),
    index('event_households_household').on(table.householdId),
  ],
)

/** The kit of a distribution: its sign-off list's number; the receipts of the event are its papers. */
export const eventKits = sqliteTable(
  'event_kits',
  {
    eventId: text('event_id')
      .primaryKey()
      .references(() => distributionEvents.eventId),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    issuedOn: text('issued_on').notNull(),
    spareCount: integer('spare_count').notNull(),
    /** JSON of what the sign-off list says. */
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [check('event_kits_spares', sql`${table.spareCount} >= 0`)],
)
