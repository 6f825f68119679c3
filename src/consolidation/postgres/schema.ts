/**
 * The database's shape: schema so_tri_an with a table for each relation, partitioned by month, and a view for each
 * figure. It is brought up to date whenever a loader of another shape comes; what is there is added to, never dropped.
 */

import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { Field } from '../../domain/package-tables.ts'
import { FIGURES } from '../figures.ts'
import { PLACE_FIELDS, RELATIONS, type Relation } from '../relations.ts'
import { StoreError } from '../store.ts'

export const SCHEMA = 'so_tri_an'

/**
 * Steps that the tables and figures of this version do not give by themselves (a view whose columns changed is dropped
 * here, a column renamed). The version is their number: append, and never change one that was released.
 */
const MIGRATIONS: readonly string[] = [
  `create table ${SCHEMA}.schema_version (
    version integer not null,
    shape text not null,
    applied_at timestamptz not null default now()
  )`,
]

const TYPES: Record<Field['type'], string> = {
  string: 'text',
  integer: 'bigint',
  number: 'numeric',
  date: 'date',
  datetime: 'timestamp with time zone',
}

/** A relation's columns in the database, the place first. */
export function columnsOf({ fields }: Relation): readonly Field[] {
  return [...PLACE_FIELDS, ...fields]
}

/** Keys are compared by their bytes: faster than by a language's rules, and the order of the package. */
export function columnSql(field: Field, keys: readonly string[]): string {
  const isKey = keys.includes(field.name)
  const collation = isKey && field.type === 'string' ? ' collate "C"' : ''
  return `${field.name} ${TYPES[field.type]}${collation}${isKey ? ' not null' : ''}`
}

function tableSql(relation: Relation): string {
  const keys = ['closing_period', 'office_id', ...relation.primaryKey]
  const columns = columnsOf(relation).map((field) => columnSql(field, keys))
  return `create table if not exists ${SCHEMA}.${relation.name} (
    ${columns.join(',\n    ')},
    primary key (${keys.join(', ')})
  ) partition by list (closing_period)`
}

/** The words a column may hold, for whoever looks at the table with a tool. */
function commentsSql(relation: Relation): string[] {
  return relation.fields.flatMap(({ name, constraints }) => {
    const words = constraints?.enum
    return words ? [`comment on column ${SCHEMA}.${relation.name}.${name} is '${words.join(', ')}'`] : []
  })
}

/** Views name their tables with the schema's help, so that they mean the same whatever path a reader has set. */
function viewSql({ name, sql }: (typeof FIGURES)[number]): string {
  return `create or replace view ${SCHEMA}.${name} as ${sql}`
}

const SHAPE = [
  ...RELATIONS.flatMap((relation) => [tableSql(relation), ...commentsSql(relation)]),
  ...FIGURES.map(viewSql),
]
const SHAPE_HASH = createHash('sha256').update(SHAPE.join(';')).digest('hex')

/** Creates the schema, or brings it to this version, in one transaction. Throws a StoreError for a newer one. */
export async function migrate(client: Client, target: string): Promise<void> {
  const { version, shape } = await appliedVersion(client)
  if (version > MIGRATIONS.length) throw new StoreError({ code: 'store.fromNewerVersion', parameters: { target } })
  if (version === MIGRATIONS.length && shape === SHAPE_HASH) return
  await inTransaction(client, () => bringUpToDate(client, version, target))
}

async function bringUpToDate(client: Client, version: number, target: string): Promise<void> {
  await client.query(`create schema if not exists ${SCHEMA}`)
  await client.query(`set local search_path to ${SCHEMA}, pg_catalog`)
  for (const step of MIGRATIONS.slice(version)) await client.query(step)
  for (const relation of RELATIONS) {
    await client.query(tableSql(relation))
    await addColumns(client, relation, target)
    for (const sql of commentsSql(relation)) await client.query(sql)
  }
  for (const figure of FIGURES) await client.query(viewSql(figure))
  await client.query(`insert into ${SCHEMA}.schema_version (version, shape) values ($1, $2)`, [
    MIGRATIONS.length,
    SHAPE_HASH,
  ])
}

async function appliedVersion(client: Client): Promise<{ version: number; shape: string | null }> {
  const { rows: found } = await client.query('select to_regclass($1) is not null as exists', [
    `${SCHEMA}.schema_version`,
  ])
  if (!found[0]?.exists) return { version: 0, shape: null }
  const { rows } = await client.query<{ version: number; shape: string }>(
    `select version, shape from ${SCHEMA}.schema_version order by version desc, applied_at desc limit 1`,
  )
  return rows[0] ?? { version: 0, shape: null }
}

/** Columns that this version has and the table has not; one of another type is no place to load into. */
async function addColumns(client: Client, relation: Relation, target: string): Promise<void> {
  const { rows } = await client.query<{ column_name: string; data_type: string }>(
    'select column_name, data_type from information_schema.columns where table_schema = $1 and table_name = $2',
    [SCHEMA, relation.name],
  )
  const types = new Map(rows.map(({ column_name, data_type }) => [column_name, data_type]))
  for (const field of columnsOf(relation)) {
    const type = types.get(field.name)
    if (type === undefined) {
      await client.query(`alter table ${SCHEMA}.${relation.name} add column ${columnSql(field, [])}`)
    } else if (type !== TYPES[field.type]) {
      const detail = `${SCHEMA}.${relation.name}.${field.name} is ${type}, not ${TYPES[field.type]}`
      throw new StoreError({ code: 'store.refused', parameters: { target, detail } })
    }
  }
}

/** The month's partitions of all relations. Readers wait for a moment when a month is new. */
export async function addPartitions(client: Client, period: string): Promise<void> {
  const suffix = period.replace('-', '_')
  await inTransaction(client, async () => {
    for (const { name } of RELATIONS) {
      const partition = `${SCHEMA}.${name}_${suffix} partition of ${SCHEMA}.${name}`
      await client.query(`create table if not exists ${partition} for values in ('${period}')`)
    }
  })
}

export async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    // Where the connection broke the server has rolled back by itself.
    await client.query('rollback').catch(() => {})
    throw error
  }
}
