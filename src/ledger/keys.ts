/** Public keys of the office and of head office: added, revoked, never changed. */

import type { Day } from '../domain/day.ts'
import { addRow, all, type Reader, type Writer } from './connection.ts'
import { headOfficeKeyRevocations, headOfficeKeys, officeKeyRevocations, officeKeys } from './schema/keys.ts'

/** When a key stopped counting, why and by whom; all three null while it stands. */
interface Revoked {
  revokedAt: string | null
  revokedBy: string | null
  reason: string | null
}

export type OfficeKeyRecord = typeof officeKeys.$inferSelect & Revoked & { madeBy: string | null }

/** Every key the office ever had, the latest first. */
export function officeKeysOf(reader: Reader): OfficeKeyRecord[] {
  const sql = `SELECT key_number AS keyNumber, key_id AS keyId, public_key AS publicKey,
      recovery_recipient AS recoveryRecipient, made_at AS madeAt, k.person_id AS personId, maker.full_name AS madeBy,
      revoked_at AS revokedAt, revoker.full_name AS revokedBy, reason
    FROM office_keys k LEFT JOIN people maker ON maker.person_id = k.person_id
      LEFT JOIN office_key_revocations r USING (key_number) LEFT JOIN people revoker ON revoker.person_id = r.person_id
    ORDER BY key_number DESC`
  return all<OfficeKeyRecord>(reader, sql)
}

/** The key that signs now: the latest, unless it was revoked; null where there is none. */
export function officeKeyInForce(reader: Reader): OfficeKeyRecord | null {
  const [latest] = officeKeysOf(reader)
  return latest && latest.revokedAt === null ? latest : null
}

/** A trigger refuses a number that does not follow the last one. */
export function addOfficeKey(writer: Writer, key: typeof officeKeys.$inferInsert): void {
  addRow(writer, officeKeys, key)
}

export function revokeOfficeKey(writer: Writer, revocation: typeof officeKeyRevocations.$inferInsert): void {
  addRow(writer, officeKeyRevocations, revocation)
}

export type HeadOfficeKeyRecord = Omit<typeof headOfficeKeys.$inferSelect, 'madeOn'> &
  Revoked & { madeOn: Day; takenInBy: string }

/** Every key of head office that was taken in, the latest first. */
export function headOfficeKeysOf(reader: Reader): HeadOfficeKeyRecord[] {
  const sql = `SELECT key_id AS keyId, name, signing_key AS signingKey, age_recipient AS ageRecipient,
      made_on AS madeOn, taken_in_at AS takenInAt, k.person_id AS personId, taker.full_name AS takenInBy,
      revoked_at AS revokedAt, revoker.full_name AS revokedBy, reason
    FROM head_office_keys k JOIN people taker ON taker.person_id = k.person_id
      LEFT JOIN head_office_key_revocations r USING (key_id) LEFT JOIN people revoker ON revoker.person_id = r.person_id
    ORDER BY taken_in_at DESC, key_id`
  return all<HeadOfficeKeyRecord>(reader, sql)
}

export function addHeadOfficeKey(writer: Writer, key: typeof headOfficeKeys.$inferInsert): void {
  addRow(writer, headOfficeKeys, key)
}

export function revokeHeadOfficeKey(writer: Writer, revocation: typeof headOfficeKeyRevocations.$inferInsert): void {
  addRow(writer, headOfficeKeyRevocations, revocation)
}
