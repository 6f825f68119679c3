/** DuckDB over a folder of Parquet files, as whoever analyses them has it: the folder's own figures.sql, nothing else. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

export type Row = Record<string, unknown>

/** Runs a query over the tables and figures of the folder. */
export async function queryFolder(folder: string, sql: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(`set file_search_path = '${folder}'`)
    await connection.run(readFileSync(join(folder, 'figures.sql'), 'utf8'))
    const reader = await connection.runAndReadAll(sql)
    return reader.getRowObjectsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}
