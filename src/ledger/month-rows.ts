/** The rows of a month's package, table by table, in the order of their primary keys (PACKAGE.md). */

import { type HouseholdRow, type Row, TABLES, type TableName } from '../domain/package-tables.ts'
import { type Period, periodEnd, periodStart } from '../domain/period.ts'
import { LONGEST_RCD_TRIP_MILLISECONDS, SMALLEST_INSULATION_MEGAOHM } from '../domain/repair-check.ts'
import { all, type Reader } from './connection.ts'
import { indicatorRows } from './indicators.ts'
import { SERVED_HOUSEHOLDS } from './months.ts'

/** All rows of one package, in memory. */
export type MonthRows = { [Name in TableName]: Row<Name>[] }

const PAPERS = `
  h AS (SELECT handovers.*, document_year, document_number, code FROM handovers JOIN receipts USING (receipt_id)
    WHERE handed_over_on BETWEEN :from AND :to),
  c AS (SELECT paper_id AS certificate_id, p.repair_id, s.ordinal AS certified_at, document_year, document_number, code,
      issued_on AS certified_on, cost_dong, p.recorded_at, p.person_id
    FROM repair_papers p JOIN repair_steps s USING (step_id)
    WHERE kind = 'repairCertificate' AND issued_on BETWEEN :from AND :to)`

/** The latest step of an event of a repair before certificate `c` was issued. */
const before = (event: string) => `(SELECT step_id FROM repair_steps s WHERE s.repair_id = c.repair_id
  AND event = '${event}' AND ordinal < certified_at ORDER BY ordinal DESC LIMIT 1)`

/** A check that has a reading, as a row of the table: passed by a condition, or not present. */
/** `repair_id` is the key of format 1, in which a repair was certified once. */
const measured = (check: string, column: string, unit: string, passes: string) =>
  `SELECT certificate_id, repair_id, '${check}' AS check_kind, ${column} AS reading,
    iif(${column} IS NULL, NULL, '${unit}') AS unit,
    CASE WHEN ${column} IS NULL THEN 'notPresent' WHEN ${passes} THEN 'passed' ELSE 'failed' END AS result FROM r`
const seen = (check: string, column: string) =>
  `SELECT certificate_id, repair_id, '${check}', NULL, NULL, CASE ${column} WHEN 1 THEN 'passed' WHEN 0 THEN 'failed'
    ELSE 'notPresent' END FROM r`
const INSULATES = `insulation_megaohm >= ${SMALLEST_INSULATION_MEGAOHM}`
const TRIPS = `rcd_trip_milliseconds <= ${LONGEST_RCD_TRIP_MILLISECONDS}`
/** The first version did not ask for these. */
const ASKED_SINCE = "WHERE origin <> 'earlier'"

/** Households are kept with the closing; what indicators come to is reckoned by their own rules. */
type NotAsked = 'households' | 'indicators'

const QUERIES: Record<Exclude<TableName, NotAsked>, string> = {
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
      SELECT paper_id, kind, paper_id, document_number || '/' || document_year, voided_on, reason, cost_dong,
        v.recorded_at, full_name
      FROM repair_paper_voids v JOIN repair_papers USING (paper_id) JOIN people ON people.person_id = v.person_id
      WHERE kind = 'repairCertificate' AND voided_on BETWEEN :from AND :to
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
    SELECT certificate_id, c.repair_id, campaign_id, household_id, done.happened_on AS done_on,
      coalesce(condition_found, need) AS condition_found, crew, funding_source, cost_dong,
      c.document_year AS certificate_year, c.document_number AS certificate_number, c.code, certified_on,
      c.recorded_at, full_name AS recorded_by
    FROM c JOIN repairs USING (repair_id) JOIN people ON people.person_id = c.person_id
    LEFT JOIN repair_surveys survey ON survey.step_id = ${before('survey')}
    JOIN repair_steps done ON done.step_id = ${before('finishWork')}
    JOIN repair_works work ON work.step_id = done.step_id ORDER BY certificate_id`,
  'repair-items': `WITH ${PAPERS}
    SELECT certificate_id, c.repair_id,
      row_number() OVER (PARTITION BY certificate_id ORDER BY s.ordinal, i.line_number) AS line_number,
      name, unit_of_measure, quantity, unit_price_dong,
      (CAST(round(quantity * 1000) AS INTEGER) * unit_price_dong + 500) / 1000 AS amount_dong
    FROM c JOIN repair_steps s ON s.repair_id = c.repair_id AND event = 'finishWork' AND s.ordinal < certified_at
    JOIN repair_items i USING (step_id) ORDER BY certificate_id, line_number`,
  'repair-checks': `WITH ${PAPERS}, r AS (SELECT certificate_id, c.repair_id, origin, k.* FROM c
      JOIN repairs USING (repair_id) JOIN repair_checks k ON k.step_id = ${before('check')})
    SELECT * FROM (
      ${measured('insulation', 'insulation_megaohm', 'megaohm', INSULATES)}
      UNION ALL ${measured('continuity', 'continuity_ohm', 'ohm', 'continuity_ohm <= continuity_limit_ohm')}
        ${ASKED_SINCE}
      UNION ALL ${measured('rcdTrip', 'rcd_trip_milliseconds', 'ms', TRIPS)}
      UNION ALL ${seen('rcdTestButton', 'rcd_test_button_works')} ${ASKED_SINCE}
      UNION ALL ${seen('polarity', 'polarity_correct')}
      UNION ALL ${measured('earthing', 'earthing_ohm', 'ohm', 'earthing_ohm <= earthing_limit_ohm')} ${ASKED_SINCE}
      UNION ALL ${seen('poweredOn', 'powered_on')}
    ) ORDER BY certificate_id, check_kind`,
  'signed-papers': `SELECT page_id, d.document_kind, d.document_id, image_sha256 AS scan_sha256,
      decided_at AS kept_at, full_name AS kept_by
    FROM scan_decisions d JOIN scanned_pages USING (page_id) JOIN people ON people.person_id = d.person_id
    WHERE decision = 'kept' AND decided_at > :keptAfter AND decided_at <= :keptThrough AND NOT EXISTS (
      SELECT 1 FROM scan_decisions later WHERE later.page_id = d.page_id AND later.decided_at <= :keptThrough
        AND (later.decided_at, later.decision_id) > (d.decided_at, d.decision_id))
    ORDER BY page_id`,
  corrections: `SELECT correction_id, kind, document_year, document_number, entered_on, corrected_period,
      corrected_document, figure, max(count_delta, 0) AS count_increase, max(-count_delta, 0) AS count_decrease,
      max(amount_delta_dong, 0) AS amount_increase_dong, max(-amount_delta_dong, 0) AS amount_decrease_dong,
      reason, recorded_at, full_name AS recorded_by
    FROM corrections JOIN people USING (person_id) WHERE entered_on BETWEEN :from AND :to ORDER BY correction_id`,
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
    corrections: rows('corrections'),
    indicators: indicatorRows(reader, range.period),
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
  if (name === 'indicators') {
    const behind = (after as Row<'indicators'> | null)?.indicator_code ?? ''
    const rows = indicatorRows(reader, range.period).filter(({ indicator_code }) => indicator_code > behind)
    return rows.slice(0, limit) as Row<Name>[]
  }
  const key = TABLES[name].primaryKey
  const sql = QUERIES[name as Exclude<TableName, NotAsked>]
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
