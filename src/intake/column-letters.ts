/**
 * Which columns of a sheet are written in a legacy font, and every cell as a person would see it in that font. Decided
 * by column, before anything is tidied: in TCVN3 the letter ư is a soft hyphen.
 */

import type { HouseholdListColumn, ListChoices } from '../domain/household-list.ts'
import { decodeLegacy, type LegacyEncoding, legacyEncodingOf } from '../domain/legacy-vietnamese.ts'
import type { Cell, TableRow } from './table-source.ts'

export type Conversion = Omit<NonNullable<HouseholdListColumn['conversion']>, 'before'>

export interface ColumnLetters {
  /** The cells with legacy letters made Unicode, not yet tidied. */
  converted(cells: readonly Cell[]): readonly Cell[]
  /** The conversion of a column, from 0. */
  conversionOf(column: number): Conversion | null
}

/** A font of each encoding: in a sheet that has such columns, a text elsewhere is judged as if it were in that font. */
const FONT_OF: Record<LegacyEncoding, string> = { tcvn3: '.VnTime', vni: 'VNI-Times' }

function textsOfColumn(rows: readonly TableRow[], column: number): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells[column]
    return typeof cell === 'string' ? [cell] : []
  })
}

/** What most of the sheet's converted columns are written in. */
function commonest(conversions: Iterable<Conversion>): LegacyEncoding | null {
  const counts = { tcvn3: 0, vni: 0 }
  for (const { encoding } of conversions) counts[encoding] += 1
  if (counts.tcvn3 + counts.vni === 0) return null
  return counts.tcvn3 >= counts.vni ? 'tcvn3' : 'vni'
}

/**
 * Looks at the first rows of a sheet, header included. What the clerk chose stands above what was found. In a sheet
 * with such columns a header or divider in a column of numbers is converted, too, where that makes words of it.
 */
export function columnLetters(
  rows: readonly TableRow[],
  fontOf: (column: number) => string | null,
  choices: ListChoices['encodings'],
): ColumnLetters {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const chosen = new Map(choices.map(({ columnNumber, encoding }) => [columnNumber - 1, encoding]))
  const conversions = new Map<number, Conversion>()
  for (let column = 0; column < width; column++) {
    const found = legacyEncodingOf(textsOfColumn(rows, column), fontOf(column))
    const choice = chosen.get(column)
    if (choice === undefined && found) conversions.set(column, found)
    if (choice) {
      conversions.set(column, { encoding: choice, capitals: found?.capitals ?? false, confidence: 1 })
    }
  }
  const ofSheet = commonest(conversions.values())

  function convert(cell: Cell, column: number): Cell {
    if (typeof cell !== 'string' || !/[\u00a1-\uffff]/.test(cell)) return cell
    const conversion = conversions.get(column)
    if (conversion) return decodeLegacy(cell, conversion.encoding, { capitals: conversion.capitals })
    const isStray = ofSheet && !chosen.has(column) && legacyEncodingOf([cell], FONT_OF[ofSheet])?.encoding === ofSheet
    return isStray ? decodeLegacy(cell, ofSheet) : cell
  }

  return {
    converted: ofSheet ? (cells) => cells.map(convert) : (cells) => cells,
    conversionOf: (column) => conversions.get(column) ?? null,
  }
}
