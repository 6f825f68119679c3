/** Lists of surveyed repairs that a commune confirms, and its answers. */

import type { Day } from '../../domain/day.ts'
import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import type { StoredPaper } from '../receipts.ts'
import { HOUSEHOLD_LINE_COLUMNS, type HouseholdLineRecord } from '../registry/household-record.ts'
import { confirmationAnswers, confirmationEntries, confirmationLists } from '../schema/repairs.ts'
import { COST_DONG } from './repair-lines.ts'

/** The number the next list of a year gets; only inside the transaction that draws it up. */
export function nextConfirmationNumber(writer: Writer, year: number): number {
  const sql = 'SELECT coalesce(max(document_number), 0) + 1 AS next FROM confirmation_lists WHERE document_year = ?'
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}

/** Adds a list with its repairs in their order. */
export function addConfirmationList(
  writer: Writer,
  list: typeof confirmationLists.$inferInsert,
  repairIds: readonly string[],
): void {
  addRow(writer, confirmationLists, list)
  repairIds.forEach((repairId, index) => {
    addRow(writer, confirmationEntries, { listId: list.listId, position: index + 1, repairId })
  })
}

/** Whom the commune declined stands in the steps of the repairs. */
export function addConfirmationAnswer(writer: Writer, answer: typeof confirmationAnswers.$inferInsert): void {
  addRow(writer, confirmationAnswers, answer)
}

export interface ConfirmationLine {
  listId: string
  documentYear: number
  documentNumber: number
  code: string
  drawnUpOn: Day
  communeName: string | null
  count: number
  estimateDong: number
  confirmedOn: Day | null
  confirmationNumber: string | null
  signedBy: string | null
  declinedCount: number
  isBack: 0 | 1
}

const LINES = `SELECT l.list_id AS listId, l.document_year AS documentYear, l.document_number AS documentNumber, l.code,
  l.drawn_up_on AS drawnUpOn, l.commune_name AS communeName,
  (SELECT count(*) FROM confirmation_entries e WHERE e.list_id = l.list_id) AS count,
  (SELECT coalesce(sum(json_extract(value, '$.estimateDong')), 0) FROM json_each(l.paper, '$.rows')) AS estimateDong,
  a.confirmed_on AS confirmedOn, a.confirmation_number AS confirmationNumber, a.signed_by AS signedBy,
  (SELECT count(*) FROM repair_steps WHERE confirmation_list_id = l.list_id AND event = 'decline') AS declinedCount,
  EXISTS (SELECT 1 FROM returned_papers back WHERE back.document_id = l.list_id) AS isBack
  FROM confirmation_lists l LEFT JOIN confirmation_answers a ON a.list_id = l.list_id`

export function findConfirmationList(reader: Reader, listId: string): ConfirmationLine | null {
  return first<ConfirmationLine>(reader, `${LINES} WHERE l.list_id = ?`, listId) ?? null
}

/** Newest first. */
export function listConfirmationLists(reader: Reader): ConfirmationLine[] {
  return all<ConfirmationLine>(reader, `${LINES} ORDER BY l.document_year DESC, l.document_number DESC`)
}

export interface ConfirmationEntryLine {
  repairId: string
  position: number
  household: HouseholdLineRecord
  conditionFound: string
  neededWork: string | null
  estimateDong: number
  declinedBecause: string | null
}

/** The repairs of a list in its order; what was found and estimated as the list was printed with it. */
export function entriesOfConfirmation(reader: Reader, listId: string): ConfirmationEntryLine[] {
  const sql = `SELECT ${HOUSEHOLD_LINE_COLUMNS}, repairId, position, conditionFound, neededWork, estimateDong,
    declinedBecause FROM (SELECT r.repair_id AS repairId, r.household_id AS ownerId, e.position,
      json_extract(row.value, '$.conditionFound') AS conditionFound,
      json_extract(row.value, '$.neededWork') AS neededWork,
      json_extract(row.value, '$.estimateDong') AS estimateDong, s.reason AS declinedBecause
      FROM confirmation_entries e JOIN repairs r USING (repair_id) JOIN confirmation_lists l USING (list_id)
      JOIN json_each(l.paper, '$.rows') row ON row.key = e.position - 1
      LEFT JOIN repair_steps s ON s.repair_id = r.repair_id AND s.confirmation_list_id = l.list_id
        AND s.event = 'decline'
      WHERE l.list_id = ?) JOIN households ON household_id = ownerId ORDER BY position`
  type Stored = HouseholdLineRecord & Omit<ConfirmationEntryLine, 'household'>
  return all<Stored>(reader, sql, listId).map((stored) => {
    const { repairId, position, conditionFound, neededWork, estimateDong, declinedBecause, ...household } = stored
    return { repairId, position, household, conditionFound, neededWork, estimateDong, declinedBecause }
  })
}

/** Surveyed repairs that are on no list waiting for an answer: what may be put on one, in the order of a list. */
export function repairsToConfirm(
  reader: Reader,
): { repairId: string; householdId: string; communeName: string | null; estimateDong: number }[] {
  const sql = `SELECT r.repair_id AS repairId, household_id AS householdId, commune_name AS communeName,
    ${COST_DONG} AS estimateDong
    FROM repairs r JOIN repair_states s ON s.repair_id = r.repair_id JOIN households USING (household_id)
    WHERE s.state = 'surveyed' AND r.repair_id NOT IN (SELECT repair_id FROM confirmation_entries
      WHERE list_id NOT IN (SELECT list_id FROM confirmation_answers))
    ORDER BY commune_name, hamlet_key, sort_key, row_number`
  return all(reader, sql)
}

/** The latest list a repair is on, answered or not. */
export function latestListOf(reader: Reader, repairId: string): ConfirmationLine | null {
  const sql = `${LINES} JOIN confirmation_entries e ON e.list_id = l.list_id WHERE e.repair_id = ?
    ORDER BY l.document_year DESC, l.document_number DESC LIMIT 1`
  return first<ConfirmationLine>(reader, sql, repairId) ?? null
}

/** A list as it was drawn up, to be printed. */
export function confirmationPaper(reader: Reader, listId: string): StoredPaper | null {
  const sql = `SELECT list_id AS documentId, document_number AS documentNumber, paper FROM confirmation_lists
    WHERE list_id = ?`
  return first<StoredPaper>(reader, sql, listId) ?? null
}
