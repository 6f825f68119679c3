/** Who changed what of a household, and when: a row for each change, with only the fields that differ. */

import type { HouseholdField } from '../../domain/household.ts'
import { all, type Reader, type Writer } from '../connection.ts'
import type { Standing } from './household-record.ts'

/** Who changed something, with which command, at which instant (ISO in UTC). */
export interface By {
  recordedAt: string
  personId: string
  command: string
}

/** What was before and what is after, of each field that differs. */
export type Changes = Partial<Record<HouseholdField | keyof Standing, [before: unknown, after: unknown]>>

const INSERT = `INSERT INTO household_revisions (household_id, revision, recorded_at, person_id, command, changes)
  VALUES (?, ?, ?, ?, ?, ?)`

export function addRevision(
  writer: Writer,
  { householdId, revision, changes }: { householdId: string; revision: number; changes: Changes },
  { recordedAt, personId, command }: By,
): void {
  writer.statement(INSERT).run(householdId, revision, recordedAt, personId, command, JSON.stringify(changes))
}

export interface HistoryRecord {
  recordedAt: string
  personName: string
  command: string
  changes: Changes
}

/**
 * What was done with a household, newest first: its revisions, and what changes no field or was done before revisions
 * were kept: registered, taken in with a list, looked at.
 */
const HISTORY = `WITH
  told AS (SELECT sequence, recorded_at, person_id, command FROM journal WHERE subject = :householdId),
  revised AS (SELECT * FROM household_revisions WHERE household_id = :householdId),
  listed AS (SELECT imported_at, person_id FROM import_batches CROSS JOIN import_rows USING (batch_id)
    WHERE household_id = :householdId)
  SELECT recorded_at AS recordedAt, coalesce(full_name, '') AS personName, command, changes FROM (
    SELECT recorded_at, person_id, command, changes, revision, (SELECT max(sequence) FROM told
      WHERE told.recorded_at = revised.recorded_at AND told.command = revised.command) AS sequence FROM revised
    UNION ALL
    SELECT imported_at, person_id, 'imports.run', '{}', 0, NULL FROM listed
      WHERE imported_at NOT IN (SELECT recorded_at FROM revised)
    UNION ALL
    SELECT recorded_at, person_id, command, '{}', 0, sequence FROM told
      WHERE (recorded_at, command) NOT IN (SELECT recorded_at, command FROM revised)
  ) LEFT JOIN people USING (person_id) ORDER BY recorded_at DESC, sequence DESC, revision DESC LIMIT 200`

export function historyOfHousehold(reader: Reader, householdId: string): HistoryRecord[] {
  return all<Omit<HistoryRecord, 'changes'> & { changes: string }>(reader, HISTORY, { householdId }).map((row) => ({
    ...row,
    changes: JSON.parse(row.changes) as Changes,
  }))
}
