/** The registry of households: kept, found by identity, changed with a trace of what was before. */

import { type Day, dayInVietnam } from '../../domain/day.ts'
import { blankHousehold, fieldsThatDiffer, type HouseholdFacts, pseudonymOf } from '../../domain/household.ts'
import { all, first, type Reader, type Writer } from '../connection.ts'
import {
  derivedKeys,
  FACT_COLUMNS,
  factValues,
  HOUSEHOLD_COLUMNS,
  type HouseholdRecord,
  KEY_COLUMNS,
  keyValues,
  recordOf,
  STANDING_FIELDS,
  STANDS,
  type Standing,
  type StoredHousehold,
} from './household-record.ts'
import { addRevision, type By, type Changes } from './household-revisions.ts'
import { dropFromSearch, indexHousehold } from './household-search.ts'

const FIND = `SELECT ${HOUSEHOLD_COLUMNS} FROM households`
/** Merged and erased ones give their citizen ID free. */
const BY_CITIZEN_ID = `${FIND} WHERE citizen_id = ? AND ${STANDS}`

export function findHousehold(reader: Reader, householdId: string): HouseholdRecord | null {
  const row = first<StoredHousehold>(reader, `${FIND} WHERE household_id = ?`, householdId)
  return row ? recordOf(row) : null
}

export function findByCitizenId(reader: Reader, citizenId: string): HouseholdRecord | null {
  const row = first<StoredHousehold>(reader, BY_CITIZEN_ID, citizenId)
  return row ? recordOf(row) : null
}

/** The household under which a merged one of this citizen ID is kept in the end. */
export function findKeptByCitizenId(reader: Reader, citizenId: string): HouseholdRecord | null {
  const sql = `SELECT household_id AS householdId FROM households WHERE citizen_id = ? AND status = 'merged'`
  const merged = first<{ householdId: string }>(reader, sql, citizenId)
  return merged ? findHousehold(reader, householdThatStandsFor(reader, merged.householdId)) : null
}

/** `:householdId` and all that are kept under it, directly or under one of those. */
export const GROUP = `WITH RECURSIVE kept_together (household_id) AS (
  SELECT :householdId UNION
  SELECT merged.household_id FROM kept_together JOIN households merged
    ON merged.merged_into = kept_together.household_id)`

/** The households kept under one, directly or under one of those; in the order they were registered. */
export function householdsKeptUnder(reader: Reader, householdId: string): HouseholdRecord[] {
  const sql = `${GROUP} ${FIND} WHERE household_id IN kept_together AND household_id <> :householdId
    ORDER BY row_number`
  return all<StoredHousehold>(reader, sql, { householdId }).map(recordOf)
}

/** The household itself, or the one it is kept under in the end. */
export function householdThatStandsFor(reader: Reader, householdId: string): string {
  const sql = 'SELECT merged_into AS mergedInto FROM households WHERE household_id = ?'
  const mergedInto = first<{ mergedInto: string | null }>(reader, sql, householdId)?.mergedInto
  return mergedInto ? householdThatStandsFor(reader, mergedInto) : householdId
}

/** The same in SQL, for the household that an expression names. */
export function standsFor(householdId: string): string {
  return `(WITH RECURSIVE above (id, merged_into) AS (
    SELECT household_id, merged_into FROM households WHERE household_id = ${householdId} UNION
    SELECT household_id, kept.merged_into FROM above JOIN households kept ON kept.household_id = above.merged_into)
    SELECT id FROM above WHERE merged_into IS NULL)`
}

const INSERT_COLUMNS = ['household_id', ...FACT_COLUMNS, 'status', ...KEY_COLUMNS, 'revision', 'recorded_at']
const INSERT = `INSERT INTO households (${INSERT_COLUMNS.join(', ')})
  VALUES (?, ${FACT_COLUMNS.map(() => '?').join(', ')}, 'active', ${KEY_COLUMNS.map(() => '?').join(', ')}, 1, ?)`

/** Adds households without their search words, for many at once; each time answers the row number. */
export function householdInserter(
  writer: Writer,
  recordedAt: string,
): (householdId: string, facts: HouseholdFacts) => number {
  const statement = writer.statement(INSERT)
  const on = dayInVietnam(Date.parse(recordedAt))
  return (householdId, facts) => {
    const keys = keyValues(derivedKeys(facts, on))
    return Number(statement.run(householdId, ...factValues(facts), ...keys, recordedAt).lastInsertRowid)
  }
}

