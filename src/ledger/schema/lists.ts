/** Lists that came in: batches, what each did, and how a sender's lists are read. */

import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

export const importBatches = sqliteTable('import_batches', {
  batchId: text('batch_id').primaryKey(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  importedAt: text('imported_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
  inserted: integer('inserted').notNull(),
  changed: integer('changed').notNull(),
  same: integer('same').notNull(),
  blocked: integer('blocked').notNull(),
  /** Rows that the clerk left out. */
  declined: integer('declined').notNull().default(0),
  /** Households that the list no longer names, whose category was ended. */
  ended: integer('ended').notNull().default(0),
})

export const importUndos = sqliteTable('import_undos', {
  batchId: text('batch_id')
    .primaryKey()
    .references(() => importBatches.batchId),
  undoneAt: text('undone_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

/** What a batch did to a household, so that it can be taken back: `before` is null where it was new. */
export const importRows = sqliteTable(
  'import_rows',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => importBatches.batchId),
    /** No foreign key: undoing a batch removes the household and keeps this row. */
    householdId: text('household_id').notNull(),
    before: text('before'),
    revisionAfter: integer('revision_after').notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.householdId] })],
)

/** How a sender's lists were read last time, by the signature of their header; replaced when read otherwise. */
export const listLayouts = sqliteTable('list_layouts', {
  headerSignature: text('header_signature').primaryKey(),
  /** JSON: the field of each column number. */
  columns: text('columns').notNull(),
  confirmedAt: text('confirmed_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})
