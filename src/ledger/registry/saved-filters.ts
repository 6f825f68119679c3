/** Filters of the list of households that somebody gave a name. Their content is the caller's JSON. */

import { asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../connection.ts'
import { savedFilters } from '../schema/registry.ts'

export type SavedFilterRecord = typeof savedFilters.$inferSelect

/** By name. */
export function listFilters(reader: Reader): SavedFilterRecord[] {
  return reader.rows.select().from(savedFilters).orderBy(asc(savedFilters.name)).all()
}

export function addFilter(writer: Writer, filter: SavedFilterRecord): void {
  writer.rows.insert(savedFilters).values(filter).run()
}

/** Whether there was one of this identity. */
export function removeFilter(writer: Writer, filterId: string): boolean {
  return writer.rows.delete(savedFilters).where(eq(savedFilters.filterId, filterId)).run().changes > 0
}
