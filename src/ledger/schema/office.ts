/** Whose ledger it is, who works in it, and the journal of what they did. */

import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The one row that says whose ledger this is. */
export const office = sqliteTable(
  'office',
  {
    id: integer('id').primaryKey(),
    ledgerId: text('ledger_id').notNull(),
    officeCode: text('office_code').notNull(),
    officeName: text('office_name').notNull(),
    parentOrganisation: text('parent_organisation').notNull(),
    place: text('place').notNull(),
    signerTitle: text('signer_title').notNull(),
    signerName: text('signer_name').notNull(),
    isPractice: integer('is_practice', { mode: 'boolean' }).notNull(),
    /** The folder a scanner writes to, looked into while the office is open; null where none was named. */
    scanFolder: text('scan_folder'),
  },
  (table) => [check('office_is_one', sql`${table.id} = 1`)],
)

export const people = sqliteTable('people', {
  personId: text('person_id').primaryKey(),
  fullName: text('full_name').notNull().unique(),
  role: text('role').notNull(),
  isActive: integer('is_active', { mode: 'boolean' }).notNull(),
})

/** Copies of the ledger that were made and found whole. */
export const backups = sqliteTable('backups', {
  backupId: text('backup_id').primaryKey(),
  file: text('file').notNull(),
  sha256: text('sha256').notNull(),
  byteLength: integer('byte_length').notNull(),
  madeAt: text('made_at').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.personId),
})

/** One row per command, chained by hashes; nothing of it is ever changed. */
export const journal = sqliteTable(
  'journal',
  {
    sequence: integer('sequence').primaryKey(),
    recordedAt: text('recorded_at').notNull(),
    personId: text('person_id').references(() => people.personId),
    command: text('command').notNull(),
    commandId: text('command_id').notNull().unique(),
    subject: text('subject'),
    /** Canonical JSON of what was asked and answered. */
    content: text('content').notNull(),
    contentSha256: text('content_sha256').notNull(),
    previousHash: text('previous_hash').notNull().unique(),
    hash: text('hash').notNull().unique(),
  },
  (table) => [index('journal_subject').on(table.subject)],
)
