/** Batches of households that came in as lists: written in bulk, and taken back exactly. */

import { eq } from 'drizzle-orm'
import { HOUSEHOLD_FIELDS, type HouseholdFacts, type HouseholdField } from '../domain/household.ts'
import { all, first, type Reader, type Writer } from './connection.ts'
import { derivedKeys, factsOf, type HouseholdRecord, matchKey } from './household-record.ts'
import { searchWords } from './household-search.ts'
import { changeHousehold, findHousehold, removeHousehold } from './households.ts'
import { importBatches, importRows, importUndos } from './schema.ts'

export type BatchRecord = typeof importBatches.$inferSelect
export type BatchLine = Omit<BatchRecord, 'personId' | 'fileSha256'> & { importedBy: string; undoneAt: string | null }

/** What a row of a list would do to the registry. */
export type RowEffect =
  | { effect: 'new' }
  | { effect: 'same'; household: HouseholdRecord }
  | { effect: 'changed'; household: HouseholdRecord; changedFields: HouseholdField[]; facts: HouseholdFacts }

const COLUMNS = `row_number AS rowNumber, household_id AS householdId, head_of_household AS headOfHousehold,
  birth_year AS birthYear, citizen_id AS citizenId, old_id_number AS oldIdNumber, customer_code AS customerCode,
  meter_number AS meterNumber, phone, hamlet, commune_name AS communeName, address_text AS addressText,
  member_count AS memberCount, category, category_decision AS categoryDecision, note, status, sort_key AS sortKey,
  match_key AS matchKey, revision, recorded_at AS recordedAt`
const BY_CITIZEN_ID = `SELECT ${COLUMNS} FROM households WHERE citizen_id = ?`
const BY_MATCH_KEY = `SELECT ${COLUMNS} FROM households WHERE match_key = ? ORDER BY row_number LIMIT 2`

/**
 * Finds what a row is about: by citizen ID where it has one, else by name, birth year and place. A row and a household
 * with two different citizen IDs are two people, whatever else agrees; so are two households that fit equally well.
 */
function findKnown(reader: Reader, facts: HouseholdFacts): HouseholdRecord | null {
  if (facts.citizenId) {
    const known = first<HouseholdRecord>(reader, BY_CITIZEN_ID, facts.citizenId)
    if (known) return known
  }
  const [candidate, another] = all<HouseholdRecord>(reader, BY_MATCH_KEY, matchKey(facts))
  if (!candidate || another) return null
  return facts.citizenId && candidate.citizenId ? null : candidate
}

/** What a row says beyond what is known: a cell the list left empty takes nothing away. */
export function effectOf(reader: Reader, facts: HouseholdFacts): RowEffect {
  const household = findKnown(reader, facts)
  if (!household) return { effect: 'new' }
  const changedFields = HOUSEHOLD_FIELDS.filter((field) => facts[field] !== null && facts[field] !== household[field])
  if (changedFields.length === 0) return { effect: 'same', household }
  const changed = Object.fromEntries(changedFields.map((field) => [field, facts[field]]))
  return { effect: 'changed', household, changedFields, facts: { ...factsOf(household), ...changed } }
}

const INSERT_HOUSEHOLD = `INSERT INTO households (household_id, head_of_household, birth_year, citizen_id, old_id_number,
  customer_code, meter_number, phone, hamlet, commune_name, address_text, member_count, category, category_decision, note,
  status, sort_key, match_key, revision, recorded_at)
  VALUES (@householdId, @headOfHousehold, @birthYear, @citizenId, @oldIdNumber, @customerCode, @meterNumber, @phone, @hamlet,
  @communeName, @addressText, @memberCount, @category, @categoryDecision, @note, 'active', @sortKey, @matchKey, 1, @recordedAt)`
const INSERT_WORDS = 'INSERT INTO household_search (rowid, words) VALUES (?, ?)'
const INSERT_ROW = 'INSERT INTO import_rows (batch_id, household_id, before, revision_after) VALUES (?, ?, ?, ?)'

export interface Batch {
  batchId: string
  fileName: string
  fileSha256: string
  importedAt: string
  personId: string
  blocked: number
}

