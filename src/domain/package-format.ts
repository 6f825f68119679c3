/**
 * The formats a month-end package was ever written in, and whom it may be for. A form says which tables a package has
 * and what they hold; whoever changes a table keeps the old one here, so that every package ever sent can be read.
 */

import { TABLE_NAMES, TABLES, type Table, type TableName } from './package-tables.ts'

export const PACKAGE_FORMATS = ['so-tri-an/1', 'so-tri-an/2'] as const
export type PackageFormat = (typeof PACKAGE_FORMATS)[number]
/** The one that is written. */
export const PACKAGE_FORMAT = 'so-tri-an/2' satisfies PackageFormat

/** `full` goes to one's own company; `masked` beyond it: keyed hashes for ID numbers, no phones, no scans. */
export const PACKAGE_PROFILES = ['full', 'masked'] as const
export type PackageProfile = (typeof PACKAGE_PROFILES)[number]

export interface PackageForm {
  /** In the order they are written and read. */
  readonly tables: ReadonlyMap<TableName, Table>
  /** Whether the pictures of signed papers come along, in data/scans. */
  readonly hasScans: boolean
}

/** Repairs as format 1 had them. */
const REPAIRS_1 = {
  repairs: {
    fields: [
      { name: 'repair_id', type: 'string', constraints: { required: true } },
      { name: 'campaign_id', type: 'string' },
      { name: 'household_id', type: 'string', constraints: { required: true } },
      { name: 'done_on', type: 'date', constraints: { required: true } },
      { name: 'condition_found', type: 'string' },
      { name: 'crew', type: 'string' },
      { name: 'funding_source', type: 'string' },
      { name: 'cost_dong', type: 'integer', constraints: { required: true, minimum: 0 } },
      { name: 'certificate_year', type: 'integer', constraints: { minimum: 1 } },
      { name: 'certificate_number', type: 'integer', constraints: { minimum: 1 } },
      { name: 'code', type: 'string', constraints: { pattern: '[0-9]{14}' } },
      { name: 'certified_on', type: 'date' },
      { name: 'recorded_at', type: 'datetime', constraints: { required: true } },
      { name: 'recorded_by', type: 'string', constraints: { required: true } },
    ],
    primaryKey: ['repair_id'],
    foreignKeys: [
      { field: 'campaign_id', table: 'campaigns' },
      { field: 'household_id', table: 'households' },
    ],
  },
  'repair-items': {
    fields: [
      { name: 'repair_id', type: 'string', constraints: { required: true } },
      { name: 'line_number', type: 'integer', constraints: { required: true, minimum: 1 } },
      { name: 'name', type: 'string', constraints: { required: true } },
      { name: 'unit_of_measure', type: 'string', constraints: { required: true } },
      { name: 'quantity', type: 'number', constraints: { required: true, minimum: 0 } },
      { name: 'unit_price_dong', type: 'integer', constraints: { required: true, minimum: 0 } },
      { name: 'amount_dong', type: 'integer', constraints: { required: true, minimum: 0 } },
    ],
    primaryKey: ['repair_id', 'line_number'],
    foreignKeys: [{ field: 'repair_id', table: 'repairs' }],
  },
  'repair-checks': {
    fields: [
      { name: 'repair_id', type: 'string', constraints: { required: true } },
      {
        name: 'check_kind',
        type: 'string',
        constraints: { required: true, enum: ['insulation', 'rcdTrip', 'polarity', 'poweredOn'] },
      },
      { name: 'reading', type: 'number', constraints: { minimum: 0 } },
      { name: 'unit', type: 'string', constraints: { enum: ['megaohm', 'ms'] } },
      { name: 'result', type: 'string', constraints: { required: true, enum: ['passed', 'failed', 'notPresent'] } },
    ],
    primaryKey: ['repair_id', 'check_kind'],
    foreignKeys: [{ field: 'repair_id', table: 'repairs' }],
  },
} as const satisfies Record<string, Table>

const CURRENT = new Map<TableName, Table>(TABLE_NAMES.map((name) => [name, TABLES[name]]))

const SINCE_VERSION_2: readonly TableName[] = ['stock-movements', 'signed-papers', 'corrections', 'indicators']

const VERSION_1 = new Map<TableName, Table>(
  [...CURRENT, ...Object.entries(REPAIRS_1).map(([name, table]) => [name as TableName, table] as const)].filter(
    ([name]) => !SINCE_VERSION_2.includes(name),
  ),
)

/** What stands in a masked package for a number it may not tell: a keyed hash that joins, and a form for the eye. */
function maskedFields(name: string): Table['fields'] {
  return [
    { name: `${name}_hmac`, type: 'string', constraints: { pattern: '[0-9a-f]{64}' } },
    { name: `${name}_masked`, type: 'string' },
  ]
}

const KEPT_BACK = new Set(['citizen_id', 'old_id_number', 'phone'])

const MASKED = new Map<TableName, Table>(CURRENT).set('households', {
  ...TABLES.households,
  fields: TABLES.households.fields.flatMap((field): Table['fields'] => {
    if (!KEPT_BACK.has(field.name)) return [field]
    return field.name === 'phone' ? [] : maskedFields(field.name)
  }),
})

/** What a package of a format and a profile is made of. Format 1 knew full packages alone, without scans. */
export function packageForm(format: PackageFormat, profile: PackageProfile): PackageForm {
  if (format === 'so-tri-an/1') return { tables: VERSION_1, hasScans: false }
  return profile === 'full' ? { tables: CURRENT, hasScans: true } : { tables: MASKED, hasScans: false }
}

/** Where the picture of a signed paper lies inside the bag. */
export function scanFile(sha256: string): string {
  return `data/scans/${sha256}.jpg`
}
