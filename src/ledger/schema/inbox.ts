/** Packages of other offices that were taken in, row by row, and the hashes by which their people are compared. */

import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

/** A package that was checked and taken in; of the revisions of a month the latest speaks. */
export const receivedPackages = sqliteTable(
  'received_packages',
  {
    /** SHA-256 of its tag manifest; its file lies under this name in the ledger's folder of received packages. */
    identity: text('identity').primaryKey(),
    packageName: text('package_name').notNull(),
    officeId: text('office_id').notNull(),
    ledgerId: text('ledger_id').notNull(),
    period: text('period').notNull(),
    sequence: integer('sequence').notNull(),
    revision: integer('revision').notNull(),
    previousPackage: text('previous_package'),
    supersedes: text('supersedes'),
    profile: text('profile').notNull(),
    /** JSON of closing.json. */
    document: text('document').notNull(),
    fileName: text('file_name').notNull(),
    takenInAt: text('taken_in_at').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.personId),
  },
  (table) => [
    uniqueIndex('received_packages_revision').on(table.officeId, table.period, table.revision, table.profile),
    uniqueIndex('received_packages_sequence').on(table.ledgerId, table.sequence, table.profile),
    index('received_packages_period').on(table.period),
    check('received_packages_profile', sql`${table.profile} IN ('full', 'masked')`),
  ],
)

/** The rows of its tables as they came, but for the journal's, which stay in the file. */
export const receivedRows = sqliteTable(
  'received_rows',
  {
    identity: text('identity')
      .notNull()
      .references(() => receivedPackages.identity),
    tableName: text('table_name').notNull(),
    /** The values of the table's primary key, a space between them. */
    rowKey: text('row_key').notNull(),
    /** JSON of the row by the names of its fields. */
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.identity, table.tableName, table.rowKey] })],
)

/** Derived: whose household it is, by keyed hash. Made anew where the office takes in another programme key. */
export const receivedPeople = sqliteTable(
  'received_people',
  {
    identity: text('identity')
      .notNull()
      .references(() => receivedPackages.identity),
    householdId: text('household_id').notNull(),
    citizenIdHmac: text('citizen_id_hmac').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.identity, table.householdId] }),
    index('received_people_hmac').on(table.citizenIdHmac),
  ],
)
