/** The movements that everything on hand is the sum of: each leaves one place and reaches another. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { handovers } from './gifts.ts'
import { repairSteps } from './repairs.ts'
import { stockItems, stockPlaces, stockSlips } from './stock.ts'

/** One item that left one place and reached another: of a slip, of a handover or its void, or of finished work. */
export const stockMovements = sqliteTable(
  'stock_movements',
  {
    movementId: integer('movement_id').primaryKey(),
    movedOn: text('moved_on').notNull(),
    itemId: text('item_id')
      .notNull()
      .references(() => stockItems.itemId),
    fromPlaceId: text('from_place_id')
      .notNull()
      .references(() => stockPlaces.placeId),
    toPlaceId: text('to_place_id')
      .notNull()
      .references(() => stockPlaces.placeId),
    thousandths: integer('thousandths').notNull(),
    unitPriceDong: integer('unit_price_dong'),
    slipId: text('slip_id').references(() => stockSlips.slipId),
    lineNumber: integer('line_number'),
    handoverId: text('handover_id').references(() => handovers.handoverId),
    repairStepId: text('repair_step_id').references(() => repairSteps.stepId),
  },
  (table) => [
    index('stock_movements_slip').on(table.slipId, table.lineNumber),
    index('stock_movements_handover').on(table.handoverId),
    index('stock_movements_repair').on(table.repairStepId),
    index('stock_movements_item').on(table.itemId, table.movedOn),
    check('stock_movements_more_than_none', sql`${table.thousandths} > 0`),
    check('stock_movements_two_places', sql`${table.fromPlaceId} <> ${table.toPlaceId}`),
    check(
      'stock_movements_cause',
      sql`(${table.slipId} IS NOT NULL) + (${table.handoverId} IS NOT NULL) + (${table.repairStepId} IS NOT NULL) = 1`,
    ),
  ],
)

/** What came to a place on a day less what left it; derived from the movements by triggers. */
export const stockDays = sqliteTable(
  'stock_days',
  {
    placeId: text('place_id').notNull(),
    itemId: text('item_id').notNull(),
    day: text('day').notNull(),
    thousandths: integer('thousandths').notNull(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.itemId, table.day] })],
)
