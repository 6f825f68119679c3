/** Public keys: the office's own, one after the other, and those of head office that were taken in. */

import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './office.ts'

const person = () =>
  text('person_id')
    .notNull()
    .references(() => people.personId)

/** The latest that was not revoked is in force; packages of earlier ones are still checked by theirs. */
export const officeKeys = sqliteTable(
  'office_keys',
  {
    keyNumber: integer('key_number').primaryKey(),
    keyId: text('key_id').notNull().unique(),
    /** Minisign's public key file. */
    publicKey: text('public_key').notNull(),
    /** The age recipient that packages were encrypted to while the key was in force. */
    recoveryRecipient: text('recovery_recipient').notNull(),
    madeAt: text('made_at').notNull(),
    /** Null for a key that was there before keys were kept in the ledger. */
    personId: text('person_id').references(() => people.personId),
  },
  (table) => [check('office_keys_numbers', sql`${table.keyNumber} >= 1`)],
)

export const officeKeyRevocations = sqliteTable('office_key_revocations', {
  keyNumber: integer('key_number')
    .primaryKey()
    .references(() => officeKeys.keyNumber),
  reason: text('reason').notNull(),
  revokedAt: text('revoked_at').notNull(),
  personId: person(),
})

/** Answers are signed with the key, packages are encrypted to the recipient. */
export const headOfficeKeys = sqliteTable('head_office_keys', {
  keyId: text('key_id').primaryKey(),
  name: text('name').notNull(),
  signingKey: text('signing_key').notNull(),
  ageRecipient: text('age_recipient').notNull(),
  madeOn: text('made_on').notNull(),
  takenInAt: text('taken_in_at').notNull(),
  personId: person(),
})

export const headOfficeKeyRevocations = sqliteTable('head_office_key_revocations', {
  keyId: text('key_id')
    .primaryKey()
    .references(() => headOfficeKeys.keyId),
  reason: text('reason').notNull(),
  revokedAt: text('revoked_at').notNull(),
  personId: person(),
})
