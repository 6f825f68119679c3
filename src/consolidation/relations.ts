/**
 * What is added up: the tables of a package as they are, and what its closing document says, as tables beside them.
 * Each row gets the place it comes from. Columns, types and keys follow from package-tables.ts; a table added there is
 * loaded without another word.
 */

import { type Field, TABLE_NAMES, TABLES, type Table } from '../domain/package-tables.ts'
import { type CsvCell, csvRecord } from '../month-end/csv.ts'
import type { PackageSummary } from '../month-end/package-summary.ts'
import type { PackageReading } from '../month-end/verify-package.ts'

const required = { required: true } as const

/** Where a row comes from; together with the month, an office has one package that speaks for it. */
export const PLACE_FIELDS = [
  { name: 'company_id', type: 'string' },
  { name: 'closing_period', type: 'string', constraints: required },
  { name: 'office_id', type: 'string', constraints: required },
] as const satisfies readonly Field[]

export interface Place {
  companyId: string | null
  period: string
  officeId: string
}

export interface Relation {
  /** In small letters with underscores, as SQL writes it. */
  name: string
  /** Without the fields of the place. */
  fields: readonly Field[]
  /** Without the fields of the place. */
  primaryKey: readonly string[]
}

export const PACKAGES = {
  name: 'packages',
  fields: [
    { name: 'package_id', type: 'string', constraints: required },
    { name: 'package_name', type: 'string', constraints: required },
    { name: 'office_name', type: 'string', constraints: required },
    { name: 'ledger_id', type: 'string', constraints: required },
    { name: 'sequence', type: 'integer', constraints: required },
    { name: 'revision', type: 'integer', constraints: required },
    { name: 'previous_package', type: 'string' },
    { name: 'supersedes', type: 'string' },
    { name: 'superseded_by', type: 'string' },
    { name: 'format', type: 'string', constraints: required },
    { name: 'profile', type: 'string', constraints: required },
    { name: 'signature', type: 'string', constraints: required },
    { name: 'closed_at', type: 'datetime', constraints: required },
    { name: 'closed_by', type: 'string', constraints: required },
    { name: 'approved_by', type: 'string' },
  ],
  primaryKey: ['package_id'],
} as const satisfies Relation

type PackageRow = Record<(typeof PACKAGES)['fields'][number]['name'], CsvCell>

/** A part of the closing document as a table. */
interface StatedRelation extends Relation {
  rows(summary: PackageSummary): RelationRow[]
}

const STATED: readonly StatedRelation[] = [
  {
    name: 'package_totals',
    fields: [
      { name: 'total_name', type: 'string', constraints: required },
      { name: 'amount_dong', type: 'integer', constraints: required },
    ],
    primaryKey: ['total_name'],
    rows: ({ totals }) => Object.entries(totals).map(([total_name, amount_dong]) => ({ total_name, amount_dong })),
  },
  {
    name: 'package_counts',
    fields: [
      { name: 'table_name', type: 'string', constraints: required },
      { name: 'row_count', type: 'integer', constraints: required },
    ],
    primaryKey: ['table_name'],
    rows: ({ counts }) => Object.entries(counts).map(([name, row_count]) => ({ table_name: sqlName(name), row_count })),
  },
  {
    name: 'package_numbers',
    fields: [
      { name: 'document_kind', type: 'string', constraints: required },
      { name: 'first_number', type: 'integer', constraints: required },
      { name: 'last_number', type: 'integer', constraints: required },
      { name: 'voided_count', type: 'integer', constraints: required },
      { name: 'other_months_count', type: 'integer', constraints: required },
      { name: 'without_handover_count', type: 'integer', constraints: required },
    ],
    primaryKey: ['document_kind'],
    rows: ({ closing }) =>
      Object.entries(closing.documentNumbers).flatMap(([document_kind, numbers]) =>
        numbers
          ? [
              {
                document_kind,
                first_number: numbers.first,
                last_number: numbers.last,
                voided_count: numbers.voided.length,
                other_months_count: numbers.otherMonths.length,
                without_handover_count: numbers.withoutHandover.length,
              },
            ]
          : [],
      ),
  },
  {
    name: 'package_warnings',
    fields: [
      { name: 'warning_number', type: 'integer', constraints: required },
      { name: 'code', type: 'string', constraints: required },
      { name: 'explanation', type: 'string', constraints: required },
    ],
    primaryKey: ['warning_number'],
    rows: ({ closing }) => closing.warnings.map((warning, index) => ({ warning_number: index + 1, ...warning })),
  },
]

const PLACE_NAMES: readonly string[] = PLACE_FIELDS.map(({ name }) => name)

/** A table's own column of a place's name would say the same and is not kept twice. */
function tableRelation(name: string, { fields, primaryKey }: Table): Relation {
  const isOwn = (field: string) => !PLACE_NAMES.includes(field)
  return {
    name: sqlName(name),
    fields: fields.filter((field) => isOwn(field.name)),
    primaryKey: primaryKey.filter(isOwn),
  }
}

const OF_TABLES = TABLE_NAMES.map((name) => ({ name, relation: tableRelation(name, TABLES[name]) }))

/** The tables of a package. */
export const TABLE_RELATIONS: readonly Relation[] = OF_TABLES.map(({ relation }) => relation)

/** Everything that is kept, the packages first. */
export const RELATIONS: readonly Relation[] = [PACKAGES, ...STATED, ...TABLE_RELATIONS]

function sqlName(table: string): string {
  return table.replaceAll('-', '_')
}

export type RelationRow = Readonly<Record<string, CsvCell>>

/** What the closing document says, table by table. */
export function statedRows(summary: PackageSummary): { relation: Relation; rows: readonly RelationRow[] }[] {
  return STATED.map((relation) => ({ relation, rows: relation.rows(summary) }))
}

/** The rows one package has of a relation, as CSV with its header. */
export interface RelationCsv {
  relation: Relation
  csv: AsyncIterable<Uint8Array>
}

/** The tables of a package, to be read one after the other; one that an earlier format does not have is empty. */
export function* tablesOf({ csvOf }: PackageReading): Generator<RelationCsv> {
  for (const { name, relation } of OF_TABLES) yield { relation, csv: csvOf(name) ?? csvOfRows(relation, []) }
}

export async function* csvOfRows({ fields }: Relation, rows: readonly RelationRow[]): AsyncGenerator<Uint8Array> {
  const header = fields.map(({ name }) => name)
  const records = rows.map((row) => csvRecord(header.map((name) => row[name] ?? null)))
  yield Buffer.from([csvRecord(header), ...records].join(''))
}

export function placeOfPackage({ closing }: PackageSummary): Place {
  return { companyId: closing.companyId, period: closing.period, officeId: closing.officeId }
}

export function packageRow(summary: PackageSummary, supersededBy: string | null): PackageRow {
  const { identity, packageName, signature, closing } = summary
  return {
    package_id: identity,
    package_name: packageName,
    office_name: closing.officeName,
    ledger_id: closing.ledgerId,
    sequence: closing.sequence,
    revision: closing.revision,
    previous_package: closing.previousPackage,
    supersedes: closing.supersedes,
    superseded_by: supersededBy,
    format: closing.format,
    profile: closing.profile,
    signature,
    closed_at: closing.closedAt,
    closed_by: closing.closedBy,
    approved_by: closing.approvedBy,
  }
}
