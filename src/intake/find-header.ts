/** Finds the header of a list among its first rows: below the titles, in one to three rows, in any order of columns. */

import type { ListField } from '../domain/household-list.ts'
import { tidyText } from '../domain/vietnamese.ts'
import { type ColumnMeaning, isHeaderText, meaningOfHeader } from './column-names.ts'
import type { Cell, TableRow } from './formats/table-source.ts'

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

/** The field a column is read as; null where it is not read. */
export function fieldOf({ meaning }: Pick<HeaderColumn, 'meaning'>): ListField | null {
  if (meaning?.kind === 'categoryMark') return 'category'
  return meaning?.kind === 'field' ? meaning.field : null
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
  return new Set(columns.flatMap((column) => fieldOf(column) ?? []))
}

/** These rows read as a header, whatever it names. */
function readBand(band: readonly TableRow[]): Header & { fields: Set<ListField> } {
  const columns = textsAbove(band).flatMap((texts, column) =>
    texts.length > 0 ? [{ column, texts, meaning: meaningOfHeader(texts) }] : [],
  )
  const fields = distinctFields(columns)
  const hasRunningNumber = columns.some(({ meaning }) => meaning?.kind === 'runningNumber')
  const dataCells = band.flatMap(({ cells }) => cells.filter(looksLikeData)).length
  const moreRows = band.length - 1
  const bonus = onlyDividesGroups(band, columns) ? moreRows / 2 : 0
  const score = fields.size + Number(hasRunningNumber) / 2 + bonus - moreRows / 4 - dataCells
  const firstRowNumber = band[0]?.rowNumber ?? 0
  const lastRowNumber = band.at(-1)?.rowNumber ?? 0
  return { firstRowNumber, lastRowNumber, columns: keepOnePerField(columns), score, fields }
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
export const IN_SEVERAL_COLUMNS: readonly ListField[] = ['birthYear', 'category']

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

/** A header names the household and anything else of it, were it only the running number. */
function namesHousehold({ fields, columns }: ReturnType<typeof readBand>): boolean {
  const hasRunningNumber = columns.some(({ meaning }) => meaning?.kind === 'runningNumber')
  return fields.has('headOfHousehold') && fields.size + Number(hasRunningNumber) >= 2
}

/** The column of names goes by a word that we do not know, and enough others by words that we do. */
function namesTheRest({ fields }: ReturnType<typeof readBand>): boolean {
  return fields.size >= 2
}

function bestHeader(rows: readonly TableRow[], isHeader: (band: ReturnType<typeof readBand>) => boolean) {
  let best: Header | null = null
  for (let start = 0; start < Math.min(rows.length, ROWS_WITH_HEADER); start++) {
    for (let height = 1; height <= TALLEST_HEADER; height++) {
      const header = readBand(rows.slice(start, start + height))
      if (isHeader(header) && header.score > (best?.score ?? 0)) best = header
    }
  }
  return best
}

/**
 * The best header among the first rows of a sheet: one that names the household and anything else of it or, if there
 * is none, one that names two things of it. Null where nothing in them is a header.
 */
export function findHeader(rows: readonly TableRow[]): Header | null {
  return bestHeader(rows, namesHousehold) ?? bestHeader(rows, namesTheRest)
}

/** The header whose last row the clerk pointed at; how many rows it takes is found. */
export function headerAt(rows: readonly TableRow[], lastRowNumber: number): Header {
  const last = rows.findIndex(({ rowNumber }) => rowNumber === lastRowNumber)
  const none = { firstRowNumber: lastRowNumber, lastRowNumber, columns: [], score: 0 }
  if (last < 0) return none
  const heights = Array.from({ length: Math.min(TALLEST_HEADER, last + 1) }, (_, index) => index + 1)
  const bands = heights.map((height) => readBand(rows.slice(last + 1 - height, last + 1)))
  return bands.reduce((best, band) => (band.score > best.score ? band : best))
}

/** Stands for the header of a list without one: what comes before its first full row are titles. */
export function noHeader(rows: readonly TableRow[]): Header {
  const filled = ({ cells }: TableRow) => cells.filter((cell) => cell !== null).length
  const widest = Math.max(0, ...rows.map(filled))
  const firstRowNumber = rows.find((row) => filled(row) >= Math.min(3, widest))?.rowNumber ?? 1
  return { firstRowNumber, lastRowNumber: firstRowNumber - 1, columns: [], score: 0 }
}
