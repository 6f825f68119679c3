/** Two ways to hold the ledger: a Reader asks, a Writer also adds; a Writer exists only inside one transaction. */

import type BetterSqlite3 from 'better-sqlite3'
import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

export interface Reader {
  /** drizzle, for the typed reads and writes of one command. */
  readonly rows: BetterSQLite3Database
  /** A prepared statement, made once: for what is asked often or answers many rows. */
  statement(sql: string): BetterSqlite3.Statement<unknown[], never>
}

declare const mayWrite: unique symbol
export interface Writer extends Reader {
  readonly [mayWrite]: true
}

export function createReader(database: BetterSqlite3.Database): Reader {
  const statements = new Map<string, BetterSqlite3.Statement<unknown[], never>>()
  return {
    rows: drizzle({ client: database }),
    statement(sql) {
      let statement = statements.get(sql)
      if (!statement) {
        statement = database.prepare<unknown[], never>(sql)
        statements.set(sql, statement)
      }
      return statement
    },
  }
}

/**
 * Runs `work` in one BEGIN IMMEDIATE transaction: what it returns is on disk when this returns, and nothing is when it
 * throws. Use cases are synchronous, so no two transactions interleave.
 */
export function transact<Result>(
  database: BetterSqlite3.Database,
  reader: Reader,
  work: (writer: Writer) => Result,
): Result {
  return database.transaction(() => work(reader as Writer)).immediate()
}

/** All rows of a prepared statement, typed by the caller who wrote its columns. */
export function all<Row>(reader: Reader, sql: string, ...parameters: unknown[]): Row[] {
  return reader.statement(sql).all(...parameters) as Row[]
}

/** The first row, or undefined. */
export function first<Row>(reader: Reader, sql: string, ...parameters: unknown[]): Row | undefined {
  return reader.statement(sql).get(...parameters) as Row | undefined
}

/**
 * A query of drizzle that is worded and prepared once for a ledger instead of each time it is asked: thousands of
 * papers ask whose office this is.
 */
export function preparedOnce<Query>(prepare: (rows: Reader['rows']) => Query): (reader: Reader) => Query {
  const queries = new WeakMap<Reader, Query>()
  return (reader) => {
    const known = queries.get(reader)
    if (known) return known
    const query = prepare(reader.rows)
    queries.set(reader, query)
    return query
  }
}

/** Adds a row by a statement prepared once for its table: drizzle would word and prepare it anew each time. */
export function addRow<Table extends SQLiteTable>(writer: Writer, table: Table, row: InferInsertModel<Table>): void {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => name)
  const sql = `INSERT INTO ${getTableName(table)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
  const given: Record<string, unknown> = row
  const values = columns.map(([key, column]) => {
    const value = given[key] ?? null
    return value === null ? null : column.mapToDriverValue(value)
  })
  writer.statement(sql).run(...values)
}
