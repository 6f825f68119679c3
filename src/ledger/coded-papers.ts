/**
 * Papers that bear a code, whatever they are: found by code, number, name or place in a kit, with those of their pages
 * that have come back. A kind of paper is one entry of the table, so that whatever is signed can be scanned.
 */

import { type DocumentKind, readDocumentCode } from '../domain/numbering.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { all, first, type Reader } from './connection.ts'

export interface CodedPaper {
  kind: DocumentKind
  documentId: string
  documentYear: number
  documentNumber: number
  code: string
  headOfHousehold: string | null
  hamlet: string | null
  eventId: string | null
  placeName: string | null
  /** Its place in the kit of the event. */
  position: number | null
  issuedOn: string
  isVoided: 0 | 1
}

const ofRepair = (kind: 'workOrder' | 'acceptanceRecord' | 'repairCertificate') => `SELECT '${kind}' AS kind,
  p.paper_id AS documentId, p.document_year AS documentYear, p.document_number AS documentNumber, p.code,
  household.head_of_household AS headOfHousehold, household.hamlet, household.name_key AS nameKey, NULL AS eventId,
  NULL AS placeName, NULL AS position, p.issued_on AS issuedOn,
  EXISTS (SELECT 1 FROM repair_paper_voids v WHERE v.paper_id = p.paper_id) AS isVoided, p.paper
  FROM repair_papers p JOIN repairs USING (repair_id) JOIN households household USING (household_id)
  WHERE p.kind = '${kind}'`

const slips = (kind: 'stockIn' | 'stockOut') => `SELECT '${kind}' AS kind, s.slip_id AS documentId,
  s.document_year AS documentYear, s.document_number AS documentNumber, s.code, NULL AS headOfHousehold,
  NULL AS hamlet, NULL AS nameKey, NULL AS eventId, place.name AS placeName, NULL AS position,
  s.moved_on AS issuedOn, 0 AS isVoided, s.paper
  FROM stock_slips s JOIN stock_places place ON place.place_id = s.to_place_id WHERE s.kind = '${kind}'`

/** The same columns from each: those of CodedPaper, `nameKey` to be found by, `paper` for JSON of what it says. */
const PAPERS: Record<DocumentKind, string> = {
  handoverReceipt: `SELECT 'handoverReceipt' AS kind, r.receipt_id AS documentId, r.document_year AS documentYear,
    r.document_number AS documentNumber, r.code, household.head_of_household AS headOfHousehold, household.hamlet,
    household.name_key AS nameKey, r.event_id AS eventId, place.name AS placeName, r.position,
    r.issued_on AS issuedOn, EXISTS (SELECT 1 FROM receipt_voids v WHERE v.receipt_id = r.receipt_id) AS isVoided,
    r.paper
    FROM receipts r LEFT JOIN handovers h ON h.receipt_id = r.receipt_id
    LEFT JOIN households household ON household.household_id = coalesce(h.household_id, r.household_id)
    LEFT JOIN distribution_events event ON event.event_id = r.event_id
    LEFT JOIN stock_places place ON place.place_id = event.place_id`,
  repairCertificate: ofRepair('repairCertificate'),
  stockIn: slips('stockIn'),
  stockOut: slips('stockOut'),
  signOffList: `SELECT 'signOffList' AS kind, k.event_id AS documentId, k.document_year AS documentYear,
    k.document_number AS documentNumber, k.code, NULL AS headOfHousehold, NULL AS hamlet, NULL AS nameKey,
    k.event_id AS eventId, place.name AS placeName, NULL AS position, k.issued_on AS issuedOn, 0 AS isVoided, k.paper
    FROM event_kits k JOIN distribution_events event USING (event_id) JOIN stock_places place USING (place_id)`,
  /** It is filled in by hand: what it says is not kept. */
  surveyForm: `SELECT 'surveyForm' AS kind, r.repair_id AS documentId, r.document_year AS documentYear,
    r.document_number AS documentNumber, r.code, household.head_of_household AS headOfHousehold, household.hamlet,
    household.name_key AS nameKey, NULL AS eventId, NULL AS placeName, NULL AS position, r.opened_on AS issuedOn,
    0 AS isVoided, NULL AS paper
    FROM repairs r JOIN households household USING (household_id) WHERE r.code IS NOT NULL`,
  confirmationList: `SELECT 'confirmationList' AS kind, l.list_id AS documentId, l.document_year AS documentYear,
    l.document_number AS documentNumber, l.code, NULL AS headOfHousehold, NULL AS hamlet, NULL AS nameKey,
    NULL AS eventId, l.commune_name AS placeName, NULL AS position, l.drawn_up_on AS issuedOn, 0 AS isVoided, l.paper
    FROM confirmation_lists l`,
  workOrder: ofRepair('workOrder'),
  acceptanceRecord: ofRepair('acceptanceRecord'),
}

