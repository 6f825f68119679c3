/** Months: their figures, what of them is unfinished, their closing and their package. */

import type { GivingKind } from '../domain/numbering.ts'
import { type Period, periodEnd, periodStart } from '../domain/period.ts'
import { all, first, type Reader } from './connection.ts'

export interface MonthFigures {
  handoverCount: number
  giftsDong: number
  repairCount: number
  repairsDong: number
  voidCount: number
  voidedDong: number
}

/** The last month that is closed now; nothing dated in it or before it may be added. */
export function closedThrough(reader: Reader): Period | null {
  return first<{ period: Period | null }>(reader, 'SELECT max(period) AS period FROM closed_months')?.period ?? null
}

/** Months that have papers, voids, distributions with papers or figures of service, or were closed; newest first. */
export function listPeriods(reader: Reader): Period[] {
  return all<{ period: Period }>(
    reader,
    `SELECT DISTINCT substr(handed_over_on, 1, 7) AS period FROM handovers
     UNION SELECT DISTINCT substr(voided_on, 1, 7) FROM receipt_voids JOIN handovers USING (receipt_id)
     UNION SELECT DISTINCT substr(held_on, 1, 7) FROM distribution_events JOIN event_kits USING (event_id)
     UNION SELECT DISTINCT substr(happened_on, 1, 7) FROM repair_steps
     UNION SELECT DISTINCT substr(issued_on, 1, 7) FROM repair_papers
     UNION SELECT DISTINCT substr(voided_on, 1, 7) FROM repair_paper_voids
     UNION SELECT substr(entered_on, 1, 7) FROM corrections
     UNION SELECT period FROM indicator_values
     UNION SELECT period FROM closings ORDER BY 1 DESC`,
  ).map((row) => row.period)
}

/** Papers issued in a month with their value, and the voids made in it with the value they took back. */
export function monthFigures(reader: Reader, period: Period): MonthFigures {
  const days = [periodStart(period), periodEnd(period)]
  const sum = (sql: string) =>
    first<{ count: number; amountDong: number }>(reader, sql, ...days) ?? { count: 0, amountDong: 0 }
  const given = sum(
    `SELECT count(*) AS count, coalesce(sum(value_dong), 0) AS amountDong FROM handovers
     WHERE handed_over_on BETWEEN ? AND ?`,
  )
  const repaired = sum(
    `SELECT count(*) AS count, coalesce(sum(cost_dong), 0) AS amountDong
     FROM repair_papers WHERE kind = 'repairCertificate' AND issued_on BETWEEN ? AND ?`,
  )
  const giftVoids = sum(
    `SELECT count(*) AS count, coalesce(sum(value_dong), 0) AS amountDong
     FROM receipt_voids JOIN handovers USING (receipt_id) WHERE voided_on BETWEEN ? AND ?`,
  )
  const repairVoids = sum(
    `SELECT count(*) AS count, coalesce(sum(cost_dong), 0) AS amountDong
     FROM repair_paper_voids JOIN repair_papers USING (paper_id)
     WHERE kind = 'repairCertificate' AND voided_on BETWEEN ? AND ?`,
  )
  return {
    handoverCount: given.count,
    giftsDong: given.amountDong,
    repairCount: repaired.count,
    repairsDong: repaired.amountDong,
    voidCount: giftVoids.count + repairVoids.count,
    voidedDong: giftVoids.amountDong + repairVoids.amountDong,
  }
}

/**
 * The numbers of papers that gave something in a month: `voided` by voids of the same month, `otherMonths` borne by
 * papers of another one, `withoutHandover` by forms that gave nothing: blanks, void, lost or still open ones.
 */
export interface NumberRange {
  year: number
  first: number
  last: number
  issued: number
  voided: number[]
  otherMonths: number[]
  withoutHandover: number[]
}

const GIVEN = `SELECT document_year, document_number, receipt_id AS key, handed_over_on AS day
  FROM receipts LEFT JOIN handovers USING (receipt_id)`
const CERTIFIED = `SELECT document_year, document_number, paper_id AS key, issued_on AS day FROM repair_papers
  WHERE kind = 'repairCertificate'`

const NUMBERED: Record<GivingKind, { papers: string; voids: string; key: string }> = {
  handoverReceipt: { papers: GIVEN, voids: 'receipt_voids', key: 'receipt_id' },
  repairCertificate: { papers: CERTIFIED, voids: 'repair_paper_voids', key: 'paper_id' },
}