/** Adds a household and its search words. The identity is the caller's, a UUIDv7. */
export function addHousehold(writer: Writer, householdId: string, facts: HouseholdFacts, recordedAt: string): void {
  indexHousehold(writer, householdInserter(writer, recordedAt)(householdId, facts), [facts])
}

const CHANGED_COLUMNS = [
  ...FACT_COLUMNS,
  'status',
  'status_on',
  'status_reason',
  'merged_into',
  ...KEY_COLUMNS,
  'revision',
]
const CHANGE = `UPDATE households SET ${CHANGED_COLUMNS.map((column) => `${column} = ?`).join(', ')}
  WHERE row_number = ?`

function changesOf(before: HouseholdRecord, after: HouseholdFacts & Standing): Changes {
  const facts = fieldsThatDiffer(before, after)
  const standing = STANDING_FIELDS.filter((field) => before[field] !== after[field])
  return Object.fromEntries([...facts, ...standing].map((field) => [field, [before[field], after[field]]]))
}

/** Search words of a household and of those kept under it, which lead to it; none of one that does not stand. */
export function indexWithGroup(writer: Writer, householdId: string): void {
  const household = findHousehold(writer, householdId)
  if (!household) return
  const { status, rowNumber } = household
  if (status === 'merged' || status === 'erased') dropFromSearch(writer, rowNumber)
  else indexHousehold(writer, rowNumber, [household, ...householdsKeptUnder(writer, householdId)])
}

/** Writes a household over what it was, with the revision that says what changed. Answers the revision number. */
function write(
  writer: Writer,
  before: HouseholdRecord,
  after: HouseholdFacts & Standing,
  { changes, by }: { changes: Changes; by: By },
): number {
  const { householdId, rowNumber } = before
  const { status, statusOn, statusReason, mergedInto } = after
  const revision = before.revision + 1
  const keys = derivedKeys(after, dayInVietnam(Date.parse(by.recordedAt)))
  const values = [...factValues(after), status, statusOn, statusReason, mergedInto, ...keyValues(keys)]
  writer.statement(CHANGE).run(...values, revision, rowNumber)
  addRevision(writer, { householdId, revision, changes }, by)
  indexWithGroup(writer, householdId)
  return revision
}

/**
 * Writes what is known now over what was known, keeps a revision of the fields that differ, and answers the new
 * revision number. Where nothing differs nothing is written and the number stays.
 */
export function changeHousehold(
  writer: Writer,
  before: HouseholdRecord,
  change: HouseholdFacts & Partial<Standing>,
  by: By,
): number {
  const { status, statusOn, statusReason, mergedInto } = { ...before, ...change }
  const after = { ...change, status, statusOn, statusReason, mergedInto }
  const changes = changesOf(before, after)
  return Object.keys(changes).length > 0 ? write(writer, before, after, { changes, by }) : before.revision
}

const FORGET = [
  "UPDATE household_revisions SET changes = '{}' WHERE household_id = :householdId AND revision < :revision",
  `UPDATE import_rows SET before = '{}' WHERE batch_id IN (SELECT batch_id FROM import_batches)
   AND household_id = :householdId AND before IS NOT NULL`,
  `UPDATE household_merges SET kept_before = '{}', kept_after = '{}', merged_before = '{}'
   WHERE :householdId IN (kept_id, merged_id)`,
  `UPDATE household_revisions SET changes = '{}' WHERE command IN ('households.merge', 'households.undoMerge')
   AND household_id IN (SELECT kept_id FROM household_merges WHERE merged_id = :householdId)`,
]

/**
 * Forgets a person (Luật 91/2025/QH15): a pseudonym takes the place of every fact, and what earlier revisions, batches
 * and merges said of them is emptied. What stays, because the law of accounts keeps it for ten years or because it is
 * the proof of what the office did: papers as they were issued, closed months, the journal. Answers the new revision.
 */
export function eraseHousehold(
  writer: Writer,
  before: HouseholdRecord,
  { on, reason }: { on: Day; reason: string },
  by: By,
): number {
  const standing: Standing = { status: 'erased', statusOn: on, statusReason: reason, mergedInto: null }
  const after = { ...blankHousehold(pseudonymOf(before.householdId)), ...standing }
  // Not why it had ended before: such reasons speak of people, too.
  const changes: Changes = {
    status: [before.status, 'erased'],
    statusOn: [before.statusOn, on],
    statusReason: [null, reason],
  }
  const revision = write(writer, before, after, { changes, by })
  const { householdId } = before
  for (const sql of FORGET) {
    writer.statement(sql).run(sql.includes(':revision') ? { householdId, revision } : { householdId })
  }
  return revision
}
