/** The rows of a month's package, table by table, in the order of their primary keys (PACKAGE.md). */

import { type HouseholdRow, type Row, TABLES, type TableName } from '../domain/package-tables.ts'
import { type Period, periodEnd, periodStart } from '../domain/period.ts'
import { LONGEST_RCD_TRIP_MILLISECONDS, SMALLEST_INSULATION_MEGAOHM } from '../domain/repair.ts'
import { all, type Reader } from './connection.ts'
import { SERVED_HOUSEHOLDS } from './months.ts'

/** All rows of one package, in memory. */
export type MonthRows = { [Name in TableName]: Row<Name>[] }

const PAPERS = `
  h AS (SELECT handovers.*, document_year, document_number, code FROM handovers JOIN receipts USING (receipt_id)
    WHERE handed_over_on BETWEEN :from AND :to),
  c AS (SELECT * FROM certificates WHERE certified_on BETWEEN :from AND :to)`

const QUERIES: Record<Exclude<TableName, 'households'>, string> = {
  campaigns: `WITH ${PAPERS}
    SELECT campaign_id, name, (SELECT group_concat(value, ', ') FROM json_each(decision_numbers)) AS decision_number,
      from_day, to_day FROM campaigns
    WHERE campaign_id IN (SELECT campaign_id FROM h UNION SELECT campaign_id FROM c JOIN repairs USING (repair_id))
    ORDER BY campaign_id`,
  'gift-handovers': `WITH ${PAPERS}
    SELECT handover_id, h.campaign_id, household_id, package.name AS gift_package_name, document_year, document_number,
      code, handed_over_on, recipient_kind, recipient_name, recipient_relation, value_dong, recorded_at,
      full_name AS recorded_by
    FROM h JOIN gift_packages package USING (gift_package_id) JOIN people USING (person_id) ORDER BY handover_id`,
  'gift-lines': `WITH ${PAPERS}
    SELECT handover_id, line_number, name, unit_of_measure, quantity, unit_price_dong,
      (CAST(round(quantity * 1000) AS INTEGER) * unit_price_dong + 500) / 1000 AS amount_dong
    FROM h JOIN gift_package_lines USING (gift_package_id) ORDER BY handover_id, line_number`,
  voids: `SELECT * FROM (
      SELECT handover_id AS void_id, 'handoverReceipt' AS document_kind, handover_id AS document_id,
        document_number || '/' || document_year AS document_number_text, voided_on, reason, value_dong AS amount_dong,
        v.recorded_at, full_name AS recorded_by
      FROM receipt_voids v JOIN handovers USING (receipt_id) JOIN receipts USING (receipt_id)
      JOIN people ON people.person_id = v.person_id
      WHERE voided_on BETWEEN :from AND :to
      UNION ALL
      SELECT repair_id, 'repairCertificate', repair_id, document_number || '/' || document_year, voided_on, reason,
        cost_dong, v.recorded_at, full_name
      FROM repair_voids v JOIN repairs USING (repair_id) JOIN certificates USING (repair_id)
      JOIN people ON people.person_id = v.person_id
      WHERE voided_on BETWEEN :from AND :to
    ) ORDER BY void_id`,
  'stock-movements': `SELECT movement_id, m.moved_on, item.name AS item_name, unit_of_measure,
      thousandths / 1000.0 AS quantity, unit_price_dong, origin.kind AS from_place_kind,
      origin.name AS from_place_name, target.kind AS to_place_kind, target.name AS to_place_name,
      slip.code AS slip_code, handover_id
    FROM stock_movements m JOIN stock_items item USING (item_id)
    JOIN stock_places origin ON origin.place_id = m.from_place_id
    JOIN stock_places target ON target.place_id = m.to_place_id LEFT JOIN stock_slips slip USING (slip_id)
    WHERE m.moved_on BETWEEN :from AND :to ORDER BY movement_id`,
  repairs: `WITH ${PAPERS}
    SELECT repair_id, campaign_id, household_id, done_on, condition_found, crew, funding_source, cost_dong,
      document_year AS certificate_year, document_number AS certificate_number, code, certified_on, c.recorded_at,
      full_name AS recorded_by
    FROM c JOIN repairs USING (repair_id) JOIN people ON people.person_id = c.person_id ORDER BY repair_id`,
  'repair-items': `WITH ${PAPERS}
    SELECT repair_id, line_number, name, unit_of_measure, quantity, unit_price_dong,
      (CAST(round(quantity * 1000) AS INTEGER) * unit_price_dong + 500) / 1000 AS amount_dong
    FROM c JOIN repair_items USING (repair_id) ORDER BY repair_id, line_number`,
  'repair-checks': `WITH ${PAPERS}, r AS (SELECT repairs.* FROM c JOIN repairs USING (repair_id))
    SELECT * FROM (
      SELECT repair_id, 'insulation' AS check_kind, insulation_megaohm AS reading, 'megaohm' AS unit,
        iif(insulation_megaohm >= ${SMALLEST_INSULATION_MEGAOHM}, 'passed', 'failed') AS result FROM r
      UNION ALL
      SELECT repair_id, 'rcdTrip', rcd_trip_milliseconds, iif(rcd_trip_milliseconds IS NULL, NULL, 'ms'),
        CASE WHEN rcd_trip_milliseconds IS NULL THEN 'notPresent'
          WHEN rcd_trip_milliseconds <= ${LONGEST_RCD_TRIP_MILLISECONDS} THEN 'passed' ELSE 'failed' END FROM r
      UNION ALL SELECT repair_id, 'polarity', NULL, NULL, iif(polarity_correct, 'passed', 'failed') FROM r
      UNION ALL SELECT repair_id, 'poweredOn', NULL, NULL, iif(powered_on, 'passed', 'failed') FROM r
    ) ORDER BY repair_id, check_kind`,
  'signed-papers': `SELECT page_id, d.document_kind, d.document_id, image_sha256 AS scan_sha256,
      decided_at AS kept_at, full_name AS kept_by
    FROM scan_decisions d JOIN scanned_pages USING (page_id) JOIN people ON people.person_id = d.person_id
    WHERE decision = 'kept' AND decided_at > :keptAfter AND decided_at <= :keptThrough AND NOT EXISTS (
      SELECT 1 FROM scan_decisions later WHERE later.page_id = d.page_id AND later.decided_at <= :keptThrough
        AND (later.decided_at, later.decision_id) > (d.decided_at, d.decision_id))
    ORDER BY page_id`,
  journal: `SELECT sequence, recorded_at, person_id, command, command_id, subject, content_sha256, previous_hash, hash
    FROM journal WHERE sequence BETWEEN :firstJournal AND :lastJournal ORDER BY sequence`,
}