/** Writes a whole list in the transaction given: new households, changed ones with what they were before, and the batch. */
export function writeBatch(
  writer: Writer,
  batch: Batch,
  rows: readonly HouseholdFacts[],
  newIdentity: () => string,
): BatchRecord {
  const { batchId, importedAt } = batch
  const counts = { inserted: 0, changed: 0, same: 0 }
  // Its own row comes first for the references, so its counts are taken before anything is written.
  const effects = rows.map((facts) => ({ facts, effect: effectOf(writer, facts) }))
  const seen = new Set<string>()
  const due = effects.filter(({ facts, effect }) => {
    const key = effect.effect === 'new' ? (facts.citizenId ?? matchKey(facts)) : effect.household.householdId
    const isFirst = !seen.has(key)
    seen.add(key)
    if (!isFirst || effect.effect === 'same') counts.same += 1
    else if (effect.effect === 'new') counts.inserted += 1
    else counts.changed += 1
    return isFirst && effect.effect !== 'same'
  })
  const record: BatchRecord = { ...batch, ...counts }
  writer.rows.insert(importBatches).values(record).run()
  for (const { facts, effect } of due) {
    if (effect.effect === 'changed') {
      const revision = changeHousehold(writer, effect.household, effect.facts)
      writer
        .statement(INSERT_ROW)
        .run(batchId, effect.household.householdId, JSON.stringify(factsOf(effect.household)), revision)
    } else {
      const householdId = newIdentity()
      const record = { ...facts, ...derivedKeys(facts), householdId, recordedAt: importedAt }
      const { lastInsertRowid } = writer.statement(INSERT_HOUSEHOLD).run(record)
      writer.statement(INSERT_WORDS).run(lastInsertRowid, searchWords(facts))
      writer.statement(INSERT_ROW).run(batchId, householdId, null, 1)
    }
  }
  return record
}

const LINES = `SELECT batch_id AS batchId, file_name AS fileName, imported_at AS importedAt, full_name AS importedBy,
  inserted, changed, same, blocked, undone_at AS undoneAt
  FROM import_batches JOIN people USING (person_id)
  LEFT JOIN (SELECT batch_id, undone_at FROM import_undos) USING (batch_id)`

export function listBatches(reader: Reader): BatchLine[] {
  return all<BatchLine>(reader, `${LINES} ORDER BY imported_at DESC LIMIT 200`)
}

export function findBatch(reader: Reader, batchId: string): BatchLine | null {
  return first<BatchLine>(reader, `${LINES} WHERE batch_id = ?`, batchId) ?? null
}

/** The batch of the very same file that still stands, if there is one. */
export function findBatchOfFile(reader: Reader, fileSha256: string): BatchLine | null {
  return first<BatchLine>(reader, `${LINES} WHERE file_sha256 = ? AND undone_at IS NULL`, fileSha256) ?? null
}

interface Dependent {
  headOfHousehold: string
}

/** Households of a batch that a paper names; only those that were new with it could be removed. */
export function householdsWithPapers(reader: Reader, batchId: string): string[] {
  return all<Dependent>(
    reader,
    `SELECT head_of_household AS headOfHousehold FROM import_rows JOIN households USING (household_id)
     WHERE batch_id = ? AND before IS NULL AND (
       EXISTS (SELECT 1 FROM handovers WHERE handovers.household_id = households.household_id) OR
       EXISTS (SELECT 1 FROM repairs WHERE repairs.household_id = households.household_id)
     ) ORDER BY sort_key`,
    batchId,
  ).map((row) => row.headOfHousehold)
}

/** Households of a batch that somebody changed after it. */
export function householdsChangedSince(reader: Reader, batchId: string): string[] {
  return all<Dependent>(
    reader,
    `SELECT head_of_household AS headOfHousehold FROM import_rows JOIN households USING (household_id)
     WHERE batch_id = ? AND revision <> revision_after ORDER BY sort_key`,
    batchId,
  ).map((row) => row.headOfHousehold)
}

/** Puts the registry back to what it was before a batch. The caller has asked the two questions above. */
export function undoBatch(
  writer: Writer,
  undo: { batchId: string; undoneAt: string; personId: string },
): { removed: number; restored: number } {
  const rows = writer.rows.select().from(importRows).where(eq(importRows.batchId, undo.batchId)).all()
  let removed = 0
  for (const row of rows) {
    const household = findHousehold(writer, row.householdId)
    if (!household) continue
    if (row.before === null) {
      removeHousehold(writer, household)
      removed += 1
    } else {
      changeHousehold(writer, household, JSON.parse(row.before) as HouseholdFacts)
    }
  }
  writer.rows.insert(importUndos).values(undo).run()
  return { removed, restored: rows.length - removed }
}
