/** The sheet of a month's indicators while it is being typed: plain data, cell by cell. */

import type { Input } from '../../../../contract/contract.ts'
import type { MonthIndicator } from '../../../../contract/indicators.ts'
import { formatFigure, readFigure } from '../../../../domain/figure.ts'
import {
  type IndicatorEntry,
  type IndicatorKind,
  type IndicatorProblem,
  type IndicatorVerdict,
  indicatorProblem,
  indicatorValue,
  indicatorVerdict,
} from '../../../../domain/indicator.ts'
import { readPastedCells } from '../../../components/pasted-lines.ts'

export const SHEET_FIELDS = ['numerator', 'denominator'] as const
export type SheetField = (typeof SHEET_FIELDS)[number]

/** What was typed, by indicator; a cell nobody touched shows what stands entered. */
export type TypedCells = Readonly<Record<string, Readonly<Partial<Record<SheetField, string>>>>>

export function cellText(typed: TypedCells, line: MonthIndicator, field: SheetField): string {
  const entered = line[field]
  return typed[line.code]?.[field] ?? (entered === null ? '' : formatFigure(entered))
}

export function withTyped(typed: TypedCells, code: string, field: SheetField, text: string): TypedCells {
  return { ...typed, [code]: { ...typed[code], [field]: text } }
}

/** Null for an empty cell, NaN for what is no figure. Cases are whole, so among them 1,234 is a thousand and more. */
export function readCell(kind: IndicatorKind, text: string): number | null {
  const bare = text.trim()
  if (bare === '') return null
  const isThousands = kind !== 'average' && /^\d{1,3},\d{3}$/.test(bare)
  const figure = readFigure(isThousands ? bare.replace(',', '') : bare.replace(/^[-−]/, ''))
  if (figure === null) return Number.NaN
  return /^[-−]/.test(bare) ? -figure : figure
}

function entryOf(typed: TypedCells, line: MonthIndicator): IndicatorEntry {
  return {
    numerator: readCell(line.kind, cellText(typed, line, 'numerator')),
    denominator: line.denominatorName === null ? null : readCell(line.kind, cellText(typed, line, 'denominator')),
  }
}

/** What a line comes to as it is typed. */
export interface Reckoned {
  value: number | null
  verdict: IndicatorVerdict
  problem: IndicatorProblem | null
}

export function reckon(typed: TypedCells, line: MonthIndicator): Reckoned {
  const entry = entryOf(typed, line)
  const problem = indicatorProblem(line.kind, entry)
  if (problem) return { value: null, verdict: 'notEntered', problem }
  return { value: indicatorValue(line.kind, entry), verdict: indicatorVerdict(line, entry), problem: null }
}

/** The lines that say something else than what stands entered, as the office takes them. */
export function changedEntries(
  typed: TypedCells,
  lines: readonly MonthIndicator[],
): Input<'indicators.enter'>['entries'] {
  return lines.flatMap((line) => {
    const { numerator, denominator } = entryOf(typed, line)
    const isSame = Object.is(numerator, line.numerator) && Object.is(denominator, line.denominator)
    return isSame ? [] : [{ code: line.code, numerator, denominator }]
  })
}

/**
 * Cells copied in Excel, laid over the sheet from one cell on: the second column, where there is one, goes into the
 * denominators, and a count has none. Null where it is a single cell, which the field takes by itself.
 */
export function withPastedCells(
  typed: TypedCells,
  lines: readonly MonthIndicator[],
  from: { at: number; field: SheetField },
  text: string,
): TypedCells | null {
  const rows = readPastedCells(text)
  if (rows.length === 0 || (rows.length === 1 && rows[0]?.length === 1)) return null
  const fields = SHEET_FIELDS.slice(SHEET_FIELDS.indexOf(from.field))
  return rows.reduce((sheet, row, index) => {
    const line = lines[from.at + index]
    if (!line) return sheet
    return fields.reduce((so, field, column) => {
      const cell = row[column]
      const isThere = cell !== undefined && (field === 'numerator' || line.denominatorName !== null)
      return isThere ? withTyped(so, line.code, field, cell) : so
    }, sheet)
  }, typed)
}

/** The next line up or down that has the cell; null past the first and the last one. */
export function nextLine(
  lines: readonly MonthIndicator[],
  from: { at: number; field: SheetField },
  step: 1 | -1,
): number | null {
  for (let at = from.at + step; at >= 0 && at < lines.length; at += step) {
    if (from.field === 'numerator' || lines[at]?.denominatorName !== null) return at
  }
  return null
}
