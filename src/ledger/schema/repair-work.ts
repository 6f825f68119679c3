/** What the steps of a repair hold: the survey, the plan, the work, the checks and the acceptance. */

import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'
import { repairSteps, repairs } from './repairs.ts'
import { stockItems, stockSlips } from './stock.ts'

const ofStep = () =>
  text('step_id')
    .primaryKey()
    .references(() => repairSteps.stepId)

export const repairSurveys = sqliteTable('repair_surveys', {
  stepId: ofStep(),
  surveyor: text('surveyor').notNull(),
  conditionFound: text('condition_found').notNull(),
  /** The work that is needed, in words (phác thảo việc cần làm). */
  neededWork: text('needed_work'),
})

export const surveyFindings = sqliteTable(
  'survey_findings',
  {
    stepId: text('step_id')
      .notNull()
      .references(() => repairSurveys.stepId),
    point: text('point').notNull(),
    condition: text('condition').notNull(),
    note: text('note'),
  },
  (table) => [
    primaryKey({ columns: [table.stepId, table.point] }),
    check('survey_findings_condition', sql`${table.condition} IN ('good', 'worn', 'dangerous', 'absent')`),
  ],
)

export const repairPlans = sqliteTable('repair_plans', {
  stepId: ofStep(),
  crew: text('crew').notNull(),
  plannedFor: text('planned_for').notNull(),
  instructions: text('instructions'),
})

export const repairWorks = sqliteTable(
  'repair_works',
  {
    stepId: ofStep(),
    crew: text('crew').notNull(),
    workDone: text('work_done').notNull(),
    hours: real('hours'),
  },
  (table) => [check('repair_works_hours', sql`${table.hours} > 0`)],
)

/** Lines of a survey's estimate, of a plan, or of finished work, by the step they belong to. */
export const repairItems = sqliteTable(
  'repair_items',
  {
    stepId: text('step_id')
      .notNull()
      .references(() => repairSteps.stepId),
    lineNumber: integer('line_number').notNull(),
    kind: text('kind').notNull(),
    itemId: text('item_id').references(() => stockItems.itemId),
    name: text('name').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    quantity: real('quantity').notNull(),
    unitPriceDong: integer('unit_price_dong').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.stepId, table.lineNumber] }),
    check('repair_items_kind', sql`${table.kind} IN ('material', 'work')`),
    check('repair_items_of_the_stock', sql`${table.itemId} IS NULL OR ${table.kind} = 'material'`),
    check('repair_items_quantity', sql`${table.quantity} > 0 AND ${table.unitPriceDong} >= 0`),
  ],
)

/** Readings with the limits they were held to. */
export const repairChecks = sqliteTable('repair_checks', {
  stepId: ofStep(),
  tester: text('tester').notNull(),
  instrument: text('instrument').notNull(),
  calibratedUntil: text('calibrated_until').notNull(),
  insulationMegaohm: real('insulation_megaohm').notNull(),
  continuityOhm: real('continuity_ohm'),
  rcdTripMilliseconds: real('rcd_trip_milliseconds'),
  rcdTestButtonWorks: integer('rcd_test_button_works', { mode: 'boolean' }),
  polarityCorrect: integer('polarity_correct', { mode: 'boolean' }).notNull(),
  earthingOhm: real('earthing_ohm'),
  poweredOn: integer('powered_on', { mode: 'boolean' }).notNull(),
  continuityLimitOhm: real('continuity_limit_ohm').notNull(),
  earthingLimitOhm: real('earthing_limit_ohm').notNull(),
})

export const repairAcceptances = sqliteTable('repair_acceptances', {
  stepId: ofStep(),
  supervisor: text('supervisor').notNull(),
  householdRepresentative: text('household_representative').notNull(),
  /** Relation to the head of the household; null where it is the head. */
  householdRelation: text('household_relation'),
  communeRepresentative: text('commune_representative'),
  remark: text('remark'),
})

/** Slips that a crew drew materials by for a repair, or brought leftovers back by. */
export const repairSlips = sqliteTable('repair_slips', {
  slipId: text('slip_id')
    .primaryKey()
    .references(() => stockSlips.slipId),
  repairId: text('repair_id')
    .notNull()
    .references(() => repairs.repairId),
})

/** The limits an office sets where the standard leaves them to it; the latest row is in force. */
export const checkLimits = sqliteTable(
  'check_limits',
  {
    ordinal: integer('ordinal').primaryKey(),
    continuityOhm: real('continuity_ohm').notNull(),
    earthingOhm: real('earthing_ohm').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [check('check_limits_positive', sql`${table.continuityOhm} > 0 AND ${table.earthingOhm} > 0`)],
)