const COLUMNS = `kind, documentId, documentYear, documentNumber, code, headOfHousehold, hamlet, eventId, placeName,
  position, issuedOn, isVoided`
const EVERY_PAPER = Object.values(PAPERS).join(' UNION ALL ')

/** The paper of this ledger that bears a code of 14 digits; null where none does. */
export function paperOfCode(reader: Reader, code: string): CodedPaper | null {
  const kind = readDocumentCode(code)?.kind
  if (!kind) return null
  return first<CodedPaper>(reader, `SELECT ${COLUMNS} FROM (${PAPERS[kind]}) WHERE code = ?`, code) ?? null
}

export function codedPaper(reader: Reader, kind: DocumentKind, documentId: string): CodedPaper | null {
  const sql = `SELECT ${COLUMNS} FROM (${PAPERS[kind]}) WHERE documentId = ?`
  return first<CodedPaper>(reader, sql, documentId) ?? null
}

/** Papers a person may mean: by code, by number ("31", "31/2026/…"), by place in the event's kit, or by name. */
export function findCodedPapers(
  reader: Reader,
  wanted: { text: string; eventId: string | null },
  limit: number,
): CodedPaper[] {
  const text = wanted.text.trim()
  const byCode = paperOfCode(reader, text.replace(/\s/g, ''))
  if (byCode) return [byCode]
  const [, number, year] = /^0*(\d{1,6})(?:\/(\d{4}).*)?$/.exec(text) ?? []
  if (number) {
    const sql = `SELECT ${COLUMNS} FROM (${EVERY_PAPER})
      WHERE (documentNumber = :number AND (:year IS NULL OR documentYear = :year))
        OR (:year IS NULL AND eventId = :eventId AND position = :number)
      ORDER BY eventId = :eventId DESC, position = :number DESC, documentYear DESC, kind LIMIT :limit`
    const { eventId } = wanted
    return all<CodedPaper>(reader, sql, { number: Number(number), year: year ? Number(year) : null, eventId, limit })
  }
  const words = searchKey(text)
  if (words === '') return []
  const sql = `SELECT ${COLUMNS} FROM (${EVERY_PAPER}) WHERE nameKey LIKE '%' || :words || '%'
    ORDER BY eventId IS :eventId DESC, issuedOn DESC LIMIT :limit`
  return all<CodedPaper>(reader, sql, { words, eventId: wanted.eventId, limit })
}

/**
 * The form a paper was printed on last, and JSON of what it says; null where no such paper was ever made. A file that
 * was made may have been printed without a word to us, so its form stands where no printing was noted.
 */
export function printedPaper(reader: Reader, code: string): { form: string; data: string } | null {
  const kind = readDocumentCode(code)?.kind
  if (!kind) return null
  const made = (table: string, rank: number) => `SELECT form, paper AS data, ${rank} AS rank, copy_number
    FROM (${PAPERS[kind]}) JOIN ${table} made ON made.document_kind = kind AND made.document_id = documentId
    WHERE code = :code AND form IS NOT NULL AND paper IS NOT NULL`
  const sql = `SELECT form, data FROM (${made('printings', 1)} UNION ALL ${made('paper_file_papers', 2)})
    ORDER BY rank, copy_number DESC LIMIT 1`
  return first<{ form: string; data: string }>(reader, sql, { code }) ?? null
}

/** Pages of a paper whose scans are kept, by their numbers on it. */
export function pagesBack(reader: Reader, documentId: string): { paperPage: number; pageId: string }[] {
  const sql = `SELECT paper_page AS paperPage, page_id AS pageId FROM returned_papers WHERE document_id = ?
    ORDER BY paper_page`
  return all(reader, sql, documentId)
}
