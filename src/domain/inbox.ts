/**
 * What a company asks of the packages its offices send: how one differs from what was known, and whom two offices
 * helped. The place a package takes among others is in consolidation.ts.
 */

import { maskCitizenId } from './citizen-id.ts'
import { TABLE_NAMES, type TableName } from './package-tables.ts'
import type { Period } from './period.ts'

/** A row of a package by the names of its fields; an empty cell has no field. */
export type ReceivedRow = Readonly<Record<string, string | number>>

/** A row of a package as it is kept and compared. */
export interface PackageRow {
  table: TableName
  /** The values of the table's primary key, a space between them. */
  key: string
  /** JSON of a ReceivedRow, its fields in their order. */
  content: string
}

/** Rows of a package by table and by key, each as its content: equal texts are equal rows. */
export type ReceivedTables = ReadonlyMap<TableName, ReadonlyMap<string, string>>

export interface RowChange {
  kind: 'added' | 'removed' | 'changed'
  /** What people know the row by: a name, a number. */
  label: string
  /** Of a changed row: what was and what is, null for an empty cell. ID numbers are masked, identities left out. */
  cells: { field: string; before: string | null; after: string | null }[]
}

export interface TableDifference {
  table: TableName
  added: number
  removed: number
  changed: number
  /** The first of them: changed ones first, then removed, then added. */
  lines: RowChange[]
}

/** Enough to see what it is about; a month has thousands of rows. */
const LINES_SHOWN = 5

/** What people call a row by, the first that it has. */
const LABELS = ['document_number_text', 'head_of_household', 'recipient_name', 'item_name', 'name', 'check_kind']
const ID_NUMBERS: readonly string[] = ['citizen_id', 'old_id_number']

/** An identity of ours tells people nothing. */
const isIdentity = (field: string) => field.endsWith('_id') && !ID_NUMBERS.includes(field)

export function tablesOf(rows: Iterable<PackageRow>): ReceivedTables {
  const tables = new Map<TableName, Map<string, string>>()
  for (const { table, key, content } of rows) {
    const known = tables.get(table) ?? new Map<string, string>()
    tables.set(table, known.set(key, content))
  }
  return tables
}

/** How a package differs from what was known of its month, table by table; tables that are alike are left out. */
export function differenceOf(before: ReceivedTables, after: ReceivedTables): TableDifference[] {
  const label = labeller([after, before])
  return TABLE_NAMES.flatMap((table) => {
    const was = before.get(table) ?? new Map<string, string>()
    const is = after.get(table) ?? new Map<string, string>()
    const added = [...is].filter(([key]) => !was.has(key))
    const removed = [...was].filter(([key]) => !is.has(key))
    const changed = [...is].filter(([key, row]) => was.has(key) && was.get(key) !== row)
    if (added.length + removed.length + changed.length === 0) return []
    const told = (kind: 'added' | 'removed', row: string): RowChange => ({ kind, label: label(rowOf(row)), cells: [] })
    const lines: RowChange[] = [
      ...changed.slice(0, LINES_SHOWN).map(([key, row]) => changeOf(rowOf(was.get(key) ?? '{}'), rowOf(row), label)),
      ...removed.slice(0, LINES_SHOWN).map(([, row]) => told('removed', row)),
      ...added.slice(0, LINES_SHOWN).map(([, row]) => told('added', row)),
    ].slice(0, LINES_SHOWN)
    return [{ table, added: added.length, removed: removed.length, changed: changed.length, lines }]
  })
}

function rowOf(json: string): ReceivedRow {
  return JSON.parse(json) as ReceivedRow
}

/** A row goes by its own name, or else by that of its household. */
function labeller(packages: readonly ReceivedTables[]): (row: ReceivedRow) => string {
  return (row) => {
    const own = LABELS.map((field) => row[field]).find((value) => value !== undefined)
    if (own !== undefined) return String(own)
    const household = packages
      .map((tables) => tables.get('households')?.get(String(row.household_id)))
      .find((found) => found !== undefined)
    return String((household && rowOf(household).head_of_household) ?? row.code ?? '')
  }
}

function changeOf(was: ReceivedRow, is: ReceivedRow, label: (row: ReceivedRow) => string): RowChange {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const cells = fields
    .filter((field) => was[field] !== is[field] && !isIdentity(field))
    .map((field) => ({ field, before: shown(field, was[field]), after: shown(field, is[field]) }))
  return { kind: 'changed', label: label(is), cells }
}

function shown(field: string, value: string | number | undefined): string | null {
  if (value === undefined) return null
  return ID_NUMBERS.includes(field) ? maskCitizenId(String(value)) : String(value)
}

export type HelpFigure = 'gifts' | 'repairs'

/** A gift or a repair that stands, of a person known by the keyed hash of the citizen ID. */
export interface Help {
  citizenIdHmac: string
  officeId: string
  period: Period
  figure: HelpFigure
}

/** One person whom several offices helped in the same way in one year. */
export interface HelpedTwice<Helped extends Help = Help> {
  citizenIdHmac: string
  year: string
  figure: HelpFigure
  /** By month, then by office; from two offices or more. */
  helps: Helped[]
}

/** Those whom more than one office gave a gift, or repaired for, in the same year of the programme. */
export function helpedTwice<Helped extends Help>(helps: readonly Helped[]): HelpedTwice<Helped>[] {
  const groups = Map.groupBy(helps, ({ citizenIdHmac, period, figure }) =>
    [period.slice(0, 4), figure, citizenIdHmac].join(' '),
  )
  return [...groups]
    .filter(([, group]) => new Set(group.map(({ officeId }) => officeId)).size > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const [first] = group
      if (!first) return []
      const { citizenIdHmac, figure, period } = first
      return [{ citizenIdHmac, year: period.slice(0, 4), figure, helps: group.toSorted(byMonth) }]
    })
}

function byMonth(one: Help, other: Help): number {
  if (one.period !== other.period) return one.period < other.period ? -1 : 1
  if (one.officeId === other.officeId) return 0
  return one.officeId < other.officeId ? -1 : 1
}

/**
 * What an office is told of its month: for each person it helped then whom others helped, too, the other offices and
 * their months. Each is told once.
 */
export function conflictsFor(office: { officeId: string; period: Period }, twice: readonly HelpedTwice[]): Help[] {
  const told = twice.flatMap(({ helps }) =>
    helps.some(({ officeId, period }) => officeId === office.officeId && period === office.period)
      ? helps.filter(({ officeId }) => officeId !== office.officeId)
      : [],
  )
  const each = told.map(({ citizenIdHmac, officeId, period, figure }) => ({ citizenIdHmac, officeId, period, figure }))
  return [...new Map(each.map((help) => [JSON.stringify(help), help])).values()]
}
