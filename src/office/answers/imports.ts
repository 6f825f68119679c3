/** Answers about lists that came in, and about one that is being looked at. */

import type { FieldChange } from '../../contract/households.ts'
import type { ImportRow } from '../../contract/imports.ts'
import { maskCitizenId } from '../../domain/citizen-id.ts'
import type { HouseholdFacts, HouseholdField } from '../../domain/household.ts'
import { CATEGORY_NAMES, withoutCategories } from '../../domain/household-category.ts'
import { LIST_FIELDS, type ListedHousehold, type ListField } from '../../domain/household-list.ts'
import type { ListFinding } from '../../domain/list-finding.ts'
import { refusal } from '../../domain/refusal.ts'
import type { Reader } from '../../ledger/connection.ts'
import { findAgain, listBatches } from '../../ledger/lists/imports.ts'
import { factsAfterRow } from '../../ledger/lists/list-matching.ts'
import type { HouseholdRecord } from '../../ledger/registry/household-record.ts'
import { findHousehold } from '../../ledger/registry/households.ts'
import { type Asking, done, type QueryHandler, refused } from '../handler.ts'
import { entriesOf, findingsOf, type Reading, type ReadingEntry, readingOf } from '../readings.ts'
import { fieldChangesOf, isNumberOfPerson } from './field-changes.ts'
import { householdLineOf } from './household-line.ts'

export const listOfImports: QueryHandler<'imports.list'> = ({ reader }) => done({ batches: listBatches(reader) })

export const rowsOfImport: QueryHandler<'imports.rows'> = (asking, { readingId, show, from, limit }) => {
  const reading = readingOf(asking.session)
  if (reading?.readingId !== readingId) return refused(refusal('import.readingGone', {}))
  const entries = entriesOf(reading, show)
  const rows = entries.slice(from, from + limit).map((entry) => rowOf(asking, reading, entry))
  return done({ count: entries.length, rows })
}

function rowOf(asking: Asking, reading: Reading, entry: ReadingEntry): ImportRow {
  if (entry.kind === 'gone') return goneRow(asking, reading, entry.householdId)
  const { rowNumber, facts } = entry.row
  const findings = findingsOf(reading, rowNumber)
  const cells = cellsOf(facts, findings)
  const blank = { rowNumber, household: null, cells, findings, changes: [], resembles: [] }
  if (entry.kind === 'blocked') return { ...blank, effect: 'blocked' }
  const { effect } = entry
  const found = findAgain(asking.reader, effect)
  const changes = found && effect.effect === 'changed' ? factsAfterRow(found, facts, asking.today) : null
  return {
    ...blank,
    effect: effect.effect,
    household: found && householdLineOf(found.household),
    changes: found && changes ? changesOf(asking.reader, found.household, changes) : [],
    resembles: effect.resembles.flatMap(({ householdId, score, reasons }) => {
      const household = findHousehold(asking.reader, householdId)
      return household ? [{ household: householdLineOf(household), score, reasons }] : []
    }),
  }
}

/** A household that the list should name and does not: what would change is that the list's categories end. */
function goneRow({ reader, today }: Asking, { comparison }: Reading, householdId: string): ImportRow {
  const household = findHousehold(reader, householdId)
  const { categories } = comparison
  const after = household && { ...household, categories: withoutCategories(household.categories, categories, today) }
  return {
    rowNumber: null,
    effect: 'gone',
    household: household && householdLineOf(household),
    cells: {},
    findings: [],
    changes: household && after ? changesOf(reader, household, { facts: after, changedFields: ['categories'] }) : [],
    resembles: [],
  }
}

function changesOf(
  reader: Reader,
  before: HouseholdRecord,
  { facts, changedFields }: { facts: HouseholdFacts; changedFields: readonly HouseholdField[] },
): FieldChange[] {
  return fieldChangesOf(
    reader,
    Object.fromEntries(changedFields.map((field) => [field, [before[field], facts[field]]])),
  )
}

/** What a row says, as text. Where a cell could not be read it is what the file has; whole numbers are for mending. */
function cellsOf(facts: ListedHousehold, findings: readonly ListFinding[]): ImportRow['cells'] {
  const cells: Partial<Record<ListField, string>> = {}
  for (const field of LIST_FIELDS) {
    const finding = findings.find((one) => one.field === field)
    const text = textOf(facts, field) ?? finding?.value
    if (text) cells[field] = isNumberOfPerson(field) && !finding ? maskCitizenId(text) : text
  }
  return cells
}

function textOf(facts: ListedHousehold, field: ListField): string | null {
  if (field === 'category') return facts.category && CATEGORY_NAMES[facts.category]
  const value = facts[field]
  return value === null || value === '' ? null : String(value)
}
