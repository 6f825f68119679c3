/** Papers that were printed, months that were closed and the packages made of them. */

import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'
import { paperFiles } from './paper-files.ts'
import { households } from './registry.ts'

/** Each time a paper was printed anew: the first is the original, the n-th after it "Bản sao lần n". */
export const printings = sqliteTable(
  'printings',
  {
    documentKind: text('document_kind').notNull(),
    documentId: text('document_id').notNull(),
    copyNumber: integer('copy_number').notNull(),
    printedAt: text('printed_at').notNull(),
    /** The form it was printed on, so that a returned scan is looked at where things stand; null before it was kept. */
    form: text('form'),
    /** The file it was taken from; taken from the same file again it is the same paper. Null before that was kept. */
    fileName: text('file_name').references(() => paperFiles.fileName),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [primaryKey({ columns: [table.documentKind, table.documentId, table.copyNumber] })],
)

/** A closed month. What its package says is fixed here: the document itself and the households as they were. */
export const closings = sqliteTable('closings', {
  closingId: text('closing_id').primaryKey(),
  period: text('period').notNull().unique(),
  sequence: integer('sequence').notNull().unique(),
  closedAt: text('closed_at').notNull(),
  closedOn: text('closed_on').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
  firstJournal: integer('first_journal').notNull(),
  lastJournal: integer('last_journal').notNull(),
  /** JSON of closing.json but for the identity of the package before it. */
  document: text('document').notNull(),
  /** JSON of what the minutes of closing say. */
  report: text('report').notNull(),
})

export const closingHouseholds = sqliteTable(
  'closing_households',
  {
    closingId: text('closing_id')
      .notNull()
      .references(() => closings.closingId),
    householdId: text('household_id')
      .notNull()
      .references(() => households.householdId),
    content: text('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.closingId, table.householdId] }),
    index('closing_households_household').on(table.householdId),
  ],
)

export const packages = sqliteTable('packages', {
  closingId: text('closing_id')
    .primaryKey()
    .references(() => closings.closingId),
  identity: text('identity').notNull().unique(),
  fileName: text('file_name').notNull(),
  madeAt: text('made_at').notNull(),
})
