/** Stock: what is kept, where it may lie, and the numbered slips it is moved by. */

import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

export const stockItems = sqliteTable(
  'stock_items',
  {
    itemId: text('item_id').primaryKey(),
    name: text('name').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
  },
  (table) => [uniqueIndex('stock_items_name').on(table.name, table.unitOfMeasure)],
)

export const stockPlaces = sqliteTable(
  'stock_places',
  {
    placeId: text('place_id').primaryKey(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    addressText: text('address_text'),
  },
  (table) => [
    uniqueIndex('stock_places_name').on(table.kind, table.name),
    check(
      'stock_places_kind',
      sql`${table.kind} IN ('supplier', 'store', 'distributionPoint', 'crew', 'household', 'adjustment')`,
    ),
  ],
)

/** Phiếu nhập kho, phiếu xuất kho. A mistake is put right by another slip that names this one. */
export const stockSlips = sqliteTable(
  'stock_slips',
  {
    slipId: text('slip_id').primaryKey(),
    kind: text('kind').notNull(),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    movedOn: text('moved_on').notNull(),
    fromPlaceId: text('from_place_id')
      .notNull()
      .references(() => stockPlaces.placeId),
    toPlaceId: text('to_place_id')
      .notNull()
      .references(() => stockPlaces.placeId),
    /** The one of the other side who handed the things over or took them. */
    counterpart: text('counterpart'),
    reason: text('reason'),
    /** The count whose differences the slip books. */
    isCount: integer('is_count', { mode: 'boolean' }).notNull(),
    corrects: text('corrects').unique(),
    /** JSON of what the slip says. */
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    uniqueIndex('stock_slips_number').on(table.kind, table.documentYear, table.documentNumber),
    index('stock_slips_day').on(table.movedOn),
    check('stock_slips_kind', sql`${table.kind} IN ('stockIn', 'stockOut')`),
    check('stock_slips_year', sql`${table.documentYear} = CAST(substr(${table.movedOn}, 1, 4) AS INTEGER)`),
  ],
)
