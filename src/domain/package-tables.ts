/**
 * The tables of a month-end package: their columns, constraints and keys. The CSV header, the Table Schema in
 * datapackage.json, the types of rows and the verifier's checks follow; nothing else says what a table holds.
 */

import { HOUSEHOLD_STATUSES } from './household.ts'
import { HOUSEHOLD_CATEGORIES } from './household-category.ts'
import { INDICATOR_CODE, INDICATOR_KINDS, INDICATOR_VERDICTS, TARGET_DIRECTIONS } from './indicator.ts'
import { CORRECTED_FIGURES, CORRECTION_KINDS } from './month-close.ts'
import { DOCUMENT_KINDS, GIVING_KINDS } from './numbering.ts'
import { CHECK_UNITS, REPAIR_CHECKS } from './repair-check.ts'
import { STOCK_PLACE_KINDS } from './stock.ts'

export type FieldType = 'string' | 'integer' | 'number' | 'date' | 'datetime'

/** A field as Table Schema writes it (Data Package v2): money and counts are integers, days ISO, instants UTC. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly constraints?: {
    readonly required?: true
    readonly enum?: readonly string[]
    readonly pattern?: string
    readonly minimum?: number
  }
}

/** The tables whose keys other tables name; each has a key of one field. */
export type ReferencedTable = 'households' | 'campaigns' | 'gift-handovers' | 'repairs'

export interface Table {
  readonly fields: readonly Field[]
  /** Rows stand in ascending order of these, so a repeated key shows without remembering the others. */
  readonly primaryKey: readonly string[]
  readonly foreignKeys: readonly { readonly field: string; readonly table: ReferencedTable }[]
}

const required = { required: true } as const
const whole = { required: true, minimum: 0 } as const
const ordinal = { required: true, minimum: 1 } as const
const sha256 = { required: true, pattern: '[0-9a-f]{64}' } as const

/** What a gift line and a repair item share: money is whole đồng, a quantity may be a fraction. */
const LINE_FIELDS = [
  { name: 'line_number', type: 'integer', constraints: ordinal },
  { name: 'name', type: 'string', constraints: required },
  { name: 'unit_of_measure', type: 'string', constraints: required },
  { name: 'quantity', type: 'number', constraints: whole },
  { name: 'unit_price_dong', type: 'integer', constraints: whole },
  { name: 'amount_dong', type: 'integer', constraints: whole },
] as const

const RECORDED_FIELDS = [
  { name: 'recorded_at', type: 'datetime', constraints: required },
  { name: 'recorded_by', type: 'string', constraints: required },
] as const

