/**
 * The registry as a list is held against it: households that stand, and those that were merged, which are still found
 * by what they said and lead to the household they are kept under.
 */

import type { HouseholdStatus } from '../../domain/household.ts'
import { all, first, type Reader } from '../connection.ts'
import {
  HOUSEHOLD_COLUMNS,
  type HouseholdRecord,
  recordOf,
  type StoredHousehold,
} from '../registry/household-record.ts'
import { findHousehold, householdsKeptUnder, householdThatStandsFor } from '../registry/households.ts'

/** A household that stands, and the entries that are kept under it: it is known by what any of them says. */
export interface Found {
  household: HouseholdRecord
  merged: readonly HouseholdRecord[]
}

/** What is folded for a first comparison; whoever asks compares the names and places themselves, too. */
export interface NameAndHamlet {
  nameKey: string
  birthYear: number | null
  hamletKey: string
}

const FIND = `SELECT ${HOUSEHOLD_COLUMNS} FROM households`
const BY_ROW_NUMBER = `${FIND} WHERE row_number = ?`
const BY_NAME_AND_HAMLET = `${FIND} WHERE name_key = ? AND birth_year IS ? AND hamlet_key = ? AND status <> 'erased'
  ORDER BY row_number`
const NAMESAKES = `${FIND} WHERE name_key = :nameKey
  AND (birth_year IS NULL OR :birthYear IS NULL OR birth_year = :birthYear)
  AND (hamlet_key IN ('', :hamletKey) OR :hamletKey = '') AND status <> 'erased' LIMIT 20`

const IS_KEPT_TOGETHER = 'SELECT 1 FROM households WHERE merged_into = ? LIMIT 1'

/** A household that stands, with what is kept under it. */
export function withMerged(reader: Reader, household: HouseholdRecord): Found {
  const isAlone = first(reader, IS_KEPT_TOGETHER, household.householdId) === undefined
  return { household, merged: isAlone ? [] : householdsKeptUnder(reader, household.householdId) }
}

/** Follows a merged household to the one that stands; nothing where that was erased. */
function standing(reader: Reader, known: HouseholdRecord): Found[] {
  const { mergedInto } = known
  const household = mergedInto ? findHousehold(reader, householdThatStandsFor(reader, mergedInto)) : known
  return household && household.status !== 'erased' ? [withMerged(reader, household)] : []
}

/** The household of this identity, or the one it is kept under; null where there is none any more. */
export function findStanding(reader: Reader, householdId: string): Found | null {
  const known = findHousehold(reader, householdId)
  return (known && standing(reader, known)[0]) ?? null
}

export function findByRowNumbers(reader: Reader, rowNumbers: readonly number[]): Found[] {
  const rows = rowNumbers.map((rowNumber) => first<StoredHousehold>(reader, BY_ROW_NUMBER, rowNumber))
  return rows.flatMap((row) => (row ? standing(reader, recordOf(row)) : []))
}

/** Those of the same folded name, birth year and folded hamlet, in the order they were registered. */
export function findByNameAndHamlet(reader: Reader, { nameKey, birthYear, hamletKey }: NameAndHamlet): Found[] {
  const rows = all<StoredHousehold>(reader, BY_NAME_AND_HAMLET, nameKey, birthYear, hamletKey)
  return rows.flatMap((row) => standing(reader, recordOf(row)))
}

/** Some of the same folded name whose birth year and hamlet, where both sides have them, do not differ. */
export function findNamesakes(reader: Reader, { nameKey, birthYear, hamletKey }: NameAndHamlet): Found[] {
  const rows = all<StoredHousehold>(reader, NAMESAKES, { nameKey, birthYear, hamletKey })
  return rows.flatMap((row) => standing(reader, recordOf(row)))
}

/** Citizen IDs of merged households, each with the identity of its entry: they are few, and no index has them. */
export function mergedCitizenIds(reader: Reader): Map<string, string> {
  const rows = all<{ citizenId: string; householdId: string }>(
    reader,
    `SELECT citizen_id AS citizenId, household_id AS householdId FROM households
     WHERE merged_into IS NOT NULL AND citizen_id IS NOT NULL`,
  )
  return new Map(rows.map(({ citizenId, householdId }) => [citizenId, householdId]))
}

/** What of a household is looked through from end to end, because no index knows it. */
export interface RegistryEntry {
  rowNumber: number
  householdId: string
  oldIdNumber: string | null
  customerCode: string | null
  meterNumber: string | null
  phone: string | null
  status: HouseholdStatus
  hamletKey: string
  communeName: string | null
  categoryCodes: string
}

const ENTRIES = `SELECT row_number AS rowNumber, household_id AS householdId, old_id_number AS oldIdNumber,
  customer_code AS customerCode, meter_number AS meterNumber, phone, status, hamlet_key AS hamletKey,
  commune_name AS communeName, category_codes AS categoryCodes FROM households
  WHERE row_number > ? AND status <> 'erased' ORDER BY row_number LIMIT 2000`

/** The whole registry a piece at a time, in the order of its rows: between two pieces others may be answered. */
export function* registryEntries(reader: Reader): Generator<RegistryEntry[], void> {
  let after = -1
  for (;;) {
    const entries = all<RegistryEntry>(reader, ENTRIES, after)
    const last = entries.at(-1)
    if (!last) return
    yield entries
    after = last.rowNumber
  }
}
