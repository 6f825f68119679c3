/**
 * Turns the rows below a header into households: each cell by its column, the hamlet of a heading for those below it.
 */

import { citizenIdFacts } from '../domain/citizen-id.ts'
import type { Day } from '../domain/day.ts'
import { CATEGORY_NAMES } from '../domain/household-category.ts'
import {
  blankListedHousehold,
  type HouseholdListRow,
  type ListChoices,
  type ListedHousehold,
  type ListField,
} from '../domain/household-list.ts'
import type { ListFinding, ListFindingCode } from '../domain/list-finding.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { rowClassifier } from './classify-row.ts'
import { fieldOf, type HeaderColumn } from './find-header.ts'
import { type MergedCells, MOST_ROWS, TableFault, type TableRow } from './formats/table-source.ts'
import { communeIn, hamletHeading } from './place-in-text.ts'
import { proposedMend } from './propose-mend.ts'
import { type CellFinding, type CellReading, cellText, readCategoryMark, readCell } from './read-cell.ts'

export interface RowsReading {
  rows: HouseholdListRow[]
  /** Rows that an error keeps out. */
  blockedRows: HouseholdListRow[]
  findings: ListFinding[]
  skippedRowNumbers: number[]
  rowCount: number
}

export interface RowsReader {
  read(row: TableRow): void
  end(merged: readonly MergedCells[]): RowsReading
}

/** Fields that lists show once for several households, in merged cells. */
const SHARED_FIELDS: readonly ListField[] = ['hamlet', 'communeName', 'addressText', 'category', 'categoryDecision']

/** What headings and titles say of the rows below them. */
type Surroundings = Pick<ListedHousehold, 'hamlet' | 'communeName' | 'category'>

function surroundingsOf(titles: readonly TableRow[]): Surroundings {
  const lines = titles.flatMap(({ cells }) => cells.map(cellText))
  const found = <Found>(read: (line: string) => Found | null) =>
    lines.reduce<Found | null>((first, line) => first ?? read(line), null)
  return { communeName: found(communeIn), hamlet: found(hamletHeading), category: null }
}

/** A finding of a row, with the text it is about as it stands there. */
type Told = CellFinding & { text: string }

/**
 * The columns in the order they are read, so that the last to state a fact is the one to keep: left before right,
 * CCCD before CMND.
 */
function readingOrder(columns: readonly HeaderColumn[]): HeaderColumn[] {
  const isOldNumber = ({ meaning }: HeaderColumn) => meaning?.kind === 'field' && meaning.field === 'oldIdNumber'
  const fromRight = [...columns].reverse()
  return [...fromRight.filter(isOldNumber), ...fromRight.filter((column) => !isOldNumber(column))]
}

/** A row with each cell's text, which is needed more than once. */
interface TextRow extends TableRow {
  texts: readonly string[]
}

/** What the clerk wrote in the place of a row's cells. */
type Corrections = ReadonlyMap<ListField, string>
const NO_CORRECTIONS: Corrections = new Map()

function correctionsByRow(corrections: ListChoices['corrections']): Map<number, Map<ListField, string>> {
  const byRow = new Map<number, Map<ListField, string>>()
  for (const { rowNumber, field, text } of corrections) {
    const ofRow = byRow.get(rowNumber) ?? new Map<ListField, string>()
    byRow.set(rowNumber, ofRow.set(field, text))
  }
  return byRow
}

function readColumn({ column, meaning }: HeaderColumn, { cells, texts }: TextRow, today: Day): CellReading {
  const text = texts[column] ?? ''
  if (meaning?.kind === 'field') return readCell(meaning.field, text, cells[column], today)
  if (meaning?.kind === 'categoryMark') return readCategoryMark(meaning.category, text)
  return { facts: {} }
}

/**
 * A row's facts, and what the clerk must be told of its cells. Where the clerk wrote something in the place of a cell,
 * that is read as if the file said so, and no column of its field.
 */
function readFacts(row: TextRow, columns: readonly HeaderColumn[], corrections: Corrections, today: Day) {
  const facts = blankListedHousehold('')
  const told: Told[] = []

  function take(reading: CellReading, text: string): void {
    if (reading.finding) told.push({ ...reading.finding, text })
    const kept = reading.facts.category
    if (kept && facts.category && kept !== facts.category) {
      told.push(warning('categoryTwice', 'category', CATEGORY_NAMES[facts.category], CATEGORY_NAMES[kept]))
    }
    Object.assign(facts, reading.facts)
  }

  for (const column of columns) {
    const field = corrections.size > 0 ? fieldOf(column) : null
    if (field && corrections.has(field)) continue
    take(readColumn(column, row, today), row.texts[column.column] ?? '')
  }
  for (const [field, written] of corrections) {
    const text = cellText(written)
    take(readCell(field, text, text, today), text)
  }
  return { facts, told: told.reverse() }
}

function warning(code: ListFindingCode, field: ListField, value: string, other: string | null): Told {
  return { field, severity: 'warning', code, value, text: value, mended: null, other }
}

/** What no single cell shows: a household without a name, a birth year that its citizen ID contradicts. */
function compareFacts(facts: ListedHousehold, told: readonly Told[]): Told[] {
  const found: Told[] = []
  const hasNameError = told.some(({ field, severity }) => field === 'headOfHousehold' && severity === 'error')
  if (!facts.headOfHousehold && !hasNameError) {
    found.push({ ...warning('nameMissing', 'headOfHousehold', '', null), severity: 'error' })
  }
  const { birthYear, citizenId } = facts
  const yearOfId = citizenId ? citizenIdFacts(citizenId)?.birthYear : undefined
  if (birthYear !== null && yearOfId !== undefined && birthYear !== yearOfId) {
    found.push(warning('birthYearDiffersFromCitizenId', 'birthYear', String(birthYear), String(yearOfId)))
  }
  return found
}

