/** The registry of households: kept, found by identity, listed by Vietnamese name order and paged by key. */

import { eq } from 'drizzle-orm'
import { HOUSEHOLD_FIELDS, type HouseholdFacts } from '../domain/household.ts'
import type { HouseholdCategory } from '../domain/household-category.ts'
import { all, first, type Reader, type Writer } from './connection.ts'
import {
  derivedKeys,
  HOUSEHOLD_LINE_COLUMNS,
  type HouseholdLineRecord,
  type HouseholdRecord,
} from './household-record.ts'
import { countMatches, indexHousehold, matchQuery } from './household-search.ts'
import { households } from './schema.ts'

export interface ListFilter {
  text: string
  category: HouseholdCategory | null
  missing: 'citizenId' | 'customerCode' | 'category' | null
}

export interface ListCursor {
  sortKey: string
  rowNumber: number
}

export function findHousehold(reader: Reader, householdId: string): HouseholdRecord | null {
  const row = reader.rows.select().from(households).where(eq(households.householdId, householdId)).get()
  return (row as HouseholdRecord | undefined) ?? null
}

export function findByCitizenId(reader: Reader, citizenId: string): HouseholdRecord | null {
  const row = reader.rows.select().from(households).where(eq(households.citizenId, citizenId)).get()
  return (row as HouseholdRecord | undefined) ?? null
}

/** Adds a household and its search words. The identity is the caller's, a UUIDv7. */
export function addHousehold(writer: Writer, householdId: string, facts: HouseholdFacts, recordedAt: string): void {
  const record = { ...facts, ...derivedKeys(facts), householdId, status: 'active', revision: 1, recordedAt }
  const { lastInsertRowid } = writer.rows.insert(households).values(record).run()
  indexHousehold(writer, Number(lastInsertRowid), facts)
}

const CHANGE = `UPDATE households SET head_of_household = ?, birth_year = ?, citizen_id = ?, old_id_number = ?,
  customer_code = ?, meter_number = ?, phone = ?, hamlet = ?, commune_name = ?, address_text = ?, member_count = ?,
  category = ?, category_decision = ?, note = ?, sort_key = ?, match_key = ?, revision = ? WHERE row_number = ?`

/** Writes new facts over the old ones; returns the new revision. */
export function changeHousehold(writer: Writer, before: HouseholdRecord, facts: HouseholdFacts): number {
  const revision = before.revision + 1
  const { sortKey, matchKey } = derivedKeys(facts)
  const values = HOUSEHOLD_FIELDS.map((field) => facts[field])
  writer.statement(CHANGE).run(...values, sortKey, matchKey, revision, before.rowNumber)
  indexHousehold(writer, before.rowNumber, facts)
  return revision
}

const MISSING = { citizenId: 'citizen_id IS NULL', customerCode: 'customer_code IS NULL', category: 'category IS NULL' }

/** The WHERE of a filter with its parameters; only words of this file reach the SQL. */
function conditions(filter: ListFilter): { where: string; parameters: unknown[] } {
  const parts: string[] = []
  const parameters: unknown[] = []
  const match = matchQuery(filter.text)
  if (match) {
    parts.push('row_number IN (SELECT rowid FROM household_search WHERE household_search MATCH ?)')
    parameters.push(match)
  }
  if (filter.category) {
    parts.push('category = ?')
    parameters.push(filter.category)
  }
  if (filter.missing) parts.push(MISSING[filter.missing])
  return { where: parts.length > 0 ? parts.join(' AND ') : '1', parameters }
}

/**
 * How many households a filter has and the cursor before each page of `pageSize`: null for the first page. So a list of
 * 100,000 can be entered anywhere by key, and nothing is counted off from the start.
 */
export function outlineHouseholds(
  reader: Reader,
  filter: ListFilter,
  pageSize: number,
): { count: number; pageStarts: (ListCursor | null)[] } {
  const { where, parameters } = conditions(filter)
  const match = matchQuery(filter.text)
  const isTextOnly = match !== null && !filter.category && !filter.missing
  const count = isTextOnly
    ? countMatches(reader, match)
    : (first<{ count: number }>(reader, `SELECT count(*) AS count FROM households WHERE ${where}`, ...parameters)
        ?.count ?? 0)
  if (count === 0) return { count, pageStarts: [] }
  const lastRows = all<ListCursor>(
    reader,
    `SELECT sortKey, rowNumber FROM (
       SELECT sort_key AS sortKey, row_number AS rowNumber, row_number() OVER (ORDER BY sort_key, row_number) AS place
       FROM households WHERE ${where}
     ) WHERE place % ? = 0 AND place < ? ORDER BY place`,
    ...parameters,
    pageSize,
    count,
  )
  return { count, pageStarts: [null, ...lastRows] }
}

export function pageHouseholds(
  reader: Reader,
  filter: ListFilter,
  after: ListCursor | null,
  limit: number,
): HouseholdLineRecord[] {
  const { where, parameters } = conditions(filter)
  const from = after ?? { sortKey: '', rowNumber: -1 }
  return all<HouseholdLineRecord>(
    reader,
    `SELECT ${HOUSEHOLD_LINE_COLUMNS} FROM households
     WHERE (sort_key, row_number) > (?, ?) AND ${where} ORDER BY sort_key, row_number LIMIT ?`,
    from.sortKey,
    from.rowNumber,
    ...parameters,
    limit,
  )
}
