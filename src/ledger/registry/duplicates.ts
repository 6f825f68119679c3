/**
 * Pairs of households that may be one: found by what they have in common, scored, and kept beside what people decided
 * about them. Pairs are derived: they follow every change of a household that stands; decisions outlast them.
 */

import {
  type Comparable,
  type DuplicateReason,
  isNamedAlike,
  LEAST_SCORE,
  LEAST_SCORE_WITHOUT_NAME,
  type PairState,
  type Resemblance,
  resemblanceOf,
} from '../../domain/duplicate.ts'
import { birthYearOf } from '../../domain/household.ts'
import { searchKey } from '../../domain/vietnamese.ts'
import { all, first, type Reader, type Writer } from '../connection.ts'
import { duplicateSettlements } from '../schema/registry.ts'
import { HOUSEHOLD_COLUMNS, type HouseholdRecord, recordOf, STANDS, type StoredHousehold } from './household-record.ts'
import { householdsKeptUnder } from './households.ts'

/** The verdict that counts of a pair `p`: the latest one; none where nobody has said anything. */
const LATEST_SETTLEMENT = `SELECT settlement_id FROM duplicate_settlements latest
  WHERE latest.one_id = p.one_id AND latest.other_id = p.other_id ORDER BY settled_at DESC, settlement_id DESC LIMIT 1`

/** Pairs that nobody has settled, or whose settlement was taken back. */
export const OPEN_PAIRS = `SELECT one_id, other_id, score FROM duplicate_pairs p WHERE NOT EXISTS
  (SELECT 1 FROM duplicate_settlements WHERE settlement_id = (${LATEST_SETTLEMENT}) AND verdict <> 'open')`

/** A meter of a whole block, or a telephone of a whole hamlet: more than these are not compared. */
export const MOST_WITH_ONE_NUMBER = 200
const RECORDS = `SELECT ${HOUSEHOLD_COLUMNS} FROM households`
const BY_NUMBER = `${RECORDS} WHERE row_number IN
  (SELECT rowid FROM household_search WHERE household_search MATCH ? LIMIT ${MOST_WITH_ONE_NUMBER}) AND ${STANDS}`
const BY_NAME = `${RECORDS} WHERE name_key = :nameKey AND (birth_year IS NULL OR birth_year = :birthYear
  OR :birthYear IS NULL OR hamlet_key = :hamletKey) AND ${STANDS}`
/** Reads the index alone from end to end: the only way to a name of which nobody knows where it is wrong. */
const NEIGHBOURS_OF_AN_AGE = `SELECT row_number AS rowNumber, name_key AS nameKey FROM households
  WHERE (birth_year = ? OR birth_year IS NULL) AND hamlet_key = ?`
const BY_ROW_NUMBER = `${RECORDS} WHERE row_number = ? AND ${STANDS}`

/** Searches for the numbers of a household; one with a dash or a stroke in it is several words of the index. */
function numberQueries({ citizenId, oldIdNumber, customerCode, meterNumber, phone }: Comparable): string[] {
  const keys = [citizenId, oldIdNumber, customerCode, meterNumber, phone].map((number) => searchKey(number ?? ''))
  const queryOf = (key: string) =>
    key
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' AND ')
  return [...new Set(keys)].filter(Boolean).map(queryOf)
}

/** Households that stand and have enough in common with these facts to be compared. */
function candidatesFor(reader: Reader, facts: Comparable): Map<number, HouseholdRecord> {
  const candidates = new Map<number, HouseholdRecord>()
  const add = (rows: readonly StoredHousehold[]) => {
    for (const row of rows) if (!candidates.has(row.rowNumber)) candidates.set(row.rowNumber, recordOf(row))
  }
  for (const query of numberQueries(facts)) add(all<StoredHousehold>(reader, BY_NUMBER, query))
  const nameKey = searchKey(facts.headOfHousehold)
  if (nameKey === '') return candidates
  const hamletKey = searchKey(facts.hamlet ?? '')
  const birthYear = birthYearOf(facts)
  add(all<StoredHousehold>(reader, BY_NAME, { nameKey, birthYear, hamletKey }))
  if (birthYear === null || hamletKey === '') return candidates
  const neighbours = all<{ rowNumber: number; nameKey: string }>(reader, NEIGHBOURS_OF_AN_AGE, birthYear, hamletKey)
  for (const neighbour of neighbours) {
    if (candidates.has(neighbour.rowNumber) || !isNamedAlike(nameKey, neighbour.nameKey)) continue
    add(all<StoredHousehold>(reader, BY_ROW_NUMBER, neighbour.rowNumber))
  }
  return candidates
}

export interface Resembling extends Resemblance {
  household: HouseholdRecord
}

