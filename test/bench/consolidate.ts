/**
 * Head office's loader against a bare COPY of the same rows: one COPY for each table into tables without keys, from
 * files that lie ready. Ours opens, checks, places and loads packages; with --full 107 offices × 12 months in one run.
 */

import { appendFileSync, createReadStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { consolidate, type Outcome } from '../../src/consolidation/consolidate.ts'
import { openStore } from '../../src/consolidation/open-store.ts'
import { packagePaths } from '../../src/consolidation/package-paths.ts'
import { headerOf, TABLE_NAMES, TABLES, type TableName } from '../../src/domain/package-tables.ts'
import { verifyPackage } from '../../src/month-end/verify-package.ts'
import { keysOfOffices, sendAll } from '../support/many-packages.ts'
import { hasPostgres, startPostgres, withClient } from '../support/postgres.ts'
import { amount, type BenchOptions, type Figure, inTurns, median, ratio, timed } from './measure.ts'
import { benchFolder } from './offices.ts'

/** A month of a district office: 400 gifts of two goods each, 20 repairs, and the journal of it. */
const SIZE = { gifts: 400, repairs: 20 }
const MEBIBYTE = 2 ** 20

/** Each table's rows of all packages in one file without a header. */
async function plainFiles(paths: readonly string[], folder: string): Promise<Map<TableName, string>> {
  const files = new Map(TABLE_NAMES.map((table) => [table, join(folder, `${table}.csv`)]))
  for (const path of paths) {
    await verifyPackage(path, {
      async whileOpen({ csvOf }) {
        for (const [table, file] of files) {
          const pieces: Uint8Array[] = []
          for await (const piece of csvOf(table) ?? []) pieces.push(piece)
          const csv = Buffer.concat(pieces)
          appendFileSync(file, csv.subarray(csv.indexOf('\n') + 1))
        }
      },
    })
  }
  return files
}

/** Text, number and time columns as they are, and nothing to keep: no key, no partition, no check. */
async function bareCopy(url: string, files: ReadonlyMap<TableName, string>): Promise<number> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ name: TableName; columns: string }>(
      `select table_name as name, string_agg(column_name || ' ' || data_type, ',' order by ordinal_position) as columns
      from information_schema.columns where table_schema = 'so_tri_an' group by table_name`,
    )
    const types = new Map(rows.map(({ name, columns }) => [name, columns]))
    const tables = [...files].map(([table, file]) => ({ name: table.replaceAll('-', '_') as TableName, table, file }))
    for (const { name } of tables) await client.query(`create table bare_${name} (${types.get(name)})`)
    const ms = await timed(async () => {
      for (const { name, table, file } of tables) {
        const copy = `copy bare_${name} (${headerOf(TABLES[table]).join()}) from stdin with (format csv)`
        await pipeline(createReadStream(file, { highWaterMark: 1 << 16 }), client.query(copyFrom(copy)))
      }
    })
    for (const { name } of tables) await client.query(`drop table bare_${name}`)
    return ms
  })
}

async function loadAll(paths: readonly string[], into: string, keysFolder: string, kind: Outcome['kind']) {
  let rows = 0
  const ms = await timed(async () => {
    const store = await openStore(into)
    await consolidate(paths, store, { keysFolder }, (outcome) => {
      if (outcome.kind !== kind) throw new Error(`${outcome.path} was ${outcome.kind}, not ${kind}`)
      if (outcome.kind === 'loaded') rows += outcome.rows
    })
    await store.close()
  })
  return { ms, rows }
}

export async function bench({ full }: BenchOptions): Promise<Figure[]> {
  if (!hasPostgres) throw new Error('PostgreSQL is not installed (Debian: postgresql)')
  const [offices, months, rounds] = full ? [107, 12, 1] : [10, 4, 3]
  using folder = benchFolder()
  using server = startPostgres({ isDurable: true })
  const keys = keysOfOffices(join(folder.path, 'keys'), offices)
  await sendAll(join(folder.path, 'packages'), offices, months, SIZE)
  const paths = await packagePaths([join(folder.path, 'packages')])
  const files = await plainFiles(paths, folder.path)
  const parquetFolder = join(folder.path, 'parquet')
  let url = await server.newDatabase()
  let rows = 0
  const growth: number[] = []
  const { database, parquet, again, bare } = await inTurns(rounds, {
    async database() {
      url = await server.newDatabase()
      const before = process.memoryUsage.rss()
      const loaded = await loadAll(paths, url, keys, 'loaded')
      growth.push((process.memoryUsage.rss() - before) / MEBIBYTE)
      rows = loaded.rows
      return loaded.ms
    },
    async parquet() {
      rmSync(parquetFolder, { recursive: true, force: true })
      return (await loadAll(paths, parquetFolder, keys, 'loaded')).ms
    },
    again: async () => (await loadAll(paths, url, keys, 'known')).ms,
    bare: () => bareCopy(url, files),
  })
  const perSecond = (ms: readonly number[]) => Math.round((rows / median(ms)) * 1000).toLocaleString('en')
  const what = `${paths.length} packages, ${rows.toLocaleString('en')} rows`
  const baseline = `of a bare COPY, ${perSecond(bare)} rows a second`
  return [
    ratio(database, bare, { name: `PostgreSQL, ${what}`, note: `${baseline}; ours ${perSecond(database)}` }),
    ratio(parquet, bare, { name: `Parquet, ${what}`, note: `${baseline}; ours ${perSecond(parquet)}` }),
    ratio(again, database, { name: 'the same packages again', note: 'of loading them' }),
    amount(growth, 'MB', { name: 'memory a load adds', note: 'of the loader, whatever the number of packages' }),
  ]
}
