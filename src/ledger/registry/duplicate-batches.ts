/**
 * Pairs that a whole batch of households makes, found in one go over the registry: household by household it would take
 * minutes for a list of 100,000. The same pairs come out as when each is looked at by itself.
 */

import { isNamedAlike, LEAST_SCORE, resemblanceOf } from '../../domain/duplicate.ts'
import { all, first, type Reader, type Writer } from '../connection.ts'
import { addPair, MOST_WITH_ONE_NUMBER } from './duplicates.ts'
import { HOUSEHOLD_COLUMNS, type HouseholdRecord, recordOf, STANDS, type StoredHousehold } from './household-record.ts'

/** As birthYearOf has it: the year as written, or as the citizen ID carries it. */
const BIRTH_YEAR = `coalesce(birth_year, 1900 + CAST(substr(citizen_id, 4, 1) AS INTEGER) / 2 * 100
  + CAST(substr(citizen_id, 5, 2) AS INTEGER))`
const OF_BATCH = 'SELECT household_id FROM import_rows WHERE batch_id = :batchId'

/** Takes the pairs of a batch's households away: before they are removed, or found anew. */
export function dropPairsOfBatch(writer: Writer, batchId: string): void {
  const sql = `DELETE FROM duplicate_pairs WHERE EXISTS
    (SELECT 1 FROM import_rows WHERE batch_id = :batchId AND household_id IN (one_id, other_id))`
  writer.statement(sql).run({ batchId })
}

/** Adds each pair of rows once that is worth comparing. */
type Offer = (oneRow: number, otherRow: number) => void

/** Rows with one number between them, whatever number it is; not those of a whole block or hamlet. */
function offerSharedNumbers(reader: Reader, offer: Offer): void {
  for (const column of ['customer_code', 'meter_number', 'phone', 'old_id_number']) {
    const groups = all<{ rows: string }>(
      reader,
      `SELECT json_group_array(row_number) AS rows FROM households WHERE ${column} IS NOT NULL AND ${STANDS}
       GROUP BY ${column} HAVING count(*) BETWEEN 2 AND ${MOST_WITH_ONE_NUMBER}`,
    )
    for (const { rows } of groups) offerAll(JSON.parse(rows) as number[], offer)
  }
  const crossed = all<{ one: number; other: number }>(
    reader,
    `SELECT one.row_number AS one, other.row_number AS other FROM households one JOIN households other
       ON other.citizen_id = one.old_id_number AND other.citizen_id IS NOT NULL AND other.${STANDS}
     WHERE one.old_id_number IS NOT NULL AND one.${STANDS}`,
  )
  for (const { one, other } of crossed) offer(one, other)
}

function offerAll(rows: readonly number[], offer: Offer): void {
  rows.forEach((one, index) => {
    for (const other of rows.slice(index + 1)) offer(one, other)
  })
}

interface Named {
  rowNumber: number
  nameKey: string
  birthYear: number | null
  hamletKey: string
  lacksCitizenId: 0 | 1
}

const isUnlike = (one: string | number | null, other: string | number | null) =>
  one !== null && other !== null && one !== '' && other !== '' && one !== other

/**
 * Rows named alike that nothing else of their name, age and hamlet tells apart. Two people with citizen IDs of their
 * own are told apart by them, so one of each pair has none. A slip in a name leaves its last word or all the others.
 */
function offerNames(reader: Reader, offer: Offer): void {
  if (!first(reader, `SELECT 1 FROM households WHERE citizen_id IS NULL AND ${STANDS} LIMIT 1`)) return
  const named = all<Named>(
    reader,
    `SELECT row_number AS rowNumber, name_key AS nameKey, ${BIRTH_YEAR} AS birthYear, hamlet_key AS hamletKey,
       citizen_id IS NULL AS lacksCitizenId FROM households WHERE name_key <> '' AND ${STANDS}`,
  )
  const keysOf = ({ nameKey, birthYear, hamletKey }: Named): string[] => {
    if (birthYear === null || hamletKey === '') return [nameKey]
    const lastWordAt = nameKey.lastIndexOf(' ') + 1
    const neighbours = `${birthYear}|${hamletKey}|`
    return [nameKey, neighbours + nameKey.slice(lastWordAt), `${neighbours}${nameKey.slice(0, lastWordAt)}|`]
  }
  const blocks = new Map<string, Named[]>()
  for (const one of named) if (one.lacksCitizenId) for (const key of keysOf(one)) blocks.set(key, [])
  for (const one of named) for (const key of keysOf(one)) blocks.get(key)?.push(one)
  for (const block of blocks.values()) offerBlock(block, offer)
}

function offerBlock(block: readonly Named[], offer: Offer): void {
  block.forEach((one, index) => {
    for (const other of block.slice(index + 1)) {
      const isTold = !one.lacksCitizenId && !other.lacksCitizenId
      if (isTold || isUnlike(one.birthYear, other.birthYear) || isUnlike(one.hamletKey, other.hamletKey)) continue
      if (isNamedAlike(one.nameKey, other.nameKey)) offer(one.rowNumber, other.rowNumber)
    }
  })
}

/** Whether a row is of the batch; where most are, all are taken for it, which is quicker and finds the same pairs. */
function touchedBy(reader: Reader, batchId: string): (rowNumber: number) => boolean {
  const ofBatch = first<{ count: number }>(reader, `SELECT count(*) AS count FROM (${OF_BATCH})`, { batchId })?.count
  const inAll = first<{ count: number }>(reader, 'SELECT count(*) AS count FROM households')?.count ?? 0
  if ((ofBatch ?? 0) * 2 > inAll) return () => true
  const rows = all<{ rowNumber: number }>(
    reader,
    `SELECT row_number AS rowNumber FROM households WHERE household_id IN (${OF_BATCH})`,
    { batchId },
  )
  const touched = new Set(rows.map(({ rowNumber }) => rowNumber))
  return (rowNumber) => touched.has(rowNumber)
}

/** Finds the pairs of a batch's households, after it was taken in or undone. */
export function refreshPairsOfBatch(writer: Writer, batchId: string): void {
  dropPairsOfBatch(writer, batchId)
  const isTouched = touchedBy(writer, batchId)
  const offered = new Set<string>()
  const records = new Map<number, HouseholdRecord>()
  const recordAt = (rowNumber: number): HouseholdRecord | null => {
    const known = records.get(rowNumber)
    if (known) return known
    const sql = `SELECT ${HOUSEHOLD_COLUMNS} FROM households WHERE row_number = ?`
    const row = first<StoredHousehold>(writer, sql, rowNumber)
    if (!row) return null
    const record = recordOf(row)
    records.set(rowNumber, record)
    return record
  }
  const offer: Offer = (oneRow, otherRow) => {
    if (oneRow === otherRow || !(isTouched(oneRow) || isTouched(otherRow))) return
    const key = oneRow < otherRow ? `${oneRow}|${otherRow}` : `${otherRow}|${oneRow}`
    if (offered.has(key)) return
    offered.add(key)
    const [one, other] = [recordAt(oneRow), recordAt(otherRow)]
    if (!one || !other) return
    const resemblance = resemblanceOf(one, other)
    if (resemblance.score >= LEAST_SCORE) addPair(writer, one.householdId, other.householdId, resemblance)
  }
  offerSharedNumbers(writer, offer)
  offerNames(writer, offer)
}
