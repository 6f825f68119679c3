/** Indicators of service: what is asked for each month, version by version, and what was entered. */

import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

/** A definition from a month on; the latest version that had begun by a month speaks for it. */
export const indicatorDefinitions = sqliteTable(
  'indicator_definitions',
  {
    code: text('code').notNull(),
    /** 1, and one more for each change. */
    version: integer('version').notNull(),
    /** Its place on the sheet; the same in every version. */
    position: integer('position').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['share', 'average', 'count'] }).notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    numeratorName: text('numerator_name').notNull(),
    denominatorName: text('denominator_name'),
    targetThousandths: integer('target_thousandths'),
    targetDirection: text('target_direction', { enum: ['atLeast', 'atMost'] }),
    /** The first and the last month it is asked for; null while it goes on. */
    inForceFrom: text('in_force_from').notNull(),
    inForceTo: text('in_force_to'),
    recordedAt: text('recorded_at').notNull(),
    /** Null for what the program came with. */
    personId: text('person_id').references(() => people.personId),
  },
  (table) => [
    primaryKey({ columns: [table.code, table.version] }),
    check('indicator_definitions_kind', sql`${table.kind} IN ('share', 'average', 'count')`),
    check('indicator_definitions_denominator', sql`(${table.kind} = 'count') = (${table.denominatorName} IS NULL)`),
    check('indicator_definitions_direction', sql`${table.targetDirection} IN ('atLeast', 'atMost')`),
    check(
      'indicator_definitions_target',
      sql`(${table.targetThousandths} IS NULL) = (${table.targetDirection} IS NULL)`,
    ),
    check('indicator_definitions_target_counts', sql`${table.targetThousandths} >= 0`),
    check('indicator_definitions_end', sql`${table.inForceTo} >= ${table.inForceFrom}`),
  ],
)

/** What was entered of an indicator for a month; the latest entry counts, and one without figures takes back. */
export const indicatorValues = sqliteTable(
  'indicator_values',
  {
    period: text('period').notNull(),
    code: text('code').notNull(),
    /** 1, and one more for each correction. */
    entryNumber: integer('entry_number').notNull(),
    /** The version it was entered by. */
    version: integer('version').notNull(),
    numeratorThousandths: integer('numerator_thousandths'),
    denominatorThousandths: integer('denominator_thousandths'),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.code, table.entryNumber] }),
    foreignKey({
      columns: [table.code, table.version],
      foreignColumns: [indicatorDefinitions.code, indicatorDefinitions.version],
    }),
    check('indicator_values_count', sql`${table.numeratorThousandths} >= 0 AND ${table.denominatorThousandths} >= 0`),
    check(
      'indicator_values_taken_back',
      sql`${table.numeratorThousandths} IS NOT NULL OR ${table.denominatorThousandths} IS NULL`,
    ),
  ],
)
