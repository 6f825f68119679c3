/** How often each paper was made: the original first, then copies with their numbers. */

import type { DocumentKind } from '../domain/numbering.ts'
import { addRow, first, type Reader, type Writer } from './connection.ts'
import { printings } from './schema/months.ts'

/** 0 before a paper was ever made, so also the number its next copy bears: 0 is the original. */
export function copiesMade(reader: Reader, documentKind: DocumentKind, documentId: string): number {
  const sql = 'SELECT count(*) AS made FROM printings WHERE document_kind = ? AND document_id = ?'
  return first<{ made: number }>(reader, sql, documentKind, documentId)?.made ?? 0
}

/** Notes that a paper was made once more. */
export function notePrinting(
  writer: Writer,
  printing: { documentKind: DocumentKind; documentId: string; printedAt: string; personId: string; form: string },
): void {
  const copyNumber = copiesMade(writer, printing.documentKind, printing.documentId)
  addRow(writer, printings, { ...printing, copyNumber })
}
