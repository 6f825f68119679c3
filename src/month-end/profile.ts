/** What of a row may leave in a package: everything to one's own company, no ID numbers and no phones beyond it. */

import { createHmac } from 'node:crypto'
import { maskCitizenId } from '../domain/citizen-id.ts'
import type { PackageProfile } from '../domain/package-format.ts'
import type { HouseholdRow } from '../domain/package-tables.ts'
import type { CsvCell } from './csv.ts'

/** A masked package needs the programme's key: one for all offices, so that a person has one hash everywhere. */
export type Disclosure = { profile: 'full' } | { profile: 'masked'; programmeKey: Uint8Array }

/** HMAC-SHA256 under a short key could be undone by trying all twelve digits. */
const SHORTEST_KEY_BYTES = 32

/**
 * The cells of a household as the profile lets them leave. Throws a RangeError for a programme key under 32 bytes. A
 * masked ID number is HMAC-SHA256(programme key, its digits) in lower-case hex beside its masked form.
 */
export function householdCells(row: HouseholdRow, disclosure: Disclosure): Readonly<Record<string, CsvCell>> {
  if (disclosure.profile === 'full') return row
  const { citizen_id, old_id_number, phone: _phone, ...shown } = row
  return {
    ...shown,
    ...masked('citizen_id', citizen_id, disclosure.programmeKey),
    ...masked('old_id_number', old_id_number, disclosure.programmeKey),
  }
}

function masked(name: string, number: string | null, key: Uint8Array): Record<string, CsvCell> {
  const hmac = number === null ? null : citizenIdHmac(key, number)
  return { [`${name}_hmac`]: hmac, [`${name}_masked`]: number === null ? null : maskCitizenId(number) }
}

/**
 * What stands for an ID number where the number itself may not: HMAC-SHA256(programme key, its digits) in lower-case
 * hex. Throws a RangeError for a programme key under 32 bytes.
 */
export function citizenIdHmac(programmeKey: Uint8Array, citizenId: string): string {
  if (programmeKey.length < SHORTEST_KEY_BYTES) {
    throw new RangeError(`A programme key has ${SHORTEST_KEY_BYTES} bytes or more`)
  }
  return createHmac('sha256', programmeKey).update(citizenId).digest('hex')
}

export function disclosureOf(profile: PackageProfile, programmeKey: Uint8Array | null): Disclosure {
  if (profile === 'full') return { profile }
  if (!programmeKey) throw new RangeError('A masked package needs the programme key')
  return { profile, programmeKey }
}