/**
 * The numbers of one kind of paper that gave something in a month; null where none did. A month lies in one year, so
 * they are one range.
 */
export function numberRange(reader: Reader, kind: GivingKind, period: Period): NumberRange | null {
  const { papers, voids, key } = NUMBERED[kind]
  const days = { from: periodStart(period), to: periodEnd(period) }
  const range = first<{ year: number; first: number | null; last: number; issued: number }>(
    reader,
    `SELECT document_year AS year, min(document_number) AS first, max(document_number) AS last, count(*) AS issued
     FROM (${papers}) WHERE day BETWEEN :from AND :to`,
    days,
  )
  if (!range || range.first === null) return null
  const inRange = { year: range.year, first: range.first, last: range.last }
  const numbers = (where: string, parameters: object) =>
    all<{ number: number }>(
      reader,
      `SELECT document_number AS number FROM (${papers}) WHERE ${where} ORDER BY number`,
      parameters,
    ).map((row) => row.number)
  const between = 'document_year = :year AND document_number BETWEEN :first AND :last'
  return {
    ...range,
    first: range.first,
    voided: numbers(
      `day BETWEEN :from AND :to AND key IN (SELECT ${key} FROM ${voids} WHERE voided_on BETWEEN :from AND :to)`,
      days,
    ),
    otherMonths: numbers(`${between} AND day NOT BETWEEN :from AND :to`, { ...days, ...inRange }),
    withoutHandover: numbers(`${between} AND day IS NULL`, inRange),
  }
}

/** Households that got a paper in a month, between the named days. */
export const SERVED_HOUSEHOLDS = `SELECT household_id FROM handovers WHERE handed_over_on BETWEEN :from AND :to
  UNION SELECT household_id FROM repair_papers JOIN repairs USING (repair_id)
    WHERE kind = 'repairCertificate' AND issued_on BETWEEN :from AND :to`

/** Households served in a month that have no citizen ID. */
export function servedWithoutCitizenId(reader: Reader, period: Period): number {
  const sql = `SELECT count(*) AS count FROM households
    WHERE citizen_id IS NULL AND household_id IN (${SERVED_HOUSEHOLDS})`
  return first<{ count: number }>(reader, sql, { from: periodStart(period), to: periodEnd(period) })?.count ?? 0
}

/** Papers that gave something in a month, stand, and whose signed copy has not come back. */
export function papersNotBack(reader: Reader, period: Period): Record<GivingKind, number> {
  const days = { from: periodStart(period), to: periodEnd(period) }
  const out = (kind: GivingKind) => {
    const { papers, voids, key } = NUMBERED[kind]
    const sql = `SELECT count(*) AS count FROM (${papers}) WHERE day BETWEEN :from AND :to
      AND key NOT IN (SELECT document_id FROM returned_papers) AND key NOT IN (SELECT ${key} FROM ${voids})`
    return first<{ count: number }>(reader, sql, days)?.count ?? 0
  }
  return { handoverReceipt: out('handoverReceipt'), repairCertificate: out('repairCertificate') }
}

/** Papers that were found missing in a month and have not been found again: somebody has said how they were lost. */
export function sheetsFoundMissing(reader: Reader, period: Period): number {
  const sql = `SELECT count(*) AS count FROM receipt_findings f WHERE finding = 'missing'
    AND found_on BETWEEN :from AND :to AND NOT EXISTS (SELECT 1 FROM receipt_findings later
      WHERE later.receipt_id = f.receipt_id AND (later.recorded_at, later.finding_id) > (f.recorded_at, f.finding_id))`
  return first<{ count: number }>(reader, sql, { from: periodStart(period), to: periodEnd(period) })?.count ?? 0
}

/** Campaigns that end in a month without a gift of theirs handed over. */
export function campaignsEndedUnused(reader: Reader, period: Period): number {
  const sql = `SELECT count(*) AS count FROM campaigns WHERE to_day BETWEEN :from AND :to
    AND campaign_id NOT IN (SELECT campaign_id FROM gift_claims)`
  return first<{ count: number }>(reader, sql, { from: periodStart(period), to: periodEnd(period) })?.count ?? 0
}