/** In the order they are written and read: a table stands after those its foreign keys name. */
export const TABLES = {
  households: {
    fields: [
      { name: 'household_id', type: 'string', constraints: required },
      { name: 'head_of_household', type: 'string', constraints: required },
      { name: 'birth_year', type: 'integer' },
      { name: 'citizen_id', type: 'string' },
      { name: 'old_id_number', type: 'string' },
      { name: 'customer_code', type: 'string' },
      { name: 'meter_number', type: 'string' },
      { name: 'phone', type: 'string' },
      { name: 'hamlet', type: 'string' },
      { name: 'commune_name', type: 'string' },
      { name: 'address_text', type: 'string' },
      { name: 'member_count', type: 'integer', constraints: { minimum: 0 } },
      { name: 'category', type: 'string', constraints: { enum: HOUSEHOLD_CATEGORIES } },
      { name: 'category_decision', type: 'string' },
      { name: 'status', type: 'string', constraints: { required: true, enum: HOUSEHOLD_STATUSES } },
    ],
    primaryKey: ['household_id'],
    foreignKeys: [],
  },
  campaigns: {
    fields: [
      { name: 'campaign_id', type: 'string', constraints: required },
      { name: 'name', type: 'string', constraints: required },
      { name: 'decision_number', type: 'string' },
      { name: 'from_day', type: 'date', constraints: required },
      { name: 'to_day', type: 'date', constraints: required },
    ],
    primaryKey: ['campaign_id'],
    foreignKeys: [],
  },
  'gift-handovers': {
    fields: [
      { name: 'handover_id', type: 'string', constraints: required },
      { name: 'campaign_id', type: 'string', constraints: required },
      { name: 'household_id', type: 'string', constraints: required },
      { name: 'gift_package_name', type: 'string', constraints: required },
      { name: 'document_year', type: 'integer', constraints: ordinal },
      { name: 'document_number', type: 'integer', constraints: ordinal },
      { name: 'code', type: 'string', constraints: { required: true, pattern: '[0-9]{14}' } },
      { name: 'handed_over_on', type: 'date', constraints: required },
      { name: 'recipient_kind', type: 'string', constraints: { required: true, enum: ['headOfHousehold', 'proxy'] } },
      { name: 'recipient_name', type: 'string', constraints: required },
      { name: 'recipient_relation', type: 'string' },
      { name: 'value_dong', type: 'integer', constraints: whole },
      ...RECORDED_FIELDS,
    ],
    primaryKey: ['handover_id'],
    foreignKeys: [
      { field: 'campaign_id', table: 'campaigns' },
      { field: 'household_id', table: 'households' },
    ],
  },
  'gift-lines': {
    fields: [{ name: 'handover_id', type: 'string', constraints: required }, ...LINE_FIELDS],
    primaryKey: ['handover_id', 'line_number'],
    foreignKeys: [{ field: 'handover_id', table: 'gift-handovers' }],
  },
  voids: {
    fields: [
      { name: 'void_id', type: 'string', constraints: required },
      { name: 'document_kind', type: 'string', constraints: { required: true, enum: GIVING_KINDS } },
      { name: 'document_id', type: 'string', constraints: required },
      { name: 'document_number_text', type: 'string' },
      { name: 'voided_on', type: 'date', constraints: required },
      { name: 'reason', type: 'string', constraints: required },
      { name: 'amount_dong', type: 'integer', constraints: whole },
      ...RECORDED_FIELDS,
    ],
    primaryKey: ['void_id'],
    /** A paper of an earlier month may be voided in this one, so document_id names rows of any month's package. */
    foreignKeys: [],
  },
  'stock-movements': {
    fields: [
      { name: 'movement_id', type: 'integer', constraints: ordinal },
      { name: 'moved_on', type: 'date', constraints: required },
      { name: 'item_name', type: 'string', constraints: required },
      { name: 'unit_of_measure', type: 'string', constraints: required },
      { name: 'quantity', type: 'number', constraints: whole },
      { name: 'unit_price_dong', type: 'integer', constraints: { minimum: 0 } },
      { name: 'from_place_kind', type: 'string', constraints: { required: true, enum: STOCK_PLACE_KINDS } },
      { name: 'from_place_name', type: 'string', constraints: required },
      { name: 'to_place_kind', type: 'string', constraints: { required: true, enum: STOCK_PLACE_KINDS } },
      { name: 'to_place_name', type: 'string', constraints: required },
      { name: 'slip_code', type: 'string', constraints: { pattern: '[0-9]{14}' } },
      { name: 'handover_id', type: 'string' },
    ],
    primaryKey: ['movement_id'],
    /** What a void brings back was handed over in any month, so handover_id names rows of any month's package. */
    foreignKeys: [],
  },
  repairs: {
    /** A repair whose certificate was voided may be certified again, in the same month even. */
    fields: [
      { name: 'certificate_id', type: 'string', constraints: required },
      { name: 'repair_id', type: 'string', constraints: required },
      { name: 'campaign_id', type: 'string' },
      { name: 'household_id', type: 'string', constraints: required },
      { name: 'done_on', type: 'date', constraints: required },
      { name: 'condition_found', type: 'string' },
      { name: 'crew', type: 'string' },
      { name: 'funding_source', type: 'string' },
      { name: 'cost_dong', type: 'integer', constraints: whole },
      { name: 'certificate_year', type: 'integer', constraints: { minimum: 1 } },
      { name: 'certificate_number', type: 'integer', constraints: { minimum: 1 } },
      { name: 'code', type: 'string', constraints: { pattern: '[0-9]{14}' } },
      { name: 'certified_on', type: 'date' },
      ...RECORDED_FIELDS,
    ],
    primaryKey: ['certificate_id'],
    foreignKeys: [
      { field: 'campaign_id', table: 'campaigns' },
      { field: 'household_id', table: 'households' },
    ],
  },
  'repair-items': {
    fields: [{ name: 'certificate_id', type: 'string', constraints: required }, ...LINE_FIELDS],
    primaryKey: ['certificate_id', 'line_number'],
    foreignKeys: [{ field: 'certificate_id', table: 'repairs' }],
  },
  'repair-checks': {
    fields: [
      { name: 'certificate_id', type: 'string', constraints: required },
      { name: 'check_kind', type: 'string', constraints: { required: true, enum: REPAIR_CHECKS } },
      { name: 'reading', type: 'number', constraints: { minimum: 0 } },
      { name: 'unit', type: 'string', constraints: { enum: CHECK_UNITS } },
      { name: 'result', type: 'string', constraints: { required: true, enum: ['passed', 'failed', 'notPresent'] } },
    ],
    primaryKey: ['certificate_id', 'check_kind'],
    foreignKeys: [{ field: 'certificate_id', table: 'repairs' }],
  },
  'signed-papers': {
    fields: [
      { name: 'page_id', type: 'string', constraints: required },
      { name: 'document_kind', type: 'string', constraints: { required: true, enum: DOCUMENT_KINDS } },
      { name: 'document_id', type: 'string', constraints: required },
      { name: 'scan_sha256', type: 'string', constraints: sha256 },
      { name: 'kept_at', type: 'datetime', constraints: required },
      { name: 'kept_by', type: 'string', constraints: required },
    ],
    primaryKey: ['page_id'],
    /** A paper comes back when it does: document_id names papers of any month. */
    foreignKeys: [],
  },
  corrections: {
    /** What is added and what is taken away stand apart, so that no figure is under nothing: one of the two is 0. */
    fields: [
      { name: 'correction_id', type: 'string', constraints: required },
      { name: 'kind', type: 'string', constraints: { required: true, enum: CORRECTION_KINDS } },
      { name: 'document_year', type: 'integer', constraints: ordinal },
      { name: 'document_number', type: 'integer', constraints: ordinal },
      { name: 'entered_on', type: 'date', constraints: required },
      { name: 'corrected_period', type: 'string', constraints: { required: true, pattern: '[0-9]{4}-[0-9]{2}' } },
      { name: 'corrected_document', type: 'string', constraints: required },
      { name: 'figure', type: 'string', constraints: { required: true, enum: CORRECTED_FIGURES } },
      { name: 'count_increase', type: 'integer', constraints: whole },
      { name: 'count_decrease', type: 'integer', constraints: whole },
      { name: 'amount_increase_dong', type: 'integer', constraints: whole },
      { name: 'amount_decrease_dong', type: 'integer', constraints: whole },
      { name: 'reason', type: 'string', constraints: required },
      ...RECORDED_FIELDS,
    ],
    primaryKey: ['correction_id'],
    /** What is corrected is of an earlier month: its paper is named as it is printed. */
    foreignKeys: [],
  },
  indicators: {
    fields: [
      { name: 'indicator_code', type: 'string', constraints: { required: true, pattern: INDICATOR_CODE } },
      { name: 'definition_version', type: 'integer', constraints: ordinal },
      { name: 'name', type: 'string', constraints: required },
      { name: 'kind', type: 'string', constraints: { required: true, enum: INDICATOR_KINDS } },
      { name: 'unit_of_measure', type: 'string', constraints: required },
      { name: 'numerator_name', type: 'string', constraints: required },
      { name: 'denominator_name', type: 'string' },
      { name: 'numerator', type: 'number', constraints: { minimum: 0 } },
      { name: 'denominator', type: 'number', constraints: { minimum: 0 } },
      { name: 'value', type: 'number', constraints: { minimum: 0 } },
      { name: 'target', type: 'number', constraints: { minimum: 0 } },
      { name: 'target_direction', type: 'string', constraints: { enum: TARGET_DIRECTIONS } },
      { name: 'result', type: 'string', constraints: { required: true, enum: INDICATOR_VERDICTS } },
      { name: 'recorded_at', type: 'datetime' },
      { name: 'recorded_by', type: 'string' },
    ],
    primaryKey: ['indicator_code'],
    foreignKeys: [],
  },
  journal: {
    fields: [
      { name: 'sequence', type: 'integer', constraints: ordinal },
      { name: 'recorded_at', type: 'datetime', constraints: required },
      { name: 'person_id', type: 'string' },
      { name: 'command', type: 'string', constraints: required },
      { name: 'command_id', type: 'string', constraints: required },
      { name: 'subject', type: 'string' },
      { name: 'content_sha256', type: 'string', constraints: sha256 },
      { name: 'previous_hash', type: 'string', constraints: sha256 },
      { name: 'hash', type: 'string', constraints: sha256 },
    ],
    primaryKey: ['sequence'],
    foreignKeys: [],
  },
} as const satisfies Record<string, Table>

