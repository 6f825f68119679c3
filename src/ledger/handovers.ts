/** Gifts handed over: issued once with a number, voided only by a row of its own. */

import type { Day } from '../domain/day.ts'
import { textSortKey } from '../domain/vietnamese.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { GROUP } from './registry/households.ts'
import { handovers, handoverVoids } from './schema/gifts.ts'

export type HandoverRecord = typeof handovers.$inferSelect

/** The number the next paper of a table gets; only inside the transaction that issues it. */
export function nextDocumentNumber(writer: Writer, table: 'handovers' | 'certificates', year: number): number {
  const sql = `SELECT coalesce(max(document_number), 0) + 1 AS next FROM ${table} WHERE document_year = ?`
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}

export function addHandover(writer: Writer, handover: HandoverRecord): void {
  addRow(writer, handovers, handover)
}

export function addHandoverVoid(writer: Writer, voided: typeof handoverVoids.$inferInsert): void {
  writer.rows.insert(handoverVoids).values(voided).run()
}

export interface HandoverLine {
  handoverId: string
  campaignId: string
  campaignName: string
  householdId: string
  documentYear: number
  documentNumber: number
  code: string
  headOfHousehold: string
  hamlet: string | null
  giftPackageName: string
  handedOverOn: Day
  recipientName: string
  valueDong: number
  handedOverBy: string
  voidedOn: Day | null
  voidReason: string | null
}

const LINES = `SELECT h.handover_id AS handoverId, h.campaign_id AS campaignId, campaign.name AS campaignName,
  h.household_id AS householdId, h.document_year AS documentYear, h.document_number AS documentNumber, h.code,
  household.head_of_household AS headOfHousehold, household.hamlet, package.name AS giftPackageName,
  h.handed_over_on AS handedOverOn, h.recipient_name AS recipientName, h.value_dong AS valueDong,
  person.full_name AS handedOverBy, v.voided_on AS voidedOn, v.reason AS voidReason
  FROM handovers h
  JOIN campaigns campaign ON campaign.campaign_id = h.campaign_id
  JOIN households household ON household.household_id = h.household_id
  JOIN gift_packages package ON package.gift_package_id = h.gift_package_id
  JOIN people person ON person.person_id = h.person_id
  LEFT JOIN handover_voids v ON v.handover_id = h.handover_id`

export function findHandover(reader: Reader, handoverId: string): HandoverLine | null {
  return first<HandoverLine>(reader, `${LINES} WHERE h.handover_id = ?`, handoverId) ?? null
}

/** The handover whose paper carries this code, voided or not. */
export function findHandoverByCode(reader: Reader, code: string): HandoverLine | null {
  return first<HandoverLine>(reader, `${LINES} WHERE h.code = ?`, code) ?? null
}

/** The handover of a campaign that stands, to a household or one kept under it: what a second gift is refused with. */
export function findStandingHandover(reader: Reader, campaignId: string, householdId: string): HandoverLine | null {
  // The plus keeps SQLite from reading all of the campaign's handovers for the few of one household.
  const sql = `${GROUP} ${LINES} WHERE +h.campaign_id = :campaignId AND h.household_id IN kept_together
    AND v.handover_id IS NULL ORDER BY h.handed_over_on LIMIT 1`
  return first<HandoverLine>(reader, sql, { campaignId, householdId }) ?? null
}

/** Newest first. */
export function listHandovers(reader: Reader, campaignId: string, limit: number): HandoverLine[] {
  const sql = `${LINES} WHERE h.campaign_id = ? ORDER BY h.document_year DESC, h.document_number DESC LIMIT ?`
  return all<HandoverLine>(reader, sql, campaignId, limit)
}

/** Of a household and of those kept under it, newest first. */
export function handoversOfHousehold(reader: Reader, householdId: string): HandoverLine[] {
  const sql = `${GROUP} ${LINES} WHERE h.household_id IN kept_together
    ORDER BY h.handed_over_on DESC, h.document_number DESC`
  return all<HandoverLine>(reader, sql, { householdId })
}

export interface HandoverTotals {
  count: number
  valueDong: number
  voidedCount: number
}

export function handoverTotals(reader: Reader, campaignId: string): HandoverTotals {
  const sql = `SELECT count(*) FILTER (WHERE v.handover_id IS NULL) AS count,
    coalesce(sum(value_dong) FILTER (WHERE v.handover_id IS NULL), 0) AS valueDong,
    count(v.handover_id) AS voidedCount
    FROM handovers h LEFT JOIN handover_voids v USING (handover_id) WHERE campaign_id = ?`
  return first<HandoverTotals>(reader, sql, campaignId) ?? { count: 0, valueDong: 0, voidedCount: 0 }
}

export interface StoredPaper {
  documentId: string
  documentNumber: number
  /** JSON of the paper's data as it was issued. */
  paper: string
}

/**
 * The receipts of a campaign that stand, in the order they are handed out: by hamlet, then by Vietnamese name order.
 */
export function receiptPapers(reader: Reader, campaignId: string): StoredPaper[] {
  const papers = all<StoredPaper & { hamlet: string | null }>(
    reader,
    `SELECT handover_id AS documentId, document_number AS documentNumber, paper, hamlet FROM handovers
     JOIN households USING (household_id)
     WHERE campaign_id = ? AND handover_id NOT IN (SELECT handover_id FROM handover_voids)
     ORDER BY sort_key, row_number`,
    campaignId,
  )
  const keys = new Map(papers.map(({ hamlet }) => [hamlet, textSortKey(hamlet ?? '')]))
  const keyOf = ({ hamlet }: { hamlet: string | null }) => keys.get(hamlet) ?? ''
  return papers.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : keyOf(one) > keyOf(other) ? 1 : 0))
}

/** One receipt of a campaign; null where it is unknown or voided: a voided paper is not handed out again. */
export function receiptPaper(reader: Reader, campaignId: string, handoverId: string): StoredPaper | null {
  const sql = `SELECT handover_id AS documentId, document_number AS documentNumber, paper FROM handovers
    WHERE campaign_id = ? AND handover_id = ? AND handover_id NOT IN (SELECT handover_id FROM handover_voids)`
  return first<StoredPaper>(reader, sql, campaignId, handoverId) ?? null
}
