/** Receipts: numbered forms, issued once, voided by a row of their own, accounted for by what became of them. */

import type { Day } from '../domain/day.ts'
import { type SheetFate, type SheetFinding, sheetFate, type VoidKind } from '../domain/distribution.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { type HandingPlace, inHandingOrder } from './distributions.ts'
import { receiptFindings, receipts, receiptVoids } from './schema/gifts.ts'

export type ReceiptRecord = typeof receipts.$inferSelect

/** The number the next receipt of a year gets; only inside the transaction that issues it. */
export function nextReceiptNumber(writer: Writer, year: number): number {
  const sql = 'SELECT coalesce(max(document_number), 0) + 1 AS next FROM receipts WHERE document_year = ?'
  return first<{ next: number }>(writer, sql, year)?.next ?? 1
}

export function addReceipt(writer: Writer, receipt: ReceiptRecord): void {
  addRow(writer, receipts, receipt)
}

export function addReceiptVoid(writer: Writer, voided: typeof receiptVoids.$inferInsert & { kind: VoidKind }): void {
  addRow(writer, receiptVoids, voided)
}

export function addReceiptFinding(
  writer: Writer,
  finding: typeof receiptFindings.$inferInsert & { finding: SheetFinding },
): void {
  addRow(writer, receiptFindings, finding)
}

interface StoredReceiptLine {
  receiptId: string
  campaignId: string
  documentYear: number
  documentNumber: number
  code: string
  issuedOn: Day
  eventId: string | null
  position: number | null
  /** Whose it is: who was handed the gift, else whose name it was printed with; null on a blank nobody has used. */
  householdId: string | null
  giftPackageId: string | null
  giftPackageName: string | null
  headOfHousehold: string | null
  handoverId: string | null
  handedOverOn: Day | null
  recipientName: string | null
  voidedOn: Day | null
  voidKind: VoidKind | null
  voidReason: string | null
  voidedBy: string | null
  /** What was handed over with it. */
  valueDong: number | null
  finding: SheetFinding | null
  explanation: string | null
  isBack: 0 | 1
  isSlipPrinted: 0 | 1
}

export interface ReceiptLine extends Omit<StoredReceiptLine, 'isBack' | 'isSlipPrinted'> {
  fate: SheetFate
  isBack: boolean
  /** Of a void one: whether the slip that stands for it was printed. */
  isSlipPrinted: boolean
  /** Not printed with anybody's name, and not used yet. */
  isBlank: boolean
}

const LINES = `SELECT r.receipt_id AS receiptId, r.campaign_id AS campaignId, r.document_year AS documentYear,
  r.document_number AS documentNumber, r.code, r.issued_on AS issuedOn, r.event_id AS eventId, r.position,
  coalesce(h.household_id, r.household_id) AS householdId,
  coalesce(h.gift_package_id, r.gift_package_id) AS giftPackageId, package.name AS giftPackageName,
  household.head_of_household AS headOfHousehold, h.handover_id AS handoverId,
  h.handed_over_on AS handedOverOn, h.recipient_name AS recipientName, v.voided_on AS voidedOn, v.kind AS voidKind,
  v.reason AS voidReason, voider.full_name AS voidedBy, h.value_dong AS valueDong, f.finding, f.explanation,
  EXISTS (SELECT 1 FROM returned_papers back WHERE back.document_id = r.receipt_id) AS isBack,
  EXISTS (SELECT 1 FROM printings slip WHERE slip.document_kind = 'voidSlip' AND slip.document_id = r.receipt_id)
    AS isSlipPrinted
  FROM receipts r
  LEFT JOIN handovers h ON h.receipt_id = r.receipt_id
  LEFT JOIN receipt_voids v ON v.receipt_id = r.receipt_id
  LEFT JOIN people voider ON voider.person_id = v.person_id
  LEFT JOIN receipt_findings f ON f.finding_id = (SELECT finding_id FROM receipt_findings latest
    WHERE latest.receipt_id = r.receipt_id ORDER BY recorded_at DESC, finding_id DESC LIMIT 1)
  LEFT JOIN gift_packages package ON package.gift_package_id = coalesce(h.gift_package_id, r.gift_package_id)
  LEFT JOIN households household ON household.household_id = coalesce(h.household_id, r.household_id)`

function lineOf(stored: StoredReceiptLine): ReceiptLine {
  const isHandedOver = stored.handoverId !== null
  return {
    ...stored,
    isBack: stored.isBack === 1,
    isSlipPrinted: stored.isSlipPrinted === 1,
    isBlank: stored.householdId === null,
    fate: sheetFate({ isVoided: stored.voidedOn !== null, isHandedOver, finding: stored.finding }),
  }
}

function lineFor(reader: Reader, where: string, parameters: object): ReceiptLine | null {
  const stored = first<StoredReceiptLine>(reader, `${LINES} WHERE ${where}`, parameters)
  return stored ? lineOf(stored) : null
}

export function findReceipt(reader: Reader, receiptId: string): ReceiptLine | null {
  return lineFor(reader, 'r.receipt_id = :receiptId', { receiptId })
}

export function findReceiptByCode(reader: Reader, code: string): ReceiptLine | null {
  return lineFor(reader, 'r.code = :code', { code })
}

/** By its number; of the latest year where none is given. */
export function findReceiptByNumber(reader: Reader, number: number, year: number | null): ReceiptLine | null {
  const where = `r.document_number = :number AND (:year IS NULL OR r.document_year = :year)
    ORDER BY r.document_year DESC LIMIT 1`
  return lineFor(reader, where, { number, year })
}

