/** Batches of households that came in as lists: written in bulk, and taken back exactly. */

import { HOUSEHOLD_FIELDS, type HouseholdFacts } from '../domain/household.ts'
import { nameSortKey } from '../domain/vietnamese.ts'
import { all, first, type Reader, type Writer } from './connection.ts'
import { factsOf } from './household-record.ts'
import { searchIndexer } from './household-search.ts'
import { changeHousehold, findHousehold } from './households.ts'
import { compareList, type RowEffect } from './list-comparison.ts'
import { importBatches, importUndos } from './schema.ts'

export type BatchRecord = typeof importBatches.$inferSelect
export type BatchLine = Omit<BatchRecord, 'personId' | 'fileSha256'> & { importedBy: string; undoneAt: string | null }

const INSERT_HOUSEHOLD = `INSERT INTO households (household_id, head_of_household, birth_year, citizen_id,
  old_id_number, customer_code, meter_number, phone, hamlet, commune_name, address_text, member_count, category,
  category_decision, note, status, sort_key, match_key, revision, recorded_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?, 1, ?)`
const INSERT_ROW = 'INSERT INTO import_rows (batch_id, household_id, before, revision_after) VALUES (?, ?, ?, ?)'

export interface Batch {
  batchId: string
  fileName: string
  fileSha256: string
  importedAt: string
  personId: string
  blocked: number
}

/**
 * Writes a whole list in the transaction given: new households, changed ones with what they were before, and the batch.
 */
export function writeBatch(
  writer: Writer,
  batch: Batch,
  rows: readonly HouseholdFacts[],
  newIdentity: () => string,
): BatchRecord {
  const effects = compareList(writer, rows)
  const countOf = (effect: RowEffect['effect']) => effects.filter((found) => found.effect === effect).length
  const record: BatchRecord = {
    ...batch,
    inserted: countOf('new'),
    changed: countOf('changed'),
    same: countOf('same'),
  }
  // Its own row comes first for the references.
  writer.rows.insert(importBatches).values(record).run()
  const noteRow = (householdId: string, before: string | null, revisionAfter: number) =>
    writer.statement(INSERT_ROW).run(batch.batchId, householdId, before, revisionAfter)
  const search = searchIndexer(writer)
  effects.forEach((found, index) => {
    if (found.effect === 'changed') {
      const revision = changeHousehold(writer, found.household, found.facts)
      noteRow(found.household.householdId, JSON.stringify(factsOf(found.household)), revision)
    }
    const facts = rows[index]
    if (found.effect !== 'new' || !facts) return
    const householdId = newIdentity()
    const keys = { sortKey: nameSortKey(facts.headOfHousehold), matchKey: found.matchKey }
    search.add(insertHousehold(writer, householdId, facts, keys, batch.importedAt), facts)
    noteRow(householdId, null, 1)
  })
  search.finish()
  return record
}

/** Adds a household without its search words; returns its row number. */
function insertHousehold(
  writer: Writer,
  householdId: string,
  facts: HouseholdFacts,
  { sortKey, matchKey }: { sortKey: string; matchKey: string },
  recordedAt: string,
): number {
  const values = HOUSEHOLD_FIELDS.map((field) => facts[field])
  const inserted = writer.statement(INSERT_HOUSEHOLD).run(householdId, ...values, sortKey, matchKey, recordedAt)
  return Number(inserted.lastInsertRowid)
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

const NEW_WITH_BATCH = 'SELECT household_id FROM import_rows WHERE batch_id = ? AND before IS NULL'

/** Puts the registry back to what it was before a batch. The caller has asked the two questions above. */
export function undoBatch(
  writer: Writer,
  undo: { batchId: string; undoneAt: string; personId: string },
): { removed: number; restored: number } {
  const { batchId } = undo
  writer
    .statement(
      `DELETE FROM household_search WHERE rowid IN
       (SELECT row_number FROM households WHERE household_id IN (${NEW_WITH_BATCH}))`,
    )
    .run(batchId)
  const removed = writer.statement(`DELETE FROM households WHERE household_id IN (${NEW_WITH_BATCH})`).run(batchId)
  const changed = all<{ householdId: string; before: string }>(
    writer,
    `SELECT household_id AS householdId, before FROM import_rows WHERE batch_id = ? AND before IS NOT NULL`,
    batchId,
  )
  for (const { householdId, before } of changed) {
    const household = findHousehold(writer, householdId)
    if (household) changeHousehold(writer, household, JSON.parse(before) as HouseholdFacts)
  }
  writer.rows.insert(importUndos).values(undo).run()
  return { removed: removed.changes, restored: changed.length }
}
