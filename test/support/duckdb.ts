/** DuckDB over a folder of Parquet files, as whoever analyses them has it: the folder's own figures.sql, nothing else. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

export type Row = Record<string, unknown>

/** One for each folder: the views read what lies there when they are asked. */
const connections = new Map<string, Promise<DuckDBConnection>>()

async function connect(folder: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  await connection.run(`set file_search_path = '${folder}'`)
  await connection.run(readFileSync(join(folder, 'figures.sql'), 'utf8'))
  return connection
}

/** Runs a query over the tables and figures of the folder. */
export async function queryFolder(folder: string, sql: string): Promise<Row[]> {
  const opening = connections.get(folder) ?? connect(folder)
  connections.set(folder, opening)
  const reader = await (await opening).runAndReadAll(sql)
  return reader.getRowObjectsJson()
}
