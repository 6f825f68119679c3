/** Packages of other offices: what came, the rows of each, and the people whom two offices helped. */

import type { KnownPackage } from '../domain/consolidation.ts'
import type { Help, PackageRow } from '../domain/inbox.ts'
import type { PackageProfile } from '../domain/package-format.ts'
import type { Period } from '../domain/period.ts'
import { addRow, all, type Reader, type Writer } from './connection.ts'
import { receivedPackages, receivedPeople, receivedRows } from './schema/inbox.ts'

type PackageRecord = typeof receivedPackages.$inferSelect

/** A package that was taken in; `document` is the JSON of its closing document. */
export interface ReceivedPackage extends Omit<PackageRecord, 'period' | 'profile' | 'personId'> {
  period: Period
  profile: PackageProfile
  takenInBy: string
  /** Whether it speaks for its month: no later revision is there. */
  isCurrent: boolean
}

/** Every package that was taken in, by month, office and revision. */
export function listReceivedPackages(reader: Reader): ReceivedPackage[] {
  const sql = `SELECT identity, package_name AS packageName, office_id AS officeId, ledger_id AS ledgerId, period,
      sequence, revision, previous_package AS previousPackage, supersedes, profile, document, file_name AS fileName,
      taken_in_at AS takenInAt, full_name AS takenInBy,
      identity IN (SELECT identity FROM current_received_packages) AS isCurrent
    FROM received_packages JOIN people USING (person_id) ORDER BY period, office_id, revision`
  const rows = all<Omit<ReceivedPackage, 'isCurrent'> & { isCurrent: number }>(reader, sql)
  return rows.map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }))
}

/** What decides the place of the next package. */
export function knownPackages(reader: Reader): KnownPackage[] {
  const sql = `SELECT identity, office_id AS officeId, ledger_id AS ledgerId, period, profile, sequence, revision,
      previous_package AS previousPackage, supersedes FROM received_packages`
  return all<KnownPackage>(reader, sql)
}

/** Keeps a package with its rows; triggers refuse that either is ever changed. */
export function addReceivedPackage(
  writer: Writer,
  received: typeof receivedPackages.$inferInsert,
  rows: Iterable<PackageRow>,
): void {
  addRow(writer, receivedPackages, received)
  const { identity } = received
  for (const { table, key, content } of rows) {
    addRow(writer, receivedRows, { identity, tableName: table, rowKey: key, content })
  }
}

export function rowsOfPackage(reader: Reader, identity: string): PackageRow[] {
  const sql = `SELECT table_name AS "table", row_key AS key, content FROM received_rows WHERE identity = ?
    ORDER BY table_name, row_key`
  return all<PackageRow>(reader, sql, identity)
}

/** Notes whose households a package names; `hmacOf` answers null for one without a citizen ID or a key to hash it. */
export function notePeople(
  writer: Writer,
  identity: string,
  hmacOf: (household: Readonly<Record<string, string>>) => string | null,
): void {
  const sql = `SELECT row_key AS householdId, content FROM received_rows
    WHERE identity = ? AND table_name = 'households'`
  for (const { householdId, content } of all<{ householdId: string; content: string }>(writer, sql, identity)) {
    const citizenIdHmac = hmacOf(JSON.parse(content) as Record<string, string>)
    if (citizenIdHmac !== null) addRow(writer, receivedPeople, { identity, householdId, citizenIdHmac })
  }
}

/** Forgets the hashes that this office made itself, to make them anew; answers the packages they were of. */
export function forgetOwnHashes(writer: Writer): string[] {
  const full = "SELECT identity FROM received_packages WHERE profile = 'full'"
  writer.statement(`DELETE FROM received_people WHERE identity IN (${full})`).run()
  return all<{ identity: string }>(writer, full).map(({ identity }) => identity)
}

/** A help of a person whom more than one office knows, with what may be shown of the person. */
export interface ReceivedHelp extends Help {
  identity: string
  officeName: string
  /** Null where the package is masked: beyond one's own company nobody reads a name. */
  headOfHousehold: string | null
  /** The citizen ID; of a masked package its masked form. */
  citizenId: string
}

/**
 * The helps that stand, in the year of a month, of everybody whom an office names in that month and another office
 * names at any time: gifts handed over and repairs certified, each once a month, as the packages that speak have them.
 * The indexes are named, for SQLite would rather read all papers of a package for each person; the plus takes the type
 * off a column, for an index of what JSON holds has none.
 */
export function helpsOfSharedPeople(reader: Reader, period: Period): ReceivedHelp[] {
  const sql = `WITH shared AS (
      SELECT DISTINCT one.citizen_id_hmac FROM current_received_packages here JOIN received_people one USING (identity)
      WHERE here.period = :period AND EXISTS (
        SELECT 1 FROM received_people other JOIN received_packages there USING (identity)
        WHERE other.citizen_id_hmac = one.citizen_id_hmac AND there.office_id <> here.office_id)
    )
    SELECT DISTINCT citizen_id_hmac AS citizenIdHmac, office_id AS officeId, period,
      iif(paper.table_name = 'repairs', 'repairs', 'gifts') AS figure, p.identity,
      document ->> '$.officeName' AS officeName,
      iif(profile = 'full', household.content ->> '$.head_of_household', NULL) AS headOfHousehold,
      household.content ->> iif(profile = 'full', '$.citizen_id', '$.citizen_id_masked') AS citizenId
    FROM shared JOIN received_people one USING (citizen_id_hmac) JOIN current_received_packages p USING (identity)
    JOIN received_rows household ON household.identity = p.identity AND household.table_name = 'households'
      AND household.row_key = one.household_id
    JOIN received_rows paper INDEXED BY received_rows_household ON paper.identity = p.identity
      AND paper.table_name IN ('gift-handovers', 'repairs') AND paper.content ->> '$.household_id' = +one.household_id
    WHERE substr(period, 1, 4) = substr(:period, 1, 4)
      AND (paper.table_name = 'gift-handovers' OR paper.content ->> '$.certified_on' IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM received_rows void INDEXED BY received_rows_voided
        JOIN current_received_packages its USING (identity)
        WHERE void.table_name = 'voids' AND void.content ->> '$.document_id' = +paper.row_key
          AND its.office_id = p.office_id)
    ORDER BY 1, 3, 2, 4`
  return all<ReceivedHelp>(reader, sql, { period })
}
