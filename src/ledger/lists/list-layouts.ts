/** How a sender's lists were read last time, by the signature of their header. */

import type { ListLayout } from '../../domain/household-list.ts'
import { all, type Reader, type Writer } from '../connection.ts'

/** Every sender's: they are as many as an office has communes. */
export function listLayouts(reader: Reader): ListLayout[] {
  const sql = 'SELECT header_signature AS headerSignature, columns FROM list_layouts ORDER BY header_signature'
  return all<{ headerSignature: string; columns: string }>(reader, sql).map(({ headerSignature, columns }) => ({
    headerSignature,
    columns: JSON.parse(columns) as ListLayout['columns'],
  }))
}

/** Keeps a layout in the place of the one that this header had before. */
export function rememberLayout(
  writer: Writer,
  { headerSignature, columns }: ListLayout,
  { confirmedAt, personId }: { confirmedAt: string; personId: string },
): void {
  const sql = `INSERT INTO list_layouts (header_signature, columns, confirmed_at, person_id) VALUES (?, ?, ?, ?)
    ON CONFLICT (header_signature) DO UPDATE SET columns = excluded.columns, confirmed_at = excluded.confirmed_at,
    person_id = excluded.person_id`
  writer.statement(sql).run(headerSignature, JSON.stringify(columns), confirmedAt, personId)
}
