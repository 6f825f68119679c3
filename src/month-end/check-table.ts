/** Checks a table's records against its schema: header, columns, types, constraints, ascending keys, references. */

import { isDay } from '../domain/day.ts'
import {
  type Field,
  headerOf,
  type ReferencedTable,
  type Table,
  type TableName,
  tableFile,
} from '../domain/package-tables.ts'
import { forbiddenText } from '../domain/vietnamese.ts'
import { CsvError, CsvReader } from './csv.ts'
import type { FaultList } from './fault-list.ts'

/** The keys of the tables read so far that other tables name. */
export type KnownKeys = { readonly [Name in ReferencedTable]: Set<string> }

export function noKeys(): KnownKeys {
  return { households: new Set(), campaigns: new Set(), 'gift-handovers': new Set(), repairs: new Set() }
}

export interface TableCheck {
  /** Takes the file's bytes piece by piece. */
  push(bytes: Uint8Array): void
  /** Says that there are no more; answers how many rows there were. */
  end(): number
}

/** `isPlain` says that the cell is known to be NFC and without control characters. */
type CellProblem = (cell: string, isPlain: boolean) => string | null

/**
 * A check of one table; `onRow` is given each row that fits the schema. A file that is no CSV is reported once and not
 * read further; a row that does not fit is reported and passed over.
 */
export function tableCheck(
  name: TableName,
  table: Table,
  keys: KnownKeys,
  faults: FaultList,
  onRow: (cells: readonly string[], row: number) => void,
): TableCheck {
  const file = tableFile(name)
  const header = headerOf(table)
  const rowProblem = rowCheck(name, table, keys)
  const reader = new CsvReader()
  let count = 0
  let isBroken = false
  const guarded = (read: () => void) => {
    if (isBroken) return
    try {
      read()
    } catch (error) {
      if (!(error instanceof CsvError)) throw error
      isBroken = true
      faults.add('table.malformed', file, `record ${error.record}: ${error.message}`)
    }
  }
  const take = (cells: string[], isPlain: boolean) => {
    count++
    if (count === 1) {
      if (cells.join() !== header.join()) throw new CsvError(1, `the header is not ${header.join()}`)
      return
    }
    const problem = rowProblem(cells, isPlain)
    if (problem) faults.add(problem.code, file, `row ${count - 1}: ${problem.detail}`)
    else onRow(cells, count - 1)
  }
  return {
    push: (bytes) =>
      guarded(() => {
        const { records, isPlain } = reader.push(bytes)
        for (const cells of records) take(cells, isPlain)
      }),
    end() {
      guarded(() => reader.end())
      if (count === 0) guarded(() => take([], true))
      return Math.max(count - 1, 0)
    },
  }
}

interface RowProblem {
  code: 'table.malformed' | 'table.key' | 'table.reference'
  detail: string
}

/** A check of one row after the other; it remembers the key before, and adds each key to those known. */
function rowCheck(
  name: TableName,
  { fields, primaryKey, foreignKeys }: Table,
  keys: KnownKeys,
): (cells: readonly string[], isPlain: boolean) => RowProblem | null {
  const checks = fields.map(cellCheck)
  // Most columns repeat a few words: a cell like the last good one of its column needs no other look.
  const lastGood = fields.map((): string | null => null)
  const place = (field: string) => fields.findIndex((candidate) => candidate.name === field)
  const keyPlaces = primaryKey.map((field) => ({
    at: place(field),
    isNumber: fields[place(field)]?.type === 'integer',
  }))
  const references = foreignKeys.map(({ field, table }) => ({ field, at: place(field), known: keys[table], table }))
  const own = Object.entries(keys).find(([table]) => table === name)?.[1]
  let previous: readonly string[] | null = null

  const cellProblem = (cells: readonly string[], isPlain: boolean): RowProblem | null => {
    if (cells.length !== checks.length) return malformed(`has ${cells.length} fields instead of ${checks.length}`)
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] ?? ''
      if (cell === lastGood[index]) continue
      const problem = checks[index]?.(cell, isPlain)
      if (problem) return malformed(`${fields[index]?.name} ${problem}`)
      lastGood[index] = cell
    }
    return null
  }
  const order = (before: readonly string[], after: readonly string[]): number => {
    for (const { at, isNumber } of keyPlaces) {
      const a = before[at] ?? ''
      const b = after[at] ?? ''
      if (a !== b) return (isNumber ? Number(a) < Number(b) : a < b) ? -1 : 1
    }
    return 0
  }
  return (cells, isPlain) => {
    const problem = cellProblem(cells, isPlain)
    if (problem) return problem
    const comparison = previous ? order(previous, cells) : -1
    previous = cells
    own?.add(ownCopy(cells[keyPlaces[0]?.at ?? 0] ?? ''))
    if (comparison === 0) return { code: 'table.key', detail: `repeats the key ${primaryKey.join()} of the row before` }
    if (comparison > 0) return { code: 'table.key', detail: `does not stand in the order of ${primaryKey.join()}` }
    for (const { field, at, known, table } of references) {
      const key = cells[at] ?? ''
      if (key !== '' && !known.has(key))
        return { code: 'table.reference', detail: `${field} ${key} is not in ${table}` }
    }
    return null
  }
}

/**
 * A cell is a view of the piece of file it came in; kept as it is, it would keep the whole piece in memory. Cutting a
 * joined text makes the engine copy it first.
 */
export function ownCopy(cell: string): string {
  return `${cell} `.slice(0, -1)
}

function malformed(detail: string): RowProblem {
  return { code: 'table.malformed', detail }
}

const WHOLE = /^(0|[1-9][0-9]{0,15})$/
const DECIMAL = /^(0|[1-9][0-9]{0,15})(\.[0-9]{0,14}[1-9])?$/
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

function cellCheck({ type, constraints = {} }: Field): CellProblem {
  const { required, minimum = 0, pattern } = constraints
  const shape = pattern === undefined ? null : new RegExp(`^(?:${pattern})$`)
  const words = constraints.enum
  const typeProblem = typeCheck(type, minimum)
  return (cell, isPlain) => {
    if (cell === '') return required ? 'is empty' : null
    if (words) return words.includes(cell) ? null : 'is none of the words allowed'
    if (shape) return shape.test(cell) ? null : 'does not have its shape'
    return typeProblem(cell, isPlain)
  }
}

function typeCheck(type: Field['type'], minimum: number): CellProblem {
  switch (type) {
    case 'integer':
    case 'number': {
      const shape = type === 'integer' ? WHOLE : DECIMAL
      return (cell) => {
        if (!shape.test(cell) || !(Number(cell) <= Number.MAX_SAFE_INTEGER)) return `is no ${type} in plain figures`
        return Number(cell) < minimum ? `is under ${minimum}` : null
      }
    }
    case 'date':
      return (cell) => (isDay(cell) ? null : 'is no day')
    case 'datetime':
      return (cell) => (INSTANT.test(cell) && isDay(cell.slice(0, 10)) ? null : 'is no instant in UTC')
    case 'string':
      return textProblem
  }
}

function textProblem(cell: string, isPlain: boolean): string | null {
  const forbidden = forbiddenText(isPlain ? cell.charAt(0) : cell)
  if (forbidden) return forbidden === 'formula' ? 'would be a formula in a spreadsheet' : 'holds a control character'
  return isPlain || cell === cell.normalize('NFC') ? null : 'is not NFC'
}
