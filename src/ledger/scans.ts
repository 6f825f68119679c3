/** Scanned pages of signed papers, what a person said of each, and which papers have come back. */

import type { DocumentKind } from '../domain/numbering.ts'
import type { ScanState } from '../domain/returned-scan.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { scanDecisions, scannedPages, unreadableScans } from './schema/scans.ts'

export type ScannedPageRecord = typeof scannedPages.$inferSelect

export function addScannedPage(writer: Writer, page: ScannedPageRecord): void {
  addRow(writer, scannedPages, page)
}

/** Notes a file out of which no page could be read, once: the watched folder offers it no more. */
export function addUnreadableScan(writer: Writer, file: typeof unreadableScans.$inferInsert): void {
  addRow(writer, unreadableScans, file)
}

export function isUnreadableScan(reader: Reader, sourceSha256: string): boolean {
  return first(reader, 'SELECT 1 FROM unreadable_scans WHERE source_sha256 = ?', sourceSha256) !== undefined
}

/** When pages of a file with this SHA-256 were read, as a UTC instant; null where none ever was. */
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
  /** The page of that paper, from 1 on. */
  paperPage: number | null
  /** How far the person turned the picture clockwise: 0, 90, 180 or 270. */
  turnedDegrees: number
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
  /** Of a JPEG. */
  imageSha256: string
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
  paperPage: number | null
  /** How far a person turned the picture, when it was kept. */
  turnedDegrees: number
  decision: 'kept' | 'setAside' | null
}

const LINES = `SELECT p.page_id AS pageId, source_name AS sourceName, page_number AS pageNumber,
  image_sha256 AS imageSha256, codes, confidence, rotation_degrees AS rotationDegrees,
  skew_tenths AS skewTenths, signature, state, read_at AS readAt,
  coalesce(r.document_kind, p.document_kind) AS documentKind, coalesce(r.document_id, p.document_id) AS documentId,
  coalesce(r.paper_page, p.paper_page) AS paperPage,
  coalesce((SELECT turned_degrees FROM scan_decisions d WHERE d.page_id = r.page_id
    ORDER BY decided_at DESC, decision_id DESC LIMIT 1), 0) AS turnedDegrees,
  ${DECISION} AS decision
  FROM scanned_pages p LEFT JOIN returned_papers r ON r.page_id = p.page_id`

export function findScan(reader: Reader, pageId: string): ScanLine | null {
  return first<ScanLine>(reader, `${LINES} WHERE p.page_id = ?`, pageId) ?? null
}

/** The pages a paper is kept as, in its order; none where it has not come back. */
export function scansOfPaper(reader: Reader, kind: DocumentKind, documentId: string): ScanLine[] {
  const sql = `${LINES} WHERE r.document_kind = ? AND r.document_id = ? ORDER BY r.paper_page`
  return all<ScanLine>(reader, sql, kind, documentId)
}

/** Whether another scan of this page of a paper waits for a person's word. */
export function isWaiting(reader: Reader, documentId: string, paperPage: number): boolean {
  const sql = `SELECT 1 FROM scanned_pages p WHERE document_id = ? AND paper_page = ?
    AND json_array_length(codes) = 1 AND ${DECISION} IS NULL`
  return first(reader, sql, documentId, paperPage) !== undefined
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
