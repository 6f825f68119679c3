/** Batches of households that came in as lists: written in bulk, and taken back exactly. */

import type { Day } from '../../domain/day.ts'
import { blankHousehold, type HouseholdFacts, type HouseholdField } from '../../domain/household.ts'
import { withoutCategories } from '../../domain/household-category.ts'
import { factsAfter } from '../../domain/household-list.ts'
import { all, first, type Reader, type Writer } from '../connection.ts'
import { dropPairsOfBatch, refreshPairsOfBatch } from '../registry/duplicate-batches.ts'
import { factsOf, type HouseholdRecord, STANDS } from '../registry/household-record.ts'
import { searchIndexer } from '../registry/household-search.ts'
import { changeHousehold, findHousehold, householdInserter } from '../registry/households.ts'
import { importBatches, importUndos } from '../schema/lists.ts'
import { type Found, withMerged } from './known-households.ts'
import type { Comparison, ListRows, RowEffect } from './list-comparison.ts'
import { factsAfterRow } from './list-matching.ts'

export type BatchRecord = typeof importBatches.$inferSelect
export type BatchLine = Omit<BatchRecord, 'personId' | 'fileSha256'> & { importedBy: string; undoneAt: string | null }

const LAST_ROW = 'SELECT max(row_number) AS last FROM households'
/** New households have the row numbers after the last: one statement notes them all. */
const INSERT_NEW_ROWS = `INSERT INTO import_rows (batch_id, household_id, before, revision_after)
  SELECT ?, household_id, NULL, revision FROM households WHERE row_number > ?`
const INSERT_ROW = 'INSERT INTO import_rows (batch_id, household_id, before, revision_after) VALUES (?, ?, ?, ?)'

export type Batch = Omit<BatchRecord, 'inserted' | 'changed' | 'same' | 'declined' | 'ended'>

/** What the clerk takes in: groups, and the rows and households whose decision is the opposite of their group's. */
export interface Acceptance {
  accept: { new: boolean; changed: boolean; gone: boolean }
  exceptRowNumbers: readonly number[]
  exceptHouseholdIds: readonly string[]
}

/** What belongs to a list beside its rows and their comparison. */
export interface Taking {
  acceptance: Acceptance
  /** The day on which categories hold, and before which those of households that are gone end. */
  on: Day
  newIdentity: () => string
  /** The commune that a name and an address mean, where that is certain. */
  placeOf: (
    place: Pick<HouseholdFacts, 'communeName' | 'addressText'>,
  ) => Pick<HouseholdFacts, 'communeCode' | 'communeVersion'>
}

const PLACE_FIELDS: readonly HouseholdField[] = ['communeName', 'addressText']

type Decision = 'inserted' | 'changed' | 'same' | 'declined'

function decisions({ accept, exceptRowNumbers }: Acceptance): (effect: RowEffect, rowNumber: number) => Decision {
  const exceptions = new Set(exceptRowNumbers)
  return ({ effect }, rowNumber) => {
    if (effect === 'same') return 'same'
    if (accept[effect] === exceptions.has(rowNumber)) return 'declined'
    return effect === 'new' ? 'inserted' : 'changed'
  }
}

/**
 * Writes what was accepted of a list in the transaction given: new households, changed ones and those whose categories
 * end with what they were before, and the batch. The comparison must be of the registry as it is.
 */
export function writeBatch(
  writer: Writer,
  batch: Batch,
  { rows }: Pick<ListRows, 'rows'>,
  { effects, gone, categories }: Comparison,
  { acceptance, on, newIdentity, placeOf }: Taking,
): BatchRecord {
  const decide = decisions(acceptance)
  const decided = effects.map((effect, index) => decide(effect, rows[index]?.rowNumber ?? 0))
  const countOf = (decision: Decision) => decided.filter((one) => one === decision).length
  const exceptions = new Set(acceptance.exceptHouseholdIds)
  const ended = gone.filter((householdId) => acceptance.accept.gone !== exceptions.has(householdId))
  const record: BatchRecord = {
    ...batch,
    inserted: countOf('inserted'),
    changed: countOf('changed'),
    same: countOf('same'),
    declined: countOf('declined'),
    ended: ended.length,
  }
  // Its own row comes first for the references.
  writer.rows.insert(importBatches).values(record).run()
  const by = { recordedAt: batch.importedAt, personId: batch.personId, command: 'imports.run' }
  const change = (before: HouseholdRecord, facts: HouseholdFacts) => {
    const revision = changeHousehold(writer, before, facts, by)
    writer.statement(INSERT_ROW).run(batch.batchId, before.householdId, JSON.stringify(factsOf(before)), revision)
  }

  const insert = householdInserter(writer, batch.importedAt)
  const search = searchIndexer(writer)
  const rowNumberBefore = first<{ last: number }>(writer, LAST_ROW)?.last ?? 0
  rows.forEach(({ facts: listed }, index) => {
    const found = decided[index] === 'changed' && effects[index] ? findAgain(writer, effects[index]) : null
    if (found) {
      const { facts, changedFields } = factsAfterRow(found, listed, on)
      const isPlaced = changedFields.some((field) => PLACE_FIELDS.includes(field)) && facts.communeCode === null
      change(found.household, isPlaced ? { ...facts, ...placeOf(facts) } : facts)
    }
    if (decided[index] !== 'inserted') return
    const facts = { ...factsAfter(blankHousehold(listed.headOfHousehold), listed, on), ...placeOf(listed) }
    search.add(insert(newIdentity(), facts), facts)
  })
  search.finish()
  writer.statement(INSERT_NEW_ROWS).run(batch.batchId, rowNumberBefore)
  for (const householdId of ended) {
    const household = findHousehold(writer, householdId)
    if (household)
      change(household, { ...factsOf(household), categories: withoutCategories(household.categories, categories, on) })
  }
  refreshPairsOfBatch(writer, batch.batchId)
  return record
}

