/** Numbered papers of repairs, as they were issued: work orders, acceptance records, certificates, and their voids. */

import type { Day } from '../../domain/day.ts'
import type { DocumentKind } from '../../domain/numbering.ts'
import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import type { StoredPaper } from '../receipts.ts'
import { repairPapers, repairPaperVoids } from '../schema/repair-papers.ts'

export const REPAIR_PAPER_KINDS = [
  'workOrder',
  'acceptanceRecord',
  'repairCertificate',
] as const satisfies readonly DocumentKind[]
export type RepairPaperKind = (typeof REPAIR_PAPER_KINDS)[number]

/** The number the next paper of a kind and a year gets; only inside the transaction that issues it. */
export function nextRepairPaperNumber(writer: Writer, kind: RepairPaperKind, year: number): number {
  const sql =
    'SELECT coalesce(max(document_number), 0) + 1 AS next FROM repair_papers WHERE kind = ? AND document_year = ?'
  return first<{ next: number }>(writer, sql, kind, year)?.next ?? 1
}

/**
 * Keeps a paper as it was issued. Triggers refuse one beside another of its kind that stands, an acceptance or a
 * certificate without passed checks, and a certificate by whoever recorded the acceptance.
 */
export function addRepairPaper(
  writer: Writer,
  paper: typeof repairPapers.$inferInsert & { kind: RepairPaperKind },
): void {
  addRow(writer, repairPapers, paper)
}

export function addRepairPaperVoid(writer: Writer, voided: typeof repairPaperVoids.$inferInsert): void {
  addRow(writer, repairPaperVoids, voided)
}

export interface RepairPaperLine {
  paperId: string
  repairId: string
  householdId: string
  kind: RepairPaperKind
  documentYear: number
  documentNumber: number
  code: string
  issuedOn: Day
  voidedOn: Day | null
  voidReason: string | null
  isBack: 0 | 1
}

const LINES = `SELECT p.paper_id AS paperId, p.repair_id AS repairId, household_id AS householdId, p.kind,
  p.document_year AS documentYear, p.document_number AS documentNumber, p.code, p.issued_on AS issuedOn,
  v.voided_on AS voidedOn, v.reason AS voidReason,
  EXISTS (SELECT 1 FROM returned_papers back WHERE back.document_id = p.paper_id) AS isBack
  FROM repair_papers p JOIN repairs USING (repair_id) LEFT JOIN repair_paper_voids v ON v.paper_id = p.paper_id`

export function findRepairPaper(reader: Reader, paperId: string): RepairPaperLine | null {
  return first<RepairPaperLine>(reader, `${LINES} WHERE p.paper_id = ?`, paperId) ?? null
}

/** By the code on it, voided or not. */
export function findRepairPaperByCode(reader: Reader, code: string): RepairPaperLine | null {
  return first<RepairPaperLine>(reader, `${LINES} WHERE p.code = ?`, code) ?? null
}

/** All papers of a repair, the earliest first. */
export function papersOfRepair(reader: Reader, repairId: string): RepairPaperLine[] {
  return all<RepairPaperLine>(reader, `${LINES} WHERE p.repair_id = ? ORDER BY p.rowid`, repairId)
}

/** The repair that a code or a number is of, of its survey form or of any of its papers; null where none is. */
export function repairByPaper(
  reader: Reader,
  wanted: { code: string } | { kind: 'surveyForm' | RepairPaperKind; year: number; number: number },
): string | null {
  const papers = `SELECT repair_id AS repairId, code, 'surveyForm' AS kind, document_year AS year,
      document_number AS number FROM repairs
    UNION ALL SELECT repair_id, code, kind, document_year, document_number FROM repair_papers`
  const where = 'code' in wanted ? 'code = :code' : 'kind = :kind AND year = :year AND number = :number'
  return (
    first<{ repairId: string }>(reader, `SELECT repairId FROM (${papers}) WHERE ${where}`, wanted)?.repairId ?? null
  )
}

const STANDING = `SELECT p.kind, p.paper_id AS documentId, p.document_number AS documentNumber, p.paper
  FROM repair_papers p JOIN repairs r USING (repair_id) JOIN households household USING (household_id)
  WHERE p.paper_id NOT IN (SELECT paper_id FROM repair_paper_voids)`

/**
 * Papers that stand, of one kind or of all, in the order of commune, hamlet and Vietnamese name: of the repairs named,
 * or all of a campaign, from one number to another.
 */
export function standingRepairPapers(
  reader: Reader,
  wanted: {
    kind: RepairPaperKind | null
    repairIds: readonly string[] | null
    campaignId: string | null
    fromNumber: number | null
    toNumber: number | null
  },
): (StoredPaper & { kind: RepairPaperKind })[] {
  const { repairIds, ...rest } = wanted
  const sql = `${STANDING} AND (:kind IS NULL OR p.kind = :kind)
    AND (:repairIds IS NULL OR p.repair_id IN (SELECT value FROM json_each(:repairIds)))
    AND (:campaignId IS NULL OR r.campaign_id = :campaignId)
    AND (:fromNumber IS NULL OR p.document_number >= :fromNumber)
    AND (:toNumber IS NULL OR p.document_number <= :toNumber)
    ORDER BY commune_name, hamlet_key, household.sort_key, household.row_number, p.repair_id, p.rowid`
  return all<StoredPaper & { kind: RepairPaperKind }>(reader, sql, {
    ...rest,
    repairIds: repairIds === null ? null : JSON.stringify(repairIds),
  })
}