export type TableName = keyof typeof TABLES

export const TABLE_NAMES = [
  'households',
  'campaigns',
  'gift-handovers',
  'gift-lines',
  'voids',
  'stock-movements',
  'repairs',
  'repair-items',
  'repair-checks',
  'signed-papers',
  'corrections',
  'indicators',
  'journal',
] as const satisfies readonly TableName[]

type Cell<F extends Field> = F extends { type: 'integer' | 'number' }
  ? number
  : F extends { constraints: { enum: readonly (infer Word)[] } }
    ? Word
    : string

type RowOf<Fields extends readonly Field[]> = {
  [F in Fields[number] as F['name']]: F extends { constraints: { required: true } } ? Cell<F> : Cell<F> | null
}

/**
 * A row as the ledger gives it: whole đồng, 'YYYY-MM-DD' days, 'YYYY-MM-DDTHH:MM:SS.sssZ' instants, null for unknown.
 * Rows come in ascending order of the table's primary key (texts by code unit, as SQLite's BINARY orders ASCII).
 */
export type Row<Name extends TableName> = RowOf<(typeof TABLES)[Name]['fields']>

export type HouseholdRow = Row<'households'>

/** The rows of every table of one package; each may be read only once. */
export type TableRows = { readonly [Name in TableName]: Iterable<Row<Name>> | AsyncIterable<Row<Name>> }

/** Where a table lies inside the bag. */
export function tableFile(name: TableName): string {
  return `data/${name}.csv`
}

export function headerOf({ fields }: Table): string[] {
  return fields.map((field) => field.name)
}

/** Takes one field out of a record of a table; a table without the field has it empty. */
export function cellOf(table: Table, field: string): (cells: readonly string[]) => string {
  const at = headerOf(table).indexOf(field)
  return (cells) => cells[at] ?? ''
}
