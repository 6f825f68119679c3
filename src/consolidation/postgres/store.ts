/**
 * Packages in PostgreSQL: one transaction for each, its CSV copied as it stands into staging tables of this session and
 * from there into the month's partitions. An advisory lock keeps a second loader out.
 */

import { pipeline } from 'node:stream/promises'
import { Client, DatabaseError } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { KnownPackage } from '../../domain/consolidation.ts'
import type { PackageReading } from '../../month-end/verify-package.ts'
import {
  PACKAGES,
  type Place,
  packageRow,
  placeOfPackage,
  RELATIONS,
  type Relation,
  type RelationCsv,
  type RelationRow,
  statedRows,
  TABLE_RELATIONS,
  tablesOf,
} from '../relations.ts'
import { type Store, StoreError, type TakenPlace } from '../store.ts'
import { addPartitions, columnSql, columnsOf, inTransaction, migrate, SCHEMA } from './schema.ts'

/** Any number no other program of the database uses for its own locks. */
const LOADER_LOCK = 7_303_014
const LINE_FEED = 0x0a

interface Session {
  client: Client
  /** How the database is called where people read. */
  target: string
  /** Whether there is no connection: not yet, or no longer. */
  isGone(): boolean
}

/** Opens the database a URL names and brings its schema up to date. Throws a StoreError. */
export async function openPostgres(url: string): Promise<Store> {
  const target = withoutSecrets(url)
  const client = clientOf(url, target)
  let isConnected = false
  const session: Session = { client, target, isGone: () => !isConnected }
  client.on('end', () => {
    isConnected = false
  })
  // A connection that breaks ends the query at work with its error; without a listener it would end the program, too.
  client.on('error', () => {
    isConnected = false
  })
  await asked(session, async () => {
    await client.connect()
    isConnected = true
  })
  try {
    return await asked(session, () => postgresStore(session))
  } catch (error) {
    await client.end()
    throw error
  }
}

/** A URL as it may be shown: no user, no password. */
export function withoutSecrets(url: string): string {
  return url.replace(/^([a-z]+:\/\/).*@/i, '$1').replace(/\?.*$/, '')
}

function clientOf(url: string, target: string): Client {
  try {
    return new Client({ connectionString: url, application_name: 'so-tri-an consolidate' })
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new StoreError({ code: 'store.unreachable', parameters: { target, detail } })
  }
}

/**
 * Runs a step of the database's; its own words become a problem of the store. What is wrong elsewhere, in a package's
 * file or in this program, goes through as it is.
 */
async function asked<Value>(
  { client, target, isGone }: Session,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  try {
    return await work(client)
  } catch (error) {
    if (!(error instanceof Error) || error instanceof StoreError) throw error
    const state = error instanceof DatabaseError ? (error.code ?? '') : ''
    // Class 08 and 57P0x: the server ends the connection.
    const isUnreachable = isGone() || /^(08|57P0)/.test(state)
    if (!isUnreachable && !(error instanceof DatabaseError)) throw error
    const code = isUnreachable ? 'store.unreachable' : 'store.refused'
    throw new StoreError({ code, parameters: { target, detail: `${state} ${error.message}`.trim() } })
  }
}

async function postgresStore(session: Session): Promise<Store> {
  const { client, target } = session
  await client.query("set client_encoding to 'UTF8'")
  const { rows } = await client.query('select pg_try_advisory_lock($1) as is_ours', [LOADER_LOCK])
  if (!rows[0]?.is_ours) throw new StoreError({ code: 'store.inUse', parameters: { target } })
  await migrate(client, target)
  for (const relation of TABLE_RELATIONS) await client.query(stagingSql(relation))
  const periods = new Set<string>()
  return {
    known: () => asked(session, knownPackages),
    load: (reading, place) =>
      asked(session, async () => {
        const { period } = placeOfPackage(reading.summary)
        if (!periods.has(period)) await addPartitions(client, period)
        periods.add(period)
        await inTransaction(client, () => loadPackage(client, reading, place))
      }),
    async close() {
      if (periods.size > 0 && !session.isGone()) await asked(session, analyse)
      await client.end()
    },
  }
}