/** All receipts of a distribution: those of its kit in their order, then those issued there. */
export function receiptsOfEvent(reader: Reader, eventId: string): ReceiptLine[] {
  const order = 'ORDER BY r.position IS NULL, r.position, r.document_number'
  return all<StoredReceiptLine>(reader, `${LINES} WHERE r.event_id = ? ${order}`, eventId).map(lineOf)
}

/**
 * The receipt that was printed for one of some households and a gift and is still open: of the distribution where one
 * is named, else the latest.
 */
export function openReceiptFor(
  reader: Reader,
  wanted: { householdIds: readonly string[]; giftPackageId: string; eventId: string | null },
): ReceiptLine | null {
  const sql = `${LINES} WHERE r.household_id IN (SELECT value FROM json_each(:householdIds))
    AND r.gift_package_id = :giftPackageId AND h.handover_id IS NULL AND v.voided_on IS NULL
    AND (:eventId IS NULL OR r.event_id = :eventId) ORDER BY r.issued_on DESC, r.document_number DESC`
  const parameters = { ...wanted, householdIds: JSON.stringify(wanted.householdIds) }
  const stored = all<StoredReceiptLine>(reader, sql, parameters)
  return stored.map(lineOf).find(({ fate }) => fate === 'open') ?? null
}

export interface StoredPaper {
  documentId: string
  documentNumber: number
  /** JSON of the paper's data as it was issued. */
  paper: string
}

/** The paper of a receipt; a blank is printed on a form of its own. */
export interface ReceiptPaper extends StoredPaper {
  isBlank: boolean
}

type StoredReceiptPaper<Paper extends ReceiptPaper = ReceiptPaper> = Omit<Paper, 'isBlank'> & { isBlank: 0 | 1 }

const PAPER = `r.receipt_id AS documentId, r.document_number AS documentNumber, r.paper,
  r.household_id IS NULL AS isBlank`

export interface WantedReceipts {
  campaignId: string
  eventId: string | null
  fromNumber: number | null
  toNumber: number | null
}

/**
 * Papers of receipts that are not void, in the order they are handed out: by commune, hamlet and Vietnamese name order.
 * Those of one distribution come as its kit is ordered, then those that were issued there; without a distribution only
 * those that were handed over. A range of numbers is of forms, so it holds the distribution's unused blanks, too.
 */
export function receiptPapers(reader: Reader, wanted: WantedReceipts): ReceiptPaper[] {
  const { eventId, fromNumber, toNumber } = wanted
  const isRange = eventId !== null && (fromNumber ?? toNumber) !== null
  const papers = all<StoredReceiptPaper & HandingPlace & { position: number | null }>(
    reader,
    `SELECT ${PAPER}, household.commune_name AS communeName, household.hamlet,
     coalesce(household.sort_key, '') AS sortKey, r.position
     FROM receipts r LEFT JOIN handovers h ON h.receipt_id = r.receipt_id
     LEFT JOIN households household ON household.household_id = coalesce(h.household_id, r.household_id)
     WHERE r.campaign_id = :campaignId AND (r.household_id IS NOT NULL OR (:isRange AND h.handover_id IS NULL))
       AND iif(:eventId IS NULL, h.handover_id IS NOT NULL, r.event_id = :eventId)
       AND (:fromNumber IS NULL OR r.document_number >= :fromNumber)
       AND (:toNumber IS NULL OR r.document_number <= :toNumber)
       AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)
     ORDER BY household.row_number, r.document_number`,
    { ...wanted, isRange: isRange ? 1 : 0 },
  ).map(({ communeName, hamlet, sortKey, isBlank, ...paper }) => {
    return { ...paper, isBlank: isBlank === 1, household: { communeName, hamlet, sortKey } }
  })
  const ordered = inHandingOrder(papers)
  if (eventId === null) return ordered
  const placeOf = ({ position }: (typeof papers)[number]) => position ?? Number.POSITIVE_INFINITY
  return ordered.sort((one, other) => (placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other)))
}

/** One receipt of a campaign; null where it is unknown or void: a voided paper is not handed out again. */
export function receiptPaper(reader: Reader, campaignId: string, receiptId: string): ReceiptPaper | null {
  const sql = `SELECT ${PAPER} FROM receipts r WHERE r.campaign_id = ? AND r.receipt_id = ?
    AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)`
  const found = first<StoredReceiptPaper>(reader, sql, campaignId, receiptId)
  return found ? { ...found, isBlank: found.isBlank === 1 } : null
}

export interface KitPaper extends ReceiptPaper {
  giftPackageId: string | null
  communeName: string | null
  hamlet: string | null
}

/** The papers of a distribution's kit that are not void, in their order: those with a name, then the blanks. */
export function kitPapers(reader: Reader, eventId: string): KitPaper[] {
  const sql = `SELECT ${PAPER}, r.gift_package_id AS giftPackageId, household.hamlet,
     household.commune_name AS communeName
    FROM receipts r LEFT JOIN households household USING (household_id)
    WHERE r.event_id = ? AND r.position IS NOT NULL AND r.receipt_id NOT IN (SELECT receipt_id FROM receipt_voids)
    ORDER BY r.position`
  return all<StoredReceiptPaper<KitPaper>>(reader, sql, eventId).map((paper) => ({
    ...paper,
    isBlank: paper.isBlank === 1,
  }))
}
