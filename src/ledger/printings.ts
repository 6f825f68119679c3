/** How often each paper was made: the original first, then copies with their numbers. */

import type { DocumentKind } from '../domain/numbering.ts'
import { first, type Writer } from './connection.ts'
import { printings } from './schema.ts'

/** Notes that a paper is made once more; answers 0 for the original, n for the n-th copy after it. */
export function notePrinting(
  writer: Writer,
  printing: { documentKind: DocumentKind; documentId: string; printedAt: string; personId: string },
): number {
  const { documentKind, documentId } = printing
  const sql = 'SELECT count(*) AS made FROM printings WHERE document_kind = ? AND document_id = ?'
  const copyNumber = first<{ made: number }>(writer, sql, documentKind, documentId)?.made ?? 0
  writer.rows
    .insert(printings)
    .values({ ...printing, copyNumber })
    .run()
  return copyNumber
}
