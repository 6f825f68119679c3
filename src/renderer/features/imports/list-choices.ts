/** What a clerk says of how a list is to be read, one thing at a time. Pure: each answers the choices that follow. */

import type { ImportPreview } from '../../../contract/imports.ts'
import { type ListChoices, type ListField, NO_CHOICES } from '../../../domain/household-list.ts'
import type { LegacyEncoding } from '../../../domain/legacy-vietnamese.ts'

export type Correction = ListChoices['corrections'][number]
type Columns = ImportPreview['columns']

/** Another sheet has other rows and columns: what was said of the first is not meant for it. */
export function withSheet(sheetName: string): ListChoices {
  return { ...NO_CHOICES, sheetName }
}

/** Another header has other columns below it; cells that were mended stay as they were mended. */
export function withHeader(choices: ListChoices, headerRowNumber: number): ListChoices {
  return { ...choices, headerRowNumber, columns: [] }
}

/** What a column holds once the clerk's word is taken. */
export function fieldOf(columns: Columns, choices: ListChoices, columnNumber: number): ListField | null {
  const said = choices.columns.find((column) => column.columnNumber === columnNumber)
  return said ? said.field : (columns.find((column) => column.columnNumber === columnNumber)?.field ?? null)
}

/** The column that holds a field; undefined where none does. */
export function columnOf(columns: Columns, choices: ListChoices, field: ListField): number | undefined {
  return columns.find(({ columnNumber }) => fieldOf(columns, choices, columnNumber) === field)?.columnNumber
}

/** A field stands in one column: where another held it, that one is no longer read. Categories may have one each. */
export function withField(
  columns: Columns,
  choices: ListChoices,
  columnNumber: number,
  field: ListField | null,
): ListChoices {
  const others = columns.filter(
    (column) =>
      field !== null &&
      field !== 'category' &&
      column.columnNumber !== columnNumber &&
      fieldOf(columns, choices, column.columnNumber) === field,
  )
  const said = [{ columnNumber, field }, ...others.map((other) => ({ columnNumber: other.columnNumber, field: null }))]
  const isSaid = (number: number) => said.some((column) => column.columnNumber === number)
  return { ...choices, columns: [...choices.columns.filter((column) => !isSaid(column.columnNumber)), ...said] }
}

export function withEncoding(choices: ListChoices, columnNumber: number, encoding: LegacyEncoding | null): ListChoices {
  const others = choices.encodings.filter((column) => column.columnNumber !== columnNumber)
  return { ...choices, encodings: [...others, { columnNumber, encoding }] }
}

/** What a cell is known by. */
export const cellKey = (rowNumber: number, field: ListField) => `${rowNumber} ${field}`

/** Cells as they were mended, by their key. */
export function correctedCells({ corrections }: ListChoices): ReadonlyMap<string, string> {
  return new Map(corrections.map(({ rowNumber, field, text }) => [cellKey(rowNumber, field), text]))
}

/** A cell has one correction, the last. */
export function withCorrections(choices: ListChoices, corrections: readonly Correction[]): ListChoices {
  const mended = correctedCells({ ...choices, corrections: [...corrections] })
  const others = choices.corrections.filter(({ rowNumber, field }) => !mended.has(cellKey(rowNumber, field)))
  return { ...choices, corrections: [...others, ...corrections] }
}
