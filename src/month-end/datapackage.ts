/** data/datapackage.json: the tables described for any Frictionless tool (Data Package v2, Table Schema). */

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type PackageForm, packageForm } from '../domain/package-format.ts'
import type { Table, TableName } from '../domain/package-tables.ts'
import type { WrittenFile } from './bag-writer.ts'
import { type ClosingDocument, packageName } from './closing-document.ts'

export const DATAPACKAGE_FILE = 'data/datapackage.json'

const DIALECT = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true }

type Sums = Pick<WrittenFile, 'bytes' | 'sha256'>

/** One table as a resource; its keys name the other resources. */
function resource(name: TableName, table: Table, { bytes, sha256 }: Sums, { tables }: PackageForm) {
  const { fields, primaryKey, foreignKeys } = table
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
          reference: { resource: table, fields: [...(tables.get(table)?.primaryKey ?? [])] },
        })),
      }),
      missingValues: [''],
    },
  }
}

export function datapackageText(closing: ClosingDocument, written: ReadonlyMap<TableName, Sums>): string {
  const form = packageForm(closing.format, closing.profile)
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: packageName(closing).toLowerCase(),
    title: `Month-end package ${packageName(closing)} (${closing.format})`,
    created: closing.closedAt,
    resources: [...form.tables].flatMap(([name, table]) => {
      const file = written.get(name)
      return file ? [resource(name, table, file, form)] : []
    }),
  }
  return `${JSON.stringify(descriptor, null, 1)}\n`
}

const descriptor = z.object({ resources: z.array(z.object({ name: z.string() }).catchall(z.json())) })

/**
 * What is wrong with a descriptor, in the order found: no JSON, a table unknown, missing or described other than this
 * format describes it. `written` holds the tables' true sizes and hashes.
 */
export function datapackageProblems(json: string, written: ReadonlyMap<TableName, Sums>, form: PackageForm): string[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return ['is not JSON']
  }
  const parsed = descriptor.safeParse(value)
  if (!parsed.success) return ['has no list of resources']
  const { resources } = parsed.data
  const unknown = resources.filter(({ name }) => ![...form.tables.keys()].some((table) => table === name))
  const problems = unknown.map(({ name }) => `describes a table this format does not have: ${name}`)
  for (const [name, table] of form.tables) {
    const described = resources.filter((candidate) => candidate.name === name)
    const file = written.get(name)
    if (described.length !== 1) problems.push(`describes table ${name} ${described.length} times instead of once`)
    else if (file && !isDeepStrictEqual(described[0], JSON.parse(JSON.stringify(resource(name, table, file, form))))) {
      problems.push(`describes table ${name} other than the format and the file do`)
    }
  }
  return problems
}
