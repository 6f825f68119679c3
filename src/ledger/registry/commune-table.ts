/** Tables of communes that an office loaded. Each stays, since households keep codes of the table of their time. */

import { addRow, all, first, type Reader, type Writer } from '../connection.ts'
import { communeTables } from '../schema/registry.ts'

export type CommuneTableRecord = typeof communeTables.$inferSelect

/** The newest that was loaded, without its content; null where none was. */
export function newestCommuneTable(
  reader: Reader,
): (Omit<CommuneTableRecord, 'content' | 'personId'> & { loadedBy: string }) | null {
  const sql = `SELECT version, sha256, loaded_at AS loadedAt, full_name AS loadedBy
    FROM commune_tables JOIN people USING (person_id) ORDER BY version DESC LIMIT 1`
  return first<Omit<CommuneTableRecord, 'content' | 'personId'> & { loadedBy: string }>(reader, sql) ?? null
}

/** The content of a table, as its file had it; '' where there is none of that day. */
export function contentOfCommuneTable(reader: Reader, version: string): string {
  const sql = 'SELECT content FROM commune_tables WHERE version = ?'
  return first<{ content: string }>(reader, sql, version)?.content ?? ''
}

export function addCommuneTable(writer: Writer, table: CommuneTableRecord): void {
  addRow(writer, communeTables, table)
}

/** The communes, by this table, of the households that were registered last: where the office works. */
export function recentCommuneCodes(reader: Reader, version: string): string[] {
  const sql = `SELECT DISTINCT commune_code AS code
    FROM (SELECT commune_code, commune_version FROM households ORDER BY row_number DESC LIMIT 500)
    WHERE commune_version = ?`
  return all<{ code: string }>(reader, sql, version).map(({ code }) => code)
}
