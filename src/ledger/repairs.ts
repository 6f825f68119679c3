/** Finished repairs, their certificates and their voids. */

import { asc, eq } from 'drizzle-orm'
import type { Day } from '../domain/day.ts'
import { dong } from '../domain/money.ts'
import type { RepairItem, RepairReadings } from '../domain/repair.ts'
import { all, first, type Reader, type Writer } from './connection.ts'
import type { StoredPaper } from './receipts.ts'
import { GROUP } from './registry/households.ts'
import { certificates, repairItems, repairs, repairVoids } from './schema/repairs.ts'

export function addRepair(writer: Writer, repair: typeof repairs.$inferInsert, items: readonly RepairItem[]): void {
  writer.rows.insert(repairs).values(repair).run()
  items.forEach((item, index) => {
    writer.rows
      .insert(repairItems)
      .values({ repairId: repair.repairId, lineNumber: index + 1, ...item })
      .run()
  })
}

export function addCertificate(writer: Writer, certificate: typeof certificates.$inferInsert): void {
  writer.rows.insert(certificates).values(certificate).run()
}

export function addRepairVoid(writer: Writer, voided: typeof repairVoids.$inferInsert): void {
  writer.rows.insert(repairVoids).values(voided).run()
}

interface RepairRow {
  repairId: string
  householdId: string
  campaignId: string | null
  headOfHousehold: string
  hamlet: string | null
  communeName: string | null
  doneOn: Day
  conditionFound: string
  crew: string
  fundingSource: string | null
  costDong: number
  insulationMegaohm: number
  rcdTripMilliseconds: number | null
  polarityCorrect: 0 | 1
  poweredOn: 0 | 1
  documentYear: number | null
  documentNumber: number | null
  certifiedOn: Day | null
  voidedOn: Day | null
}

export interface RepairLine extends Omit<RepairRow, keyof RepairReadings> {
  readings: RepairReadings
}

const LINES = `SELECT r.repair_id AS repairId, r.household_id AS householdId, r.campaign_id AS campaignId,
  household.head_of_household AS headOfHousehold, household.hamlet, household.commune_name AS communeName,
  r.done_on AS doneOn, r.condition_found AS conditionFound, r.crew, r.funding_source AS fundingSource,
  r.cost_dong AS costDong, r.insulation_megaohm AS insulationMegaohm, r.rcd_trip_milliseconds AS rcdTripMilliseconds,
  r.polarity_correct AS polarityCorrect, r.powered_on AS poweredOn,
  c.document_year AS documentYear, c.document_number AS documentNumber, c.certified_on AS certifiedOn,
  v.voided_on AS voidedOn
  FROM repairs r
  JOIN households household ON household.household_id = r.household_id
  LEFT JOIN certificates c ON c.repair_id = r.repair_id
  LEFT JOIN repair_voids v ON v.repair_id = r.repair_id`

function lineOf(row: RepairRow): RepairLine {
  const { insulationMegaohm, rcdTripMilliseconds, polarityCorrect, poweredOn, ...line } = row
  const readings = {
    insulationMegaohm,
    rcdTripMilliseconds,
    polarityCorrect: polarityCorrect === 1,
    poweredOn: poweredOn === 1,
  }
  return { ...line, readings }
}

export function findRepair(reader: Reader, repairId: string): RepairLine | null {
  const row = first<RepairRow>(reader, `${LINES} WHERE r.repair_id = ?`, repairId)
  return row ? lineOf(row) : null
}

/** The repair whose certificate carries this code, voided or not. */
export function findRepairByCode(reader: Reader, code: string): RepairLine | null {
  const row = first<RepairRow>(reader, `${LINES} WHERE c.code = ?`, code)
  return row ? lineOf(row) : null
}

export function itemsOfRepair(reader: Reader, repairId: string): RepairItem[] {
  return reader.rows
    .select()
    .from(repairItems)
    .where(eq(repairItems.repairId, repairId))
    .orderBy(asc(repairItems.lineNumber))
    .all()
    .map(({ name, unitOfMeasure, quantity, unitPriceDong }) => ({
      name,
      unitOfMeasure,
      quantity,
      unitPriceDong: dong(unitPriceDong),
    }))
}

const STATE = {
  recorded: 'c.repair_id IS NULL AND v.repair_id IS NULL',
  certified: 'c.repair_id IS NOT NULL AND v.repair_id IS NULL',
  voided: 'v.repair_id IS NOT NULL',
}

/** Newest work first; null lists every state. */
export function listRepairs(reader: Reader, state: keyof typeof STATE | null, limit: number): RepairLine[] {
  const sql = `${LINES} WHERE ${state ? STATE[state] : '1'} ORDER BY r.done_on DESC, r.repair_id DESC LIMIT ?`
  return all<RepairRow>(reader, sql, limit).map(lineOf)
}

export function countRepairs(reader: Reader, state: keyof typeof STATE | null): number {
  const sql = `SELECT count(*) AS count FROM repairs r LEFT JOIN certificates c USING (repair_id)
    LEFT JOIN repair_voids v USING (repair_id) WHERE ${state ? STATE[state] : '1'}`
  return first<{ count: number }>(reader, sql)?.count ?? 0
}

/** Of a household and of those kept under it, newest work first. */
export function repairsOfHousehold(reader: Reader, householdId: string): RepairLine[] {
  const sql = `${GROUP} ${LINES} WHERE r.household_id IN kept_together ORDER BY r.done_on DESC`
  return all<RepairRow>(reader, sql, { householdId }).map(lineOf)
}

/** Work done in a month that is neither certified nor voided: the month cannot be closed over it. */
export function uncertifiedRepairs(reader: Reader, from: Day, to: Day): RepairLine[] {
  const sql = `${LINES} WHERE ${STATE.recorded} AND r.done_on BETWEEN ? AND ? ORDER BY r.done_on, r.repair_id`
  return all<RepairRow>(reader, sql, from, to).map(lineOf)
}

const CERTIFICATES = `SELECT repair_id AS documentId, document_number AS documentNumber, paper FROM certificates
  WHERE repair_id NOT IN (SELECT repair_id FROM repair_voids)`

/** Certificates that stand, by number. */
export function certificatePapers(reader: Reader): StoredPaper[] {
  return all<StoredPaper>(reader, `${CERTIFICATES} ORDER BY document_year, document_number`)
}

/** One certificate; null where the repair has none, or was voided. */
export function certificatePaper(reader: Reader, repairId: string): StoredPaper | null {
  return first<StoredPaper>(reader, `${CERTIFICATES} AND repair_id = ?`, repairId) ?? null
}

/** The number the next certificate of a year gets; only inside the transaction that issues it. */
export function nextCertificateNumber(writer: Writer, year: number): number {
  const sql = 'SELECT coalesce(max(document_number), 0) + 1 AS next FROM certificates WHERE document_year = ?'
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}
