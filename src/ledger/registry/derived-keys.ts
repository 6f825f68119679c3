/**
 * Keeps what is derived of households right as days go by: a category that begins or is over, and the keys of rows from
 * before migration 0001, which SQL cannot fold.
 */

import type { Day } from '../../domain/day.ts'
import { all, type Reader, type Writer } from '../connection.ts'
import {
  derivedKeys,
  HOUSEHOLD_COLUMNS,
  KEY_COLUMNS,
  keyValues,
  recordOf,
  type StoredHousehold,
} from './household-record.ts'

const DUE = "name_key = '' OR category_until <= ?"
const UPDATE = `UPDATE households SET ${KEY_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE row_number = ?`

/** Whether some household's keys are not those of today. */
export function areKeysDue(reader: Reader, today: Day): boolean {
  return all(reader, `SELECT 1 FROM households WHERE ${DUE} LIMIT 1`, today).length > 0
}

/** Derives the keys of those anew; the facts and their revision stay. Answers how many there were. */
export function fillDerivedKeys(writer: Writer, today: Day): number {
  const due = all<StoredHousehold>(writer, `SELECT ${HOUSEHOLD_COLUMNS} FROM households WHERE ${DUE}`, today)
  for (const row of due) writer.statement(UPDATE).run(...keyValues(derivedKeys(recordOf(row), today)), row.rowNumber)
  return due.length
}