function resembling(
  reader: Reader,
  facts: Comparable,
  exceptId: string | null,
  entriesOf: (household: HouseholdRecord) => readonly Comparable[],
): Resembling[] {
  const likest = (household: HouseholdRecord) =>
    entriesOf(household)
      .map((entry) => resemblanceOf(facts, entry))
      .reduce((best, other) => (other.score > best.score ? other : best))
  return [...candidatesFor(reader, facts).values()]
    .filter(({ householdId }) => householdId !== exceptId)
    .map((household) => ({ household, ...likest(household) }))
    .filter(({ score }) => score >= (facts.headOfHousehold ? LEAST_SCORE : LEAST_SCORE_WITHOUT_NAME))
    .sort((one, other) => other.score - one.score || one.household.rowNumber - other.household.rowNumber)
}

/**
 * Households that look like these facts, or of which an entry kept under them does, the likeliest first, without the
 * one named.
 */
export function householdsLike(reader: Reader, facts: Comparable, exceptId: string | null): Resembling[] {
  const entriesOf = (household: HouseholdRecord) => [household, ...householdsKeptUnder(reader, household.householdId)]
  return resembling(reader, facts, exceptId, entriesOf)
}

const INSERT = 'INSERT OR REPLACE INTO duplicate_pairs (one_id, other_id, score, reasons) VALUES (?, ?, ?, ?)'

/** The identities of a pair in the order in which it is kept. */
function inOrder(oneId: string, otherId: string): [string, string] {
  return oneId < otherId ? [oneId, otherId] : [otherId, oneId]
}

/** Keeps a pair with its score, or another score of the same pair. */
export function addPair(writer: Writer, oneId: string, otherId: string, { score, reasons }: Resemblance): void {
  writer.statement(INSERT).run(...inOrder(oneId, otherId), score, JSON.stringify(reasons))
}

/** Finds the pairs of households anew that were registered, changed, merged, parted or erased. */
export function refreshPairs(writer: Writer, householdIds: readonly string[]): void {
  for (const householdId of householdIds) {
    writer.statement('DELETE FROM duplicate_pairs WHERE one_id = ? OR other_id = ?').run(householdId, householdId)
    const row = first<StoredHousehold>(writer, `${RECORDS} WHERE household_id = ? AND ${STANDS}`, householdId)
    if (!row) continue
    const others = resembling(writer, recordOf(row), householdId, (household) => [household])
    for (const { household, ...resemblance } of others) {
      addPair(writer, householdId, household.householdId, resemblance)
    }
  }
}

export interface PairRecord {
  oneId: string
  otherId: string
  score: number
  reasons: DuplicateReason[]
  settledAt: string | null
}

const PAIRS = `SELECT p.one_id AS oneId, p.other_id AS otherId, p.score, p.reasons, s.verdict, s.settled_at AS settledAt
  FROM duplicate_pairs p LEFT JOIN duplicate_settlements s ON s.settlement_id = (${LATEST_SETTLEMENT})`
const IN_STATE = "coalesce(verdict, 'open') = ?"

/** Pairs of a state, the likeliest first. */
export function listPairs(reader: Reader, state: PairState, from: number, limit: number): PairRecord[] {
  const sql = `SELECT * FROM (${PAIRS}) WHERE ${IN_STATE} ORDER BY score DESC, oneId, otherId LIMIT ? OFFSET ?`
  return all<Omit<PairRecord, 'reasons'> & { reasons: string }>(reader, sql, state, limit, from).map(pairOf)
}

function pairOf({ oneId, otherId, score, reasons, settledAt }: Omit<PairRecord, 'reasons'> & { reasons: string }) {
  return { oneId, otherId, score, reasons: JSON.parse(reasons) as DuplicateReason[], settledAt }
}

export function countPairs(reader: Reader): Record<PairState, number> {
  const sql = `SELECT coalesce(verdict, 'open') AS state, count(*) AS count FROM (${PAIRS}) GROUP BY state`
  const counts = { open: 0, later: 0, different: 0 }
  for (const { state, count } of all<{ state: PairState; count: number }>(reader, sql)) counts[state] = count
  return counts
}

/** Others that may be the same household as this one, not settled yet. */
export function countOpenPairs(reader: Reader, householdId: string): number {
  const sql = `SELECT count(*) AS count FROM (${OPEN_PAIRS}) WHERE :householdId IN (one_id, other_id)`
  return first<{ count: number }>(reader, sql, { householdId })?.count ?? 0
}

/** Keeps what a person decided about a pair; an earlier decision stays, too. */
export function addSettlement(
  writer: Writer,
  settlement: Omit<typeof duplicateSettlements.$inferInsert, 'verdict'> & { verdict: PairState },
): void {
  const [oneId, otherId] = inOrder(settlement.oneId, settlement.otherId)
  writer.rows
    .insert(duplicateSettlements)
    .values({ ...settlement, oneId, otherId })
    .run()
}
