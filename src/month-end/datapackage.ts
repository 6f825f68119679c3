/** data/datapackage.json: the tables described for any Frictionless tool (Data Package v2, Table Schema). */

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { TABLE_NAMES, type TableName, tableOf } from '../domain/package-tables.ts'
import type { WrittenFile } from './bag-writer.ts'
import { type ClosingDocument, PACKAGE_FORMAT, packageName } from './closing-document.ts'

export const DATAPACKAGE_FILE = 'data/datapackage.json'

const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }

/** One table as a resource; its keys name the other resources. */
function resource(name: TableName, { bytes, sha256 }: WrittenFile) {
  const { fields, primaryKey, foreignKeys } = tableOf(name)
  return {
    name,
    path: `${name}.csv`,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes,
    hash: `sha256:${sha256}`,
    dialect: DIALECT,
    schema: {
      fields,
      primaryKey,
      ...(foreignKeys.length > 0 && {
        foreignKeys: foreignKeys.map(({ field, table }) => ({
          fields: [field],
          reference: { resource: table, fields: [...tableOf(table).primaryKey] },
        })),
      }),
      missingValues: [''],
    },
  }
}

export function datapackageText(closing: ClosingDocument, written: Readonly<Record<TableName, WrittenFile>>): string {
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName(closing).toLowerCase(),
    title: `Month-end package ${packageName(closing)} (${PACKAGE_FORMAT})`,
    created: closing.closedAt,
    resources: TABLE_NAMES.map((name) => resource(name, written[name])),
  }
  return `${JSON.stringify(descriptor, null, 1)}\n`
}

const descriptor = z.object({ resources: z.array(z.object({ name: z.string() }).catchall(z.json())) })

/**
 * What is wrong with a descriptor, in the order found: no JSON, a table unknown, missing or described other than this
 * format describes it. `written` holds the tables' true sizes and hashes.
 */
export function datapackageProblems(json: string, written: ReadonlyMap<TableName, WrittenFile>): string[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return ['is not JSON']
  }
  const parsed = descriptor.safeParse(value)
  if (!parsed.success) return ['has no list of resources']
  const { resources } = parsed.data
  const unknown = resources.filter(({ name }) => !TABLE_NAMES.some((table) => table === name))
  const problems = unknown.map(({ name }) => `describes a table this format does not have: ${name}`)
  for (const name of TABLE_NAMES) {
    const described = resources.filter((candidate) => candidate.name === name)
    const file = written.get(name)
    if (described.length !== 1) problems.push(`describes table ${name} ${described.length} times instead of once`)
    else if (file && !isDeepStrictEqual(described[0], JSON.parse(JSON.stringify(resource(name, file))))) {
      problems.push(`describes table ${name} other than the format and the file do`)
    }
  }
  return problems
}