/** What makes two rows without a citizen ID the same household, as far as a list tells. */
const TOLD_APART_BY: readonly ListField[] = [
  'headOfHousehold',
  'birthYear',
  'oldIdNumber',
  'customerCode',
  'hamlet',
  'addressText',
]

/**
 * What only shows when all rows were read: a household that an earlier row named, surely by its citizen ID, perhaps by
 * all that it is known by without one; a decision that is about no category.
 */
function acrossRows(): (row: HouseholdListRow) => Told[] {
  const rowOfKey = new Map<string, number>()
  return ({ rowNumber, facts }) => {
    const { citizenId, headOfHousehold, category, categoryDecision } = facts
    const found: Told[] = []
    const key = citizenId ?? TOLD_APART_BY.map((field) => searchKey(String(facts[field] ?? ''))).join('|')
    const earlier = rowOfKey.get(key)
    if (earlier === undefined) rowOfKey.set(key, rowNumber)
    else if (citizenId) {
      found.push({ ...warning('citizenIdTwice', 'citizenId', citizenId, String(earlier)), severity: 'error' })
    } else if (headOfHousehold) {
      found.push(warning('householdTwice', 'headOfHousehold', headOfHousehold, String(earlier)))
    }
    if (categoryDecision !== null && category === null) {
      found.push(warning('categoryDecisionAlone', 'categoryDecision', categoryDecision, null))
    }
    return found
  }
}

/** Gives the rows of merged cells what only the first of them states. */
function fillMerged(
  rows: readonly HouseholdListRow[],
  merged: readonly MergedCells[],
  columns: readonly HeaderColumn[],
): void {
  if (merged.length === 0) return
  const factsOfRow = new Map(rows.map(({ rowNumber, facts }) => [rowNumber, facts]))
  for (const { column, firstRowNumber, lastRowNumber } of merged) {
    const meaning = columns.find((candidate) => candidate.column === column)?.meaning
    const first = factsOfRow.get(firstRowNumber)
    if (meaning?.kind !== 'field' || !SHARED_FIELDS.includes(meaning.field) || !first) continue
    const shared = first[meaning.field]
    for (let rowNumber = firstRowNumber + 1; rowNumber <= lastRowNumber; rowNumber++) {
      const facts = factsOfRow.get(rowNumber)
      if (facts && facts[meaning.field] === null) Object.assign(facts, { [meaning.field]: shared })
    }
  }
}

export interface RowsToRead {
  columns: readonly HeaderColumn[]
  /** The rows above the header. */
  titles: readonly TableRow[]
  today: Day
  corrections: ListChoices['corrections']
}

/** Reads the rows below a header one by one. Throws a `TableFault` past the most rows. */
export function rowsReader({ columns, titles, today, corrections }: RowsToRead): RowsReader {
  const inOrder = readingOrder(columns)
  const classify = rowClassifier(columns)
  const surroundings = surroundingsOf(titles)
  const correctionsOf = correctionsByRow(corrections)
  const households: HouseholdListRow[] = []
  const blocked = new Set<number>()
  const findings: ListFinding[] = []
  const skippedRowNumbers: number[] = []

  function tell({ rowNumber, facts }: HouseholdListRow, told: readonly Told[]): void {
    for (const { text, ...finding } of told) {
      findings.push({ rowNumber, ...finding, proposed: proposedMend(finding, text, facts, today) })
      if (finding.severity === 'error') blocked.add(rowNumber)
    }
  }

  function readHousehold(row: TextRow): void {
    const { rowNumber } = row
    const { facts, told } = readFacts(row, inOrder, correctionsOf.get(rowNumber) ?? NO_CORRECTIONS, today)
    told.push(...compareFacts(facts, told))
    facts.hamlet ??= surroundings.hamlet
    facts.communeName ??= surroundings.communeName
    facts.category ??= surroundings.category
    tell({ rowNumber, facts }, told)
    households.push({ rowNumber, facts })
    if (households.length > MOST_ROWS) throw new TableFault('tooManyRows', `More than ${MOST_ROWS} rows`)
  }

  return {
    read(row) {
      const texts = row.cells.map(cellText)
      const kind = classify(texts)
      if (kind.kind === 'household') return readHousehold({ ...row, texts })
      if (kind.kind === 'hamletHeading') surroundings.hamlet = kind.hamlet
      if (kind.kind === 'categoryHeading') surroundings.category = kind.category
      if (kind.kind === 'communeHeading') Object.assign(surroundings, { communeName: kind.communeName, hamlet: null })
      if (kind.kind !== 'blank') skippedRowNumbers.push(row.rowNumber)
      if (skippedRowNumbers.length > MOST_ROWS) throw new TableFault('tooManyRows', `More than ${MOST_ROWS} rows`)
    },
    end(merged) {
      fillMerged(households, merged, columns)
      const foundAcross = acrossRows()
      for (const household of households) tell(household, foundAcross(household))
      findings.sort((one, other) => one.rowNumber - other.rowNumber)
      const rows = households.filter(({ rowNumber }) => !blocked.has(rowNumber))
      const blockedRows = households.filter(({ rowNumber }) => blocked.has(rowNumber))
      return { rows, blockedRows, findings, skippedRowNumbers, rowCount: households.length }
    },
  }
}
