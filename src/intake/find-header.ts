/** Finds the header of a list among its first rows: below the titles, in one to three rows, in any order of columns. */

import type { ListField } from '../domain/household-list.ts'
import { tidyText } from '../domain/vietnamese.ts'
import { type ColumnMeaning, isHeaderText, meaningOfHeader } from './column-names.ts'
import type { Cell, TableRow } from './table-source.ts'

/** A header stands within so many rows that hold something. */
export const ROWS_WITH_HEADER = 40
const TALLEST_HEADER = 3

export interface HeaderColumn {
  /** From 0. */
  column: number
  /** The texts above the column, from top to bottom. */
  texts: string[]
  meaning: ColumnMeaning | null
}

export interface Header {
  firstRowNumber: number
  lastRowNumber: number
  /** Columns with a header, from left to right. */
  columns: HeaderColumn[]
  /** How sure we are: the number of fields it names, with some taken off for rows that look like data. */
  score: number
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? tidyText(cell) : ''
}

/** Numbers of a list's own, not words: a citizen ID, a phone, a year, a date. */
function looksLikeData(cell: Cell): boolean {
  if (cell === null) return false
  if (typeof cell !== 'string') return typeof cell !== 'number' || cell > 50
  return /^[\d\s./-]{4,}$/.test(cell.trim())
}

/**
 * The texts above each column. A cell left blank beside a group's title belongs to that group when something stands
 * below it: merged cells hold their text in the first cell only.
 */
function textsAbove(band: readonly TableRow[]): string[][] {
  const width = Math.max(...band.map(({ cells }) => cells.length))
  const columns: string[][] = Array.from({ length: width }, () => [])
  band.forEach(({ cells }, level) => {
    let group = ''
    for (let column = 0; column < width; column++) {
      const text = textOf(cells[column])
      if (text) group = isHeaderText(text) ? text : ''
      const hasBelow = band.slice(level + 1).some((row) => textOf(row.cells[column]))
      if (text ? group : group && hasBelow) columns[column]?.push(group)
    }
  })
  return columns
}

function distinctFields(columns: readonly HeaderColumn[]): Set<ListField> {
  const fields = columns.flatMap(({ meaning }) =>
    meaning?.kind === 'field' ? [meaning.field] : meaning?.kind === 'categoryMark' ? ['category' as const] : [],
  )
  return new Set(fields)
}

/** These rows read as a header; null where no column of theirs is the household's name. */
function readBand(band: readonly TableRow[]): Header | null {
  const columns = textsAbove(band).flatMap((texts, column) =>
    texts.length > 0 ? [{ column, texts, meaning: meaningOfHeader(texts) }] : [],
  )
  const fields = distinctFields(columns)
  if (!fields.has('headOfHousehold')) return null
  const hasRunningNumber = columns.some(({ meaning }) => meaning?.kind === 'runningNumber')
  if (fields.size + Number(hasRunningNumber) < 2) return null
  const dataCells = band.flatMap(({ cells }) => cells.filter(looksLikeData)).length
  const moreRows = band.length - 1
  const bonus = onlyDividesGroups(band, columns) ? moreRows / 2 : 0
  const score = fields.size + Number(hasRunningNumber) / 2 + bonus - moreRows / 4 - dataCells
  const firstRowNumber = band[0]?.rowNumber ?? 0
  return { firstRowNumber, lastRowNumber: band.at(-1)?.rowNumber ?? 0, columns: keepOnePerField(columns), score }
}

/**
 * Whether the lower rows of a band only divide the groups of its first: no name, no running number, nothing but
 * words.
 */
function onlyDividesGroups(band: readonly TableRow[], columns: readonly HeaderColumn[]): boolean {
  const heads = columns.filter(({ meaning }) => meaning?.kind === 'runningNumber' || isNameColumn(meaning))
  return band.slice(1).every(({ cells }) => {
    const written = cells.filter((cell) => cell !== null)
    const isUnderHead = heads.some(({ column }) => textOf(cells[column]))
    return written.length >= 2 && !isUnderHead && written.every((cell) => isHeaderText(textOf(cell)))
  })
}

function isNameColumn(meaning: ColumnMeaning | null): boolean {
  return meaning?.kind === 'field' && meaning.field === 'headOfHousehold'
}

/** Fields that may stand in several columns: the birth year under "Nam" and "Nữ", one mark column per category. */
const IN_SEVERAL_COLUMNS: readonly ListField[] = ['birthYear', 'category']

/** Where two columns claim one field, the first has it and the other stays unmatched, which the clerk is told. */
function keepOnePerField(columns: readonly HeaderColumn[]): HeaderColumn[] {
  const taken = new Set<ListField>()
  return columns.map((column) => {
    const { meaning } = column
    if (meaning?.kind !== 'field' || IN_SEVERAL_COLUMNS.includes(meaning.field)) return column
    if (taken.has(meaning.field)) return { ...column, meaning: null }
    taken.add(meaning.field)
    return column
  })
}

/** The best header among the first rows of a sheet; null where none names the household and anything else of it. */
export function findHeader(rows: readonly TableRow[]): Header | null {
  let best: Header | null = null
  for (let start = 0; start < Math.min(rows.length, ROWS_WITH_HEADER); start++) {
    for (let height = 1; height <= TALLEST_HEADER; height++) {
      const header = readBand(rows.slice(start, start + height))
      if (header && header.score > (best?.score ?? 0)) best = header
    }
  }
  return best
}