/** The household of an effect as it is now. */
export function findAgain(reader: Reader, { householdId }: RowEffect): Found | null {
  const household = householdId === null ? null : findHousehold(reader, householdId)
  return household && withMerged(reader, household)
}

const LINES = `SELECT batch_id AS batchId, file_name AS fileName, imported_at AS importedAt, full_name AS importedBy,
  inserted, changed, same, blocked, declined, ended, undone_at AS undoneAt
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

/** Heads of the households that a query over a batch's rows finds, in the order of their names. */
function headsOf(reader: Reader, batchId: string, condition: string): string[] {
  return all<{ headOfHousehold: string }>(
    reader,
    `SELECT head_of_household AS headOfHousehold FROM import_rows
     JOIN import_batches USING (batch_id) JOIN households USING (household_id)
     WHERE batch_id = ? AND (${condition}) ORDER BY sort_key, row_number`,
    batchId,
  ).map((row) => row.headOfHousehold)
}

const HAS_PAPER = (table: string) =>
  `EXISTS (SELECT 1 FROM ${table} paper WHERE paper.household_id = import_rows.household_id
   AND (before IS NULL OR paper.recorded_at > imported_at))`

/** A household that was new with the batch and is on a list or expected at a distribution. */
const IS_NAMED = (table: string) =>
  `before IS NULL AND EXISTS (SELECT 1 FROM ${table} named WHERE named.household_id = import_rows.household_id)`

/**
 * Households of a batch that papers depend on: any paper of one that was new with it, and what was issued after it to
 * one that it changed, which may have been due only by that change.
 */
export function householdsWithPapers(reader: Reader, batchId: string): string[] {
  const papers = ['handovers', 'receipts', 'repairs'].map(HAS_PAPER)
  const named = ['gift_list_entries', 'event_households'].map(IS_NAMED)
  return headsOf(reader, batchId, [...papers, ...named].join(' OR '))
}

/**
 * Households of a batch that somebody changed or merged after it, and those whose citizen ID of before it has gone to
 * another one since.
 */
export function householdsChangedSince(reader: Reader, batchId: string): string[] {
  return headsOf(
    reader,
    batchId,
    `households.revision <> revision_after
     OR EXISTS (SELECT 1 FROM household_merges WHERE import_rows.household_id IN (kept_id, merged_id)
       AND (before IS NULL OR merged_at > imported_at))
     OR EXISTS (SELECT 1 FROM households other WHERE other.citizen_id = before ->> '$.citizenId'
       AND other.${STANDS} AND other.household_id <> import_rows.household_id)`,
  )
}

const NEW_WITH_BATCH = 'SELECT household_id FROM import_rows WHERE batch_id = ? AND before IS NULL'

/** Puts the registry back to what it was before a batch. The caller has asked the two questions above. */
export function undoBatch(
  writer: Writer,
  undo: { batchId: string; undoneAt: string; personId: string },
): { removed: number; restored: number } {
  const { batchId, undoneAt, personId } = undo
  dropPairsOfBatch(writer, batchId)
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
  const by = { recordedAt: undoneAt, personId, command: 'imports.undo' }
  for (const { householdId, before } of changed) {
    const household = findHousehold(writer, householdId)
    if (household) changeHousehold(writer, household, JSON.parse(before) as HouseholdFacts, by)
  }
  refreshPairsOfBatch(writer, batchId)
  writer.rows.insert(importUndos).values(undo).run()
  return { removed: removed.changes, restored: changed.length }
}
