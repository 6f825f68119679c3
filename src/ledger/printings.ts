/** How often each paper was printed, and from which file. */

import type { CountedKind } from '../domain/numbering.ts'
import { addRow, all, first, type Reader, type Writer } from './connection.ts'
import { printings } from './schema/months.ts'
import { paperFilePapers, paperFiles } from './schema/paper-files.ts'

export interface CountedPaper {
  documentKind: CountedKind
  documentId: string
}

/** 0 before a paper was ever printed, so also the number its next copy bears: 0 is the original. */
export function copiesMade(reader: Reader, { documentKind, documentId }: CountedPaper): number {
  const sql = 'SELECT count(*) AS made FROM printings WHERE document_kind = ? AND document_id = ?'
  return first<{ made: number }>(reader, sql, documentKind, documentId)?.made ?? 0
}

/** When a paper was printed last; null where it never was. */
export function lastPrintedAt(reader: Reader, { documentKind, documentId }: CountedPaper): string | null {
  const sql = 'SELECT max(printed_at) AS printedAt FROM printings WHERE document_kind = ? AND document_id = ?'
  return first<{ printedAt: string | null }>(reader, sql, documentKind, documentId)?.printedAt ?? null
}

export type FiledPaper = Omit<typeof paperFilePapers.$inferSelect, 'fileName' | 'documentKind'> & CountedPaper

/** Keeps what lies in a file that was made; nothing is printed by that. */
export function addPaperFile(
  writer: Writer,
  file: typeof paperFiles.$inferSelect,
  papers: readonly FiledPaper[],
): void {
  addRow(writer, paperFiles, file)
  for (const paper of papers) addRow(writer, paperFilePapers, { ...paper, fileName: file.fileName })
}

/** How many pages a file has; null where it is none of this ledger's. */
export function pagesOfPaperFile(reader: Reader, fileName: string): number | null {
  const sql = 'SELECT page_count AS pageCount FROM paper_files WHERE file_name = ?'
  return first<{ pageCount: number }>(reader, sql, fileName)?.pageCount ?? null
}

export interface PaperPages {
  fileName: string
  fromPage: number
  toPage: number
}

/** Papers on some pages of a file that were not printed from it yet, with how often they were printed from others. */
const UNPRINTED = `SELECT filed.first_page AS firstPage, filed.last_page AS lastPage,
  filed.document_kind AS documentKind, filed.document_id AS documentId, filed.copy_number AS copyNumber, filed.form,
  (SELECT count(*) FROM printings made WHERE made.document_kind = filed.document_kind
    AND made.document_id = filed.document_id) AS printedBefore
  FROM paper_file_papers filed
  WHERE filed.file_name = :fileName AND filed.first_page <= :toPage AND filed.last_page >= :fromPage
    AND NOT EXISTS (SELECT 1 FROM printings made WHERE made.document_kind = filed.document_kind
      AND made.document_id = filed.document_id AND made.file_name = filed.file_name)`

/** Whether a paper on these pages was printed from another file since, so that its copy's number is no longer true. */
export function isOvertaken(reader: Reader, pages: PaperPages): boolean {
  const sql = `SELECT 1 FROM (${UNPRINTED}) WHERE copyNumber <> printedBefore LIMIT 1`
  return first(reader, sql, { ...pages }) !== undefined
}

/**
 * Notes the papers on some pages of a file as printed, each once for a file: taken from it again, after a jam, it is
 * the same paper.
 */
export function notePrinting(writer: Writer, pages: PaperPages, by: { printedAt: string; personId: string }): void {
  const unprinted = all<FiledPaper & { printedBefore: number }>(writer, UNPRINTED, { ...pages })
  for (const { documentKind, documentId, form, printedBefore: copyNumber } of unprinted) {
    addRow(writer, printings, { documentKind, documentId, copyNumber, form, fileName: pages.fileName, ...by })
  }
}