export interface MonthRange {
  period: Period
  firstJournal: number
  lastJournal: number
  /** Signed papers kept behind the first instant and up to the second come along: one closing to the next. */
  keptAfter: string
  keptThrough: string
}

/** A month's rows as the ledger has them now, all of them. */
export function monthRows(reader: Reader, range: MonthRange, households: HouseholdRow[]): MonthRows {
  const rows = <Name extends keyof typeof QUERIES>(name: Name) =>
    all<Row<Name>>(reader, QUERIES[name], parametersOf(QUERIES[name], range))
  return {
    households,
    campaigns: rows('campaigns'),
    'gift-handovers': rows('gift-handovers'),
    'gift-lines': rows('gift-lines'),
    voids: rows('voids'),
    'stock-movements': rows('stock-movements'),
    repairs: rows('repairs'),
    'repair-items': rows('repair-items'),
    'repair-checks': rows('repair-checks'),
    'signed-papers': rows('signed-papers'),
    journal: rows('journal'),
  }
}

/**
 * At most so many rows of a closed month's table behind one of them, from the first where that is null. They are the
 * same at any time; households are those that the closing kept.
 */
export function monthPage<Name extends TableName>(
  reader: Reader,
  { name, after, limit }: { name: Name; after: Row<Name> | null; limit: number },
  { closingId, ...range }: MonthRange & { closingId: string },
): Row<Name>[] {
  if (name === 'households') {
    const behind = (after as HouseholdRow | null)?.household_id ?? ''
    return householdsKept(reader, closingId, behind, limit) as Row<Name>[]
  }
  const key = TABLES[name].primaryKey
  const sql = QUERIES[name as Exclude<TableName, 'households'>]
  const place = key.map((field) => `:after_${field}`)
  const behind = after ? `WHERE (${key.join()}) > (${place.join()})` : ''
  const cells: Readonly<Record<string, unknown>> = after ?? {}
  const parameters = Object.fromEntries(after ? key.map((field) => [`after_${field}`, cells[field]]) : [])
  return all<Row<Name>>(reader, `SELECT * FROM (${sql}) ${behind} ORDER BY ${key.join()} LIMIT :limit`, {
    ...parametersOf(sql, range),
    ...parameters,
    limit,
  })
}

/** Of what a month is asked by, what a query asks for. */
function parametersOf(sql: string, { period, ...range }: MonthRange): Record<string, unknown> {
  const parameters = { from: periodStart(period), to: periodEnd(period), ...range }
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => sql.includes(`:${name}`)))
}

/** Households served in a month as they are now: what a closing keeps. */
export function servedHouseholds(reader: Reader, period: Period): HouseholdRow[] {
  const from = periodStart(period)
  const to = periodEnd(period)
  return all<HouseholdRow>(
    reader,
    `SELECT household_id, head_of_household, birth_year, citizen_id, old_id_number, customer_code, meter_number, phone,
       hamlet, commune_name, address_text, member_count, category,
       (SELECT value ->> '$.decisionNumber' FROM json_each(categories) WHERE value ->> '$.category' = category LIMIT 1)
         AS category_decision, status
     FROM households WHERE household_id IN (${SERVED_HOUSEHOLDS}) ORDER BY household_id`,
    { from, to },
  )
}

function householdsKept(reader: Reader, closingId: string, after: string, limit: number): HouseholdRow[] {
  const sql = `SELECT content FROM closing_households WHERE closing_id = ? AND household_id > ?
    ORDER BY household_id LIMIT ?`
  const rows = all<{ content: string }>(reader, sql, closingId, after, limit)
  return rows.map((row) => JSON.parse(row.content) as HouseholdRow)
}
