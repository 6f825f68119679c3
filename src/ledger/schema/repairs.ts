/** Repairs of the wiring after the meter: the households named for one, and every step of each. */

import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { campaigns } from './campaigns.ts'
import { people } from './office.ts'
import { households } from './registry.ts'

const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.personId)

/** One repair of one household; its number is that of its survey form. Those of the first version have none. */
export const repairs = sqliteTable(
  'repairs',
  {
    repairId: text('repair_id').primaryKey(),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    campaignId: text('campaign_id').references(() => campaigns.campaignId),
    documentYear: integer('document_year'),
    documentNumber: integer('document_number'),
    code: text('code').unique(),
    openedOn: text('opened_on').notNull(),
    origin: text('origin').notNull(),
    /** What was said to be wrong when the repair was asked for. */
    need: text('need'),
    /** The earlier repair that a complaint is about. */
    followsRepairId: text('follows_repair_id').references((): AnySQLiteColumn => repairs.repairId),
    fundingSource: text('funding_source'),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('repairs_number').on(table.documentYear, table.documentNumber),
    index('repairs_household').on(table.householdId),
    index('repairs_campaign').on(table.campaignId),
    check('repairs_origin', sql`${table.origin} IN ('list', 'request', 'complaint', 'earlier')`),
    check('repairs_numbered', sql`(${table.documentNumber} IS NULL) = (${table.origin} = 'earlier')`),
    check('repairs_year', sql`${table.documentYear} = CAST(substr(${table.openedOn}, 1, 4) AS INTEGER)`),
  ],
)

/** Lists for the commune to confirm (danh sách đề nghị xác nhận). */
export const confirmationLists = sqliteTable(
  'confirmation_lists',
  {
    listId: text('list_id').primaryKey(),
    documentYear: integer('document_year').notNull(),
    documentNumber: integer('document_number').notNull(),
    code: text('code').notNull().unique(),
    drawnUpOn: text('drawn_up_on').notNull(),
    communeName: text('commune_name'),
    paper: text('paper').notNull(),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('confirmation_lists_number').on(table.documentYear, table.documentNumber),
    check('confirmation_lists_year', sql`${table.documentYear} = CAST(substr(${table.drawnUpOn}, 1, 4) AS INTEGER)`),
  ],
)

export const confirmationEntries = sqliteTable(
  'confirmation_entries',
  {
    listId: text('list_id')
      .notNull()
      .references(() => confirmationLists.listId),
    position: integer('position').notNull(),
    repairId: text('repair_id')
      .notNull()
      .references(() => repairs.repairId),
  },
  (table) => [
    uniqueIndex('confirmation_entries_position').on(table.listId, table.position),
    uniqueIndex('confirmation_entries_once').on(table.listId, table.repairId),
    index('confirmation_entries_repair').on(table.repairId),
  ],
)

/** The commune's answer to a list: its day, and the number of its paper. Whom it declined stands in the steps. */
export const confirmationAnswers = sqliteTable('confirmation_answers', {
  listId: text('list_id')
    .primaryKey()
    .references(() => confirmationLists.listId),
  confirmedOn: text('confirmed_on').notNull(),
  confirmationNumber: text('confirmation_number'),
  signedBy: text('signed_by'),
  recordedAt: text('recorded_at').notNull(),
  personId: person(),
})

const words = (...names: string[]) => sql.raw(names.map((name) => `'${name}'`).join(', '))
const STATES = words(
  ...['new', 'surveyed', 'confirmed', 'inProgress', 'awaitingAcceptance', 'done', 'unsafe', 'cancelled'],
)
/** Steps that say why. */
const REASONED = words('exempt', 'decline', 'declareUnsafe', 'cancel', 'voidAcceptance', 'voidCertificate')

/** What happened to a repair, one row after another; a row holds the state it leads to (domain/repair.ts). */
export const repairSteps = sqliteTable(
  'repair_steps',
  {
    stepId: text('step_id').primaryKey(),
    repairId: text('repair_id')
      .notNull()
      .references(() => repairs.repairId),
    ordinal: integer('ordinal').notNull(),
    event: text('event').notNull(),
    state: text('state').notNull(),
    happenedOn: text('happened_on').notNull(),
    /** Why, where a step asks for a reason: an exemption, an outcome not safe, a cancellation, a budget passed over. */
    reason: text('reason'),
    /** When to look again: of a step that leaves a household unsafe, or certifies a repair. */
    dueOn: text('due_on'),
    /** The list by which the commune answered. */
    confirmationListId: text('confirmation_list_id').references(() => confirmationLists.listId),
    recordedAt: text('recorded_at').notNull(),
    personId: person(),
  },
  (table) => [
    uniqueIndex('repair_steps_ordinal').on(table.repairId, table.ordinal),
    index('repair_steps_day').on(table.happenedOn),
    check('repair_steps_state', sql`${table.state} IN (${STATES})`),
    check('repair_steps_reason', sql`${table.reason} IS NOT NULL OR ${table.event} NOT IN (${REASONED})`),
    check('repair_steps_follow_up', sql`${table.state} <> 'unsafe' OR ${table.dueOn} IS NOT NULL`),
  ],
)

/** The state each repair is in; derived from its steps by a trigger. */
export const repairStates = sqliteTable(
  'repair_states',
  {
    repairId: text('repair_id').primaryKey(),
    state: text('state').notNull(),
    since: text('since').notNull(),
    stepId: text('step_id'),
    ordinal: integer('ordinal').notNull(),
    dueOn: text('due_on'),
  },
  (table) => [index('repair_states_state').on(table.state, table.since), index('repair_states_due').on(table.dueOn)],
)
