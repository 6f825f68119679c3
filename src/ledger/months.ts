/** Months: their figures, what of them is unfinished, their closing and their package. */

import { desc, eq } from 'drizzle-orm'
import type { Day } from '../domain/day.ts'
import type { DocumentKind } from '../domain/numbering.ts'
import { type Period, periodEnd, periodStart } from '../domain/period.ts'
import { all, first, type Reader, type Writer } from './connection.ts'
import { closingHouseholds, closings, packages } from './schema.ts'

export interface MonthFigures {
  handoverCount: number
  giftsDong: number
  repairCount: number
  repairsDong: number
  voidCount: number
  voidedDong: number
}

/** The last closed month; nothing dated in it or before it may be added. */
export function closedThrough(reader: Reader): Period | null {
  return first<{ period: Period | null }>(reader, 'SELECT max(period) AS period FROM closings')?.period ?? null
}

/** Months that have papers or voids, or were closed; newest first. */
export function listPeriods(reader: Reader): Period[] {
  return all<{ period: Period }>(
    reader,
    `SELECT DISTINCT substr(handed_over_on, 1, 7) AS period FROM handovers
     UNION SELECT DISTINCT substr(voided_on, 1, 7) FROM handover_voids
     UNION SELECT DISTINCT substr(done_on, 1, 7) FROM repairs
     UNION SELECT DISTINCT substr(certified_on, 1, 7) FROM certificates
     UNION SELECT DISTINCT substr(voided_on, 1, 7) FROM repair_voids
     UNION SELECT period FROM closings ORDER BY 1 DESC`,
  ).map((row) => row.period)
}

/** Papers issued in a month with their value, and the voids made in it with the value they took back. */
export function monthFigures(reader: Reader, period: Period): MonthFigures {
  const days = [periodStart(period), periodEnd(period)]
  const sum = (sql: string) =>
    first<{ count: number; amountDong: number }>(reader, sql, ...days) ?? { count: 0, amountDong: 0 }
  const given = sum(
    'SELECT count(*) AS count, coalesce(sum(value_dong), 0) AS amountDong FROM handovers WHERE handed_over_on BETWEEN ? AND ?',
  )
  const repaired = sum(
    `SELECT count(*) AS count, coalesce(sum(cost_dong), 0) AS amountDong FROM certificates JOIN repairs USING (repair_id)
     WHERE certified_on BETWEEN ? AND ?`,
  )
  const giftVoids = sum(
    `SELECT count(*) AS count, coalesce(sum(value_dong), 0) AS amountDong FROM handover_voids JOIN handovers USING (handover_id)
     WHERE voided_on BETWEEN ? AND ?`,
  )
  const repairVoids = sum(
    `SELECT count(*) AS count, coalesce(sum(cost_dong), 0) AS amountDong FROM repair_voids JOIN repairs USING (repair_id)
     JOIN certificates USING (repair_id) WHERE voided_on BETWEEN ? AND ?`,
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

export interface NumberRange {
  kind: DocumentKind
  year: number
  first: number
  last: number
  issued: number
  voided: number
}

/** The numbers issued in a month, by kind; none where nothing was issued. */
export function numberRanges(reader: Reader, period: Period): NumberRange[] {
  const range = (kind: DocumentKind, table: string, dayColumn: string, voids: string, key: string) =>
    all<NumberRange>(
      reader,
      `SELECT '${kind}' AS kind, document_year AS year, min(document_number) AS first, max(document_number) AS last,
         count(*) AS issued, count(v.${key}) AS voided
       FROM ${table} LEFT JOIN ${voids} v USING (${key}) WHERE ${dayColumn} BETWEEN ? AND ? GROUP BY document_year`,
      periodStart(period),
      periodEnd(period),
    )
  return [
    ...range('handoverReceipt', 'handovers', 'handed_over_on', 'handover_voids', 'handover_id'),
    ...range('repairCertificate', 'certificates', 'certified_on', 'repair_voids', 'repair_id'),
  ]
}

/** Households served in a month that have no citizen ID. */
export function servedWithoutCitizenId(reader: Reader, period: Period): number {
  const sql = `SELECT count(*) AS count FROM households WHERE citizen_id IS NULL AND household_id IN (${SERVED})`
  return first<{ count: number }>(reader, sql, ...servedParameters(period))?.count ?? 0
}

const SERVED = `SELECT household_id FROM handovers WHERE handed_over_on BETWEEN ? AND ?
  UNION SELECT household_id FROM repairs JOIN certificates USING (repair_id) WHERE certified_on BETWEEN ? AND ?`

function servedParameters(period: Period): Day[] {
  return [periodStart(period), periodEnd(period), periodStart(period), periodEnd(period)]
}

export type ClosingRecord = typeof closings.$inferSelect
export type PackageRecord = typeof packages.$inferSelect

export function findClosing(reader: Reader, period: Period): ClosingRecord | null {
  return reader.rows.select().from(closings).where(eq(closings.period, period)).get() ?? null
}

export function lastClosing(reader: Reader): ClosingRecord | null {
  return reader.rows.select().from(closings).orderBy(desc(closings.sequence)).limit(1).get() ?? null
}

export function findClosingBySequence(reader: Reader, sequence: number): ClosingRecord | null {
  return reader.rows.select().from(closings).where(eq(closings.sequence, sequence)).get() ?? null
}

/** Closes a month: its row, and the households it served as they are now, so that its package never changes. */
export function addClosing(writer: Writer, closing: ClosingRecord): void {
  writer.rows.insert(closings).values(closing).run()
  const served = all<Record<string, unknown>>(
    writer,
    `SELECT household_id, head_of_household, birth_year, citizen_id, old_id_number, customer_code, meter_number, phone,
       hamlet, commune_name, address_text, member_count, category, category_decision, status
     FROM households WHERE household_id IN (${SERVED}) ORDER BY household_id`,
    ...servedParameters(closing.period as Period),
  )
  for (const household of served) {
    const row = {
      closingId: closing.closingId,
      householdId: String(household.household_id),
      content: JSON.stringify(household),
    }
    writer.rows.insert(closingHouseholds).values(row).run()
  }
}

export function countServed(reader: Reader, period: Period): number {
  return (
    first<{ count: number }>(reader, `SELECT count(*) AS count FROM (${SERVED})`, ...servedParameters(period))?.count ??
    0
  )
}

export function findPackage(reader: Reader, closingId: string): PackageRecord | null {
  return reader.rows.select().from(packages).where(eq(packages.closingId, closingId)).get() ?? null
}

export function addPackage(writer: Writer, made: PackageRecord): void {
  writer.rows.insert(packages).values(made).run()
}
