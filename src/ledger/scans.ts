/** Scanned pages of signed papers, what a person said of each, and which papers have come back. */

import type { DocumentKind } from '../domain/numbering.ts'
import type { ScanState } from '../domain/returned-scan.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { scanDecisions, scannedPages } from './schema/scans.ts'

export type ScannedPageRecord = typeof scannedPages.$inferSelect

export function addScannedPage(writer: Writer, page: ScannedPageRecord): void {
  addRow(writer, scannedPages, page)
}

/** When a file with this SHA-256 was read, as a UTC instant; null where it never was. */
export function scanReadAt(reader: Reader, sourceSha256: string): string | null {
  const sql = 'SELECT min(read_at) AS readAt FROM scanned_pages WHERE source_sha256 = ?'
  return first<{ readAt: string | null }>(reader, sql, sourceSha256)?.readAt ?? null
}

export interface ScanDecision {
  decisionId: string
  pageId: string
  /** `takenBack` lets the page wait again. */
  decision: 'kept' | 'setAside' | 'takenBack'
  documentKind: DocumentKind | null
  documentId: string | null
  decidedAt: string
  personId: string
}

/** Notes a person's word on a page; triggers keep which papers have come back. */
export function addScanDecision(writer: Writer, decision: ScanDecision): void {
  addRow(writer, scanDecisions, decision)
}

/** The word that counts of a page: the latest; null while nobody has said anything or it was taken back. */
const DECISION = `(SELECT nullif(decision, 'takenBack') FROM scan_decisions d WHERE d.page_id = p.page_id
  ORDER BY decided_at DESC, decision_id DESC LIMIT 1)`

export interface ScanLine {
  pageId: string
  sourceName: string
  pageNumber: number
  imageSha256: string
  imageType: 'image/png' | 'image/jpeg'
  /** JSON list. */
  codes: string
  confidence: number
  rotationDegrees: number
  skewTenths: number
  signature: 'signed' | 'looksEmpty' | 'notLooked'
  state: ScanState
  readAt: string
  /** The paper it is kept as, or, while nobody has said anything, the one its code names. */
  documentKind: DocumentKind | null
  documentId: string | null
  decision: 'kept' | 'setAside' | null
}

const LINES = `SELECT p.page_id AS pageId, source_name AS sourceName, page_number AS pageNumber,
  image_sha256 AS imageSha256, image_type AS imageType, codes, confidence, rotation_degrees AS rotationDegrees,
  skew_tenths AS skewTenths, signature, state, read_at AS readAt,
  coalesce(r.document_kind, p.document_kind) AS documentKind, coalesce(r.document_id, p.document_id) AS documentId,
  ${DECISION} AS decision
  FROM scanned_pages p LEFT JOIN returned_papers r ON r.page_id = p.page_id`

export function findScan(reader: Reader, pageId: string): ScanLine | null {
  return first<ScanLine>(reader, `${LINES} WHERE p.page_id = ?`, pageId) ?? null
}

/** The page a paper is kept as; null where it has not come back. */
export function scanOfPaper(reader: Reader, kind: DocumentKind, documentId: string): ScanLine | null {
  return first<ScanLine>(reader, `${LINES} WHERE r.document_kind = ? AND r.document_id = ?`, kind, documentId) ?? null
}

export type ScanShelf = 'undecided' | 'kept' | 'setAside'

/** Those that wait in the order they were read; those decided, the newest first. */
export function listScans(reader: Reader, shelf: ScanShelf, limit: number): ScanLine[] {
  const order = shelf === 'undecided' ? 'p.rowid' : 'p.rowid DESC'
  const is = shelf === 'undecided' ? 'IS NULL' : `= '${shelf}'`
  return all<ScanLine>(reader, `${LINES} WHERE ${DECISION} ${is} ORDER BY ${order} LIMIT ?`, limit)
}

export function countScans(reader: Reader): Record<ScanShelf, number> {
  const counts = { undecided: 0, kept: 0, setAside: 0 }
  const sql = `SELECT coalesce(${DECISION}, 'undecided') AS shelf, count(*) AS count FROM scanned_pages p GROUP BY 1`
  for (const { shelf, count } of all<{ shelf: ScanShelf; count: number }>(reader, sql)) counts[shelf] = count
  return counts
}

/** Of those that wait. */
export function countScanStates(reader: Reader): Record<ScanState, number> {
  const counts = { matched: 0, unsure: 0, unreadable: 0, duplicate: 0, foreign: 0 }
  const sql = `SELECT state, count(*) AS count FROM scanned_pages p WHERE ${DECISION} IS NULL GROUP BY state`
  for (const { state, count } of all<{ state: ScanState; count: number }>(reader, sql)) counts[state] = count
  return counts
}

export interface IssuedPaper {
  kind: DocumentKind
  documentId: string
  documentYear: number
  documentNumber: number
  code: string
  headOfHousehold: string | null
  hamlet: string | null
  eventId: string | null
  placeName: string | null
  position: number | null
  issuedOn: string
  isVoided: 0 | 1
  /** The page it came back as. */
  pageId: string | null
}

