/** The two places packages are added up in, asked alike: a real PostgreSQL, and Parquet under a real DuckDB. */

import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { consolidate, type Outcome } from '../../src/consolidation/consolidate.ts'
import { openStore } from '../../src/consolidation/open-store.ts'
import { RELATIONS } from '../../src/consolidation/relations.ts'
import { queryFolder, type Row } from './duckdb.ts'
import { type Postgres, withClient } from './postgres.ts'

export interface Consolidated {
  /** What --into takes: a new, empty place. */
  newPlace(): Promise<string>
  query(into: string, sql: string): Promise<Row[]>
}

export function inPostgres(server: () => Postgres): Consolidated {
  return {
    newPlace: () => server().newDatabase(),
    query: (into, sql) =>
      withClient(into, async (client) => {
        await client.query('set search_path to so_tri_an')
        await client.query("set datestyle to 'ISO'; set timezone to 'UTC'")
        return (await client.query<Row>({ text: sql, types: { getTypeParser: () => String } })).rows
      }),
  }
}

export function inFolder(folder: () => string): Consolidated {
  return { newPlace: async () => mkdtempSync(join(folder(), 'consolidated-')), query: queryFolder }
}

/** A run over these packages, as the terminal does it. */
export async function addUp(paths: readonly string[], into: string, keysFolder: string | null = null) {
  const outcomes: Outcome[] = []
  const store = await openStore(into)
  const missing = await consolidate(paths, store, { keysFolder }, (outcome) => outcomes.push(outcome)).finally(() =>
    store.close(),
  )
  return { outcomes, kinds: outcomes.map(({ kind }) => kind), missing }
}

/** Every row of every table in one text for each, so that two places can be compared whole. */
export async function everyRow(place: Consolidated, into: string): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const { name, fields } of RELATIONS) {
    const columns = ['company_id', 'closing_period', 'office_id', ...fields.map((field) => field.name)]
    all[name] = plainRows(await place.query(into, `select ${columns.join(', ')} from ${name}`))
  }
  return all
}

/** Rows as both databases would write them, in an order of their own: numbers by value, instants to the second. */
export function plainRows(rows: readonly Row[]): string[] {
  return rows.map((row) => JSON.stringify(Object.values(row).map(plainCell))).sort()
}

function plainCell(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = String(value)
  if (/^-?\d{1,12}(\.\d+)?$/.test(text)) return String(Number(text))
  return /^\d{4}-\d\d-\d\d \d\d:/.test(text) ? text.slice(0, 19).replace(' ', 'T') : text
}
