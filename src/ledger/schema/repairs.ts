/** Repairs of the wiring after the meter, their certificates and their voids. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { campaigns } from './campaigns.ts'
import { people } from './office.ts'
import { households } from './registry.ts'

export const repairs = sqliteTable(
  'repairs',
  {
    repairId: text('repair_id').primaryKey(),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    campaignId: text('campaign_id').references(() => campaigns.campaignId),
    doneOn: text('done_on').notNull(),
    conditionFound: text('condition_found').notNull(),
    crew: text('crew').notNull(),
    fundingSource: text('funding_source'),
    costDong: integer('cost_dong').notNull(),
    insulationMegaohm: real('insulation_megaohm').notNull(),
    rcdTripMilliseconds: real('rcd_trip_milliseconds'),
    polarityCorrect: integer('polarity_correct', { mode: 'boolean' }).notNull(),
    poweredOn: integer('powered_on', { mode: 'boolean' }).notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    index('repairs_household').on(table.householdId),
    index('repairs_day').on(table.doneOn),
    check('repairs_cost', sql`${table.costDong} >= 0`),
  ],
)

export const repairItems = sqliteTable(
  'repair_items',
  {
    repairId: text('repair_id')
      .notNull()
      .references(() => repairs.repairId),
    lineNumber: integer('line_number').notNull(),
    name: text('name').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    quantity: real('quantity').notNull(),
    unitPriceDong: integer('unit_price_dong').notNull(),
  },
  (table) => [primaryKey({ columns: [table.repairId, table.lineNumber] })],
)

export const certificates = sqliteTable(
  'certificates',
  {
    repairId: text('repair_id')
      .primaryKey()
      .references(() => repairs.repairId),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    certifiedOn: text('certified_on').notNull(),
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    uniqueIndex('certificates_number').on(table.documentYear, table.documentNumber),
    index('certificates_day').on(table.certifiedOn),
    check('certificates_year', sql`${table.documentYear} = CAST(substr(${table.certifiedOn}, 1, 4) AS INTEGER)`),
  ],
)

export const repairVoids = sqliteTable(
  'repair_voids',
  {
    repairId: text('repair_id')
      .primaryKey()
      .references(() => repairs.repairId),
    voidedOn: text('voided_on').notNull(),
    reason: text('reason').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [index('repair_voids_day').on(table.voidedOn)],
)
