/**
 * Turns the rows below a header into households: each cell by its column, the hamlet of a heading for those below it.
 */

import { citizenIdFacts } from '../domain/citizen-id.ts'
import type { Day } from '../domain/day.ts'
import { CATEGORY_NAMES } from '../domain/household-category.ts'
import type { HouseholdListRow } from '../domain/household-list.ts'
import { blankListedHousehold, type ListedHousehold, type ListField } from '../domain/household-list.ts'
import type { ListFinding, ListFindingCode } from '../domain/list-finding.ts'
import { rowClassifier } from './classify-row.ts'
import type { Header, HeaderColumn } from './find-header.ts'
import { communeIn, hamletHeading } from './place-in-text.ts'
import { type CellReading, cellText, readCategoryMark, readCell } from './read-cell.ts'
import { type MergedCells, MOST_ROWS, TableFault, type TableRow } from './table-source.ts'

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

type Told = Omit<ListFinding, 'rowNumber'>

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

function readColumn({ column, meaning }: HeaderColumn, { cells, texts }: TextRow, today: Day): CellReading {
  const text = texts[column] ?? ''
  if (meaning?.kind === 'field') return readCell(meaning.field, text, cells[column], today)
  if (meaning?.kind === 'categoryMark') return readCategoryMark(meaning.category, text)
  return { facts: {} }
}

/** A row's facts, and what the clerk must be told of its cells. */
function readFacts(row: TextRow, columns: readonly HeaderColumn[], today: Day) {
  const facts = blankListedHousehold('')
  const told: Told[] = []
  for (const column of columns) {
    const reading = readColumn(column, row, today)
    if (reading.finding) told.push(reading.finding)
    const kept = reading.facts.category
    if (kept && facts.category && kept !== facts.category) {
      told.push(warning('categoryTwice', 'category', CATEGORY_NAMES[facts.category], CATEGORY_NAMES[kept]))
    }
    Object.assign(facts, reading.facts)
  }
  return { facts, told: told.reverse() }
}

function warning(code: ListFindingCode, field: ListField, value: string, other: string | null): Told {
  return { field, severity: 'warning', code, value, mended: null, other }
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

/**
 * Reads the rows below a header one by one. `titles` are the rows above it. Throws a `TableFault` past the most rows.
 */
export function rowsReader(header: Header, titles: readonly TableRow[], today: Day): RowsReader {
  const columns = readingOrder(header.columns)
  const classify = rowClassifier(header.columns)
  const surroundings = surroundingsOf(titles)
  const households: HouseholdListRow[] = []
  const blocked = new Set<number>()
  const findings: ListFinding[] = []
  const skippedRowNumbers: number[] = []
  const rowOfCitizenId = new Map<string, number>()

  function readHousehold(row: TextRow): void {
    const { rowNumber } = row
    const { facts, told } = readFacts(row, columns, today)
    told.push(...compareFacts(facts, told))
    const { citizenId } = facts
    const earlier = citizenId ? rowOfCitizenId.get(citizenId) : undefined
    if (citizenId && earlier !== undefined) {
      told.push({ ...warning('citizenIdTwice', 'citizenId', citizenId, String(earlier)), severity: 'error' })
    } else if (citizenId) {
      rowOfCitizenId.set(citizenId, rowNumber)
    }
    for (const finding of told) findings.push({ rowNumber, ...finding })
    if (told.some(({ severity }) => severity === 'error')) blocked.add(rowNumber)
    facts.hamlet ??= surroundings.hamlet
    facts.communeName ??= surroundings.communeName
    facts.category ??= surroundings.category
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
      fillMerged(households, merged, header.columns)
      const rows = households.filter(({ rowNumber }) => !blocked.has(rowNumber))
      const blockedRows = households.filter(({ rowNumber }) => blocked.has(rowNumber))
      return { rows, blockedRows, findings, skippedRowNumbers, rowCount: households.length }
    },
  }
}