/** An entry for each source of papers that are signed and come back: those columns, and `nameKey` to be found by. */
const PAPERS = [
  `SELECT 'handoverReceipt' AS kind, r.receipt_id AS documentId, r.document_year AS documentYear,
    r.document_number AS documentNumber, r.code, household.head_of_household AS headOfHousehold, household.hamlet,
    household.name_key AS nameKey, r.event_id AS eventId, place.name AS placeName, r.position,
    r.issued_on AS issuedOn, EXISTS (SELECT 1 FROM receipt_voids v WHERE v.receipt_id = r.receipt_id) AS isVoided
    FROM receipts r LEFT JOIN handovers h ON h.receipt_id = r.receipt_id
    LEFT JOIN households household ON household.household_id = coalesce(h.household_id, r.household_id)
    LEFT JOIN distribution_events event ON event.event_id = r.event_id
    LEFT JOIN stock_places place ON place.place_id = event.place_id`,
  `SELECT p.kind, p.paper_id, p.document_year, p.document_number, p.code, household.head_of_household,
    household.hamlet, household.name_key, NULL, NULL, NULL, p.issued_on,
    EXISTS (SELECT 1 FROM repair_paper_voids v WHERE v.paper_id = p.paper_id)
    FROM repair_papers p JOIN repairs USING (repair_id) JOIN households household USING (household_id)`,
  `SELECT 'surveyForm', r.repair_id, r.document_year, r.document_number, r.code, household.head_of_household,
    household.hamlet, household.name_key, NULL, NULL, NULL, r.opened_on, 0
    FROM repairs r JOIN households household USING (household_id) WHERE r.code IS NOT NULL`,
  `SELECT 'confirmationList', l.list_id, l.document_year, l.document_number, l.code, NULL,
    NULL, NULL, NULL, l.commune_name, NULL, l.drawn_up_on, 0 FROM confirmation_lists l`,
].join(' UNION ALL ')

const FOUND = `SELECT kind, documentId, documentYear, documentNumber, code, headOfHousehold, hamlet, eventId, placeName,
  position, issuedOn, isVoided, (SELECT page_id FROM returned_papers WHERE document_id = documentId) AS pageId
  FROM (${PAPERS})`

/** The paper of this ledger that carries a code; null where none does. */
export function paperOfCode(reader: Reader, code: string): IssuedPaper | null {
  return first<IssuedPaper>(reader, `${FOUND} WHERE code = ?`, code) ?? null
}

export function issuedPaper(reader: Reader, documentId: string): IssuedPaper | null {
  return first<IssuedPaper>(reader, `${FOUND} WHERE documentId = ?`, documentId) ?? null
}

/** Papers a person may mean: by code, by number ("31", "31/2026/…"), by place in the event's kit, or by name. */
export function findIssuedPapers(
  reader: Reader,
  wanted: { text: string; eventId: string | null },
  limit: number,
): IssuedPaper[] {
  const text = wanted.text.trim()
  const byCode = paperOfCode(reader, text.replace(/\s/g, ''))
  if (byCode) return [byCode]
  const [, number, year] = /^0*(\d{1,6})(?:\/(\d{4}).*)?$/.exec(text) ?? []
  if (number) {
    const sql = `${FOUND}
      WHERE (documentNumber = :number AND (:year IS NULL OR documentYear = :year))
        OR (:year IS NULL AND eventId = :eventId AND position = :number)
      ORDER BY eventId = :eventId DESC, position = :number DESC, documentYear DESC, kind LIMIT :limit`
    const { eventId } = wanted
    return all<IssuedPaper>(reader, sql, { number: Number(number), year: year ? Number(year) : null, eventId, limit })
  }
  const words = searchKey(text)
  if (words === '') return []
  const sql = `${FOUND} WHERE nameKey LIKE '%' || :words || '%'
    ORDER BY eventId IS :eventId DESC, issuedOn DESC LIMIT :limit`
  return all<IssuedPaper>(reader, sql, { words, eventId: wanted.eventId, limit })
}

/** A paper that is out: printed, not void, and no scan of it kept. */
export interface PaperOutThere {
  code: string
  form: string
  /** JSON of what it says. */
  data: string
}

/** The latest papers that may come back, at most `limit`: enough for every stack that lies on a scanner. */
export function papersOut(reader: Reader, limit: number): PaperOutThere[] {
  const form = (
    documentId: string,
  ) => `(SELECT form FROM printings WHERE document_id = ${documentId} AND form IS NOT NULL
    ORDER BY copy_number DESC LIMIT 1)`
  const sql = `SELECT code, form, data FROM (
      SELECT r.code, ${form('r.receipt_id')} AS form, r.paper AS data, r.recorded_at AS recordedAt FROM receipts r
      WHERE r.receipt_id NOT IN (SELECT document_id FROM returned_papers)
      UNION ALL
      SELECT p.code, ${form('p.paper_id')}, p.paper, p.recorded_at FROM repair_papers p
      WHERE p.paper_id NOT IN (SELECT document_id FROM returned_papers)
      UNION ALL
      SELECT l.code, ${form('l.list_id')}, l.paper, l.recorded_at FROM confirmation_lists l
      WHERE l.list_id NOT IN (SELECT document_id FROM returned_papers))
    WHERE form IS NOT NULL ORDER BY recordedAt DESC LIMIT ?`
  return all<PaperOutThere>(reader, sql, limit)
}