/** Temporary tables are not written ahead; they are emptied by each commit. */
function stagingSql(relation: Relation): string {
  const columns = columnsOf(relation).map((field) => columnSql(field, []))
  return `create temporary table staging_${relation.name} (${columns.join(', ')}) on commit delete rows`
}

async function knownPackages(client: Client): Promise<KnownPackage[]> {
  const { rows } = await client.query<KnownPackage>(
    `select package_id as identity, office_id as "officeId", ledger_id as "ledgerId", closing_period as period,
      profile, sequence::integer, revision::integer, previous_package as "previousPackage", supersedes
    from ${SCHEMA}.packages`,
  )
  return rows
}

async function loadPackage(client: Client, reading: PackageReading, taken: TakenPlace): Promise<void> {
  const { summary } = reading
  const place = placeOfPackage(summary)
  if (taken.kind === 'current' && taken.replaces !== null) await removeRows(client, place, summary.identity)
  const supersededBy = taken.kind === 'superseded' ? taken.by : null
  await insertRows(client, place, PACKAGES, [packageRow(summary, supersededBy)])
  if (taken.kind === 'superseded') return
  for (const { relation, rows } of statedRows(summary)) await insertRows(client, place, relation, rows)
  for (const table of tablesOf(reading)) await copyIn(client, place, table)
}

/** What an earlier revision said goes; that it was there is remembered. */
async function removeRows(client: Client, { period, officeId }: Place, by: string): Promise<void> {
  const where = 'closing_period = $1 and office_id = $2'
  for (const { name } of RELATIONS) {
    if (name === PACKAGES.name) continue
    await client.query(`delete from ${SCHEMA}.${name} where ${where}`, [period, officeId])
  }
  const sql = `update ${SCHEMA}.packages set superseded_by = $3 where ${where} and superseded_by is null`
  await client.query(sql, [period, officeId, by])
}

/** For a handful of rows one statement is enough. */
async function insertRows(
  client: Client,
  place: Place,
  { name }: Relation,
  rows: readonly RelationRow[],
): Promise<void> {
  const { companyId: company_id, period: closing_period, officeId: office_id } = place
  await client.query(
    `insert into ${SCHEMA}.${name} select * from json_populate_recordset(null::${SCHEMA}.${name}, $1::json)`,
    [JSON.stringify(rows.map((row) => ({ company_id, closing_period, office_id, ...row })))],
  )
}

/** The server reads the CSV itself: an empty field is null, and the verifier has seen every cell. */
async function copyIn(client: Client, place: Place, { relation, csv }: RelationCsv): Promise<void> {
  const { header, pieces } = await withHeader(csv)
  const fields = relation.fields.map(({ name }) => name).filter((name) => header.includes(name))
  const staging = `staging_${relation.name}`
  const copy = `copy ${staging} (${header.join(', ')}) from stdin with (format csv, header true)`
  await pipeline(pieces, client.query(copyFrom(copy)))
  await client.query(
    `insert into ${SCHEMA}.${relation.name} (company_id, closing_period, office_id, ${fields.join(', ')})
    select $1, $2, $3, ${fields.join(', ')} from ${staging}`,
    [place.companyId, place.period, place.officeId],
  )
}

/** Reads as far as the first line, whose columns are those of the file, and gives all of it again. */
async function withHeader(csv: AsyncIterable<Uint8Array>) {
  const reader = csv[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (!head.includes(LINE_FEED)) {
    const { value, done } = await reader.next()
    if (done) break
    head = head.length > 0 ? Buffer.concat([head, value]) : value
  }
  async function* pieces() {
    yield head
    yield* { [Symbol.asyncIterator]: () => reader }
  }
  const line = Buffer.from(head).toString('latin1', 0, Math.max(head.indexOf(LINE_FEED), 0))
  return { header: line.trimEnd().split(','), pieces: pieces() }
}

/** Fresh statistics, or the first questions after a load are planned for empty tables. */
async function analyse(client: Client): Promise<void> {
  for (const { name } of RELATIONS) await client.query(`analyze ${SCHEMA}.${name}`)
}
