/**
 * Which columns of a sheet are written in a legacy font, and every cell as a person would see it in that font. Decided
 * by column, before anything is tidied: in TCVN3 the letter ư is a soft hyphen.
 */

import type { HouseholdListColumn, ListChoices } from '../domain/household-list.ts'
import { decodeLegacy, type LegacyEncoding, legacyEncodingOf } from '../domain/legacy-vietnamese.ts'
import type { Cell, TableRow } from './formats/table-source.ts'

export type Conversion = Omit<NonNullable<HouseholdListColumn['conversion']>, 'before'>

export interface ColumnLetters {
  /** The cells with legacy letters made Unicode, not yet tidied. */
  converted(cells: readonly Cell[]): readonly Cell[]
  /** The conversion of a column, from 0, and whether the clerk chose it. */
  conversionOf(column: number): (Conversion & { isChosen: boolean }) | null
}

/** A font of each encoding: in a sheet that has such columns, a text elsewhere is judged as if it were in that font. */
const FONT_OF: Record<LegacyEncoding, string> = { tcvn3: '.VnTime', vni: 'VNI-Times' }

function isLegacyFont(font: string | null): boolean {
  return /^(\.vn|vni[- ])/i.test(font ?? '')
}

function textsOfColumn(rows: readonly TableRow[], column: number): string[] {
  return rows.flatMap(({ cells }) => {
    const cell = cells[column]
    return typeof cell === 'string' ? [cell] : []
  })
}

/** What most of the sheet's converted columns are written in. */
function commonest(encodings: readonly LegacyEncoding[]): LegacyEncoding | null {
  if (encodings.length === 0) return null
  const ofVni = encodings.filter((encoding) => encoding === 'vni').length
  return ofVni * 2 > encodings.length ? 'vni' : 'tcvn3'
}

/** So sure is a column whose font is none of theirs: a few short words may be legacy text by chance. */
const SURE = 0.85
/** Letters that no legacy text is made of; the header above one may have them. */
const UNICODE_ONLY = /[\u1ea0-\u1ef9]/

/** The conversion of each column: of those that are sure, and of others that then are the same. */
function findConversions(rows: readonly TableRow[], width: number, fontOf: (column: number) => string | null) {
  const found = new Map<number, Conversion>()
  const sure: LegacyEncoding[] = []
  for (let column = 0; column < width; column++) {
    const texts = textsOfColumn(rows, column)
    const font = fontOf(column)
    const conversion = legacyEncodingOf(texts, font)
    if (!conversion) continue
    found.set(column, conversion)
    const mayBeLegacy = texts.filter((text) => !UNICODE_ONLY.test(text))
    const isMostly = mayBeLegacy.length * 3 > texts.length * 2
    const isByWords = conversion.confidence >= SURE && isMostly && !isTooLittle(mayBeLegacy)
    if (isLegacyFont(font) || isByWords) sure.push(conversion.encoding)
  }
  for (const [column, { encoding }] of found) if (!sure.includes(encoding)) found.delete(column)
  return found
}

/** Whether so little of a column is more than ASCII (SĐT above numbers) that only its font could say what it is. */
function isTooLittle(texts: readonly string[]): boolean {
  return new Set(texts.filter((text) => /[^\0-\u007f]/.test(text))).size <= 2
}

export interface LettersToFind {
  fontOf: (column: number) => string | null
  /** What the clerk chose. */
  encodings: ListChoices['encodings']
  /** Whether the file has codes of one byte only, so that its letters are those of some legacy font. */
  isLegacyText: boolean
}

/**
 * Looks at the first rows of a sheet, header included. What the clerk chose stands above what was found. In a sheet
 * with such columns a header or divider in a column of numbers is converted, too, where that makes words of it.
 */
export function columnLetters(
  rows: readonly TableRow[],
  { fontOf, encodings, isLegacyText }: LettersToFind,
): ColumnLetters {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const chosen = new Map(encodings.map(({ columnNumber, encoding }) => [columnNumber - 1, encoding]))
  const conversions = findConversions(rows, width, fontOf)
  for (const [column, encoding] of chosen) {
    const capitals = /^\.vn.*h$/i.test(fontOf(column) ?? '')
    if (encoding) conversions.set(column, { encoding, capitals, confidence: 1 })
    else conversions.delete(column)
  }
  const isByFontAlone = Array.from({ length: width }, (_, column) => {
    return isLegacyText || (isLegacyFont(fontOf(column)) && isTooLittle(textsOfColumn(rows, column)))
  })
  const ofSheet = commonest([...conversions.values()].map(({ encoding }) => encoding))

  function convert(cell: Cell, column: number): Cell {
    if (typeof cell !== 'string' || !/[\u00a1-\uffff]/.test(cell)) return cell
    const conversion = conversions.get(column)
    if (conversion) return decodeLegacy(cell, conversion.encoding, { capitals: conversion.capitals })
    if (!ofSheet || chosen.has(column)) return cell
    const isStray = isByFontAlone[column] || legacyEncodingOf([cell], FONT_OF[ofSheet])?.encoding === ofSheet
    return isStray ? decodeLegacy(cell, ofSheet) : cell
  }

  return {
    converted: ofSheet ? (cells) => cells.map(convert) : (cells) => cells,
    conversionOf(column) {
      const conversion = conversions.get(column)
      return conversion ? { ...conversion, isChosen: chosen.has(column) } : null
    },
  }
}
