/**
 * Which column is read as what. The clerk's word stands above what was remembered of this sender, that above what the
 * header says, and that above what the values look like.
 */

import { createHash } from 'node:crypto'
import type { Day } from '../domain/day.ts'
import type { ColumnBasis, ListChoices, ListField, ListLayout } from '../domain/household-list.ts'
import { searchKey } from '../domain/vietnamese.ts'
import { confidenceOfHeader, guessesOf } from './column-content.ts'
import { type ColumnMeaning, isFindingsHeader } from './column-names.ts'
import { fieldOf, type Header, type HeaderColumn, IN_SEVERAL_COLUMNS } from './find-header.ts'
import { isBlankText } from './read-cell.ts'

export interface MatchedColumn extends HeaderColumn {
  basis: ColumnBasis | null
  /** 0 to 1. */
  confidence: number
}

/** Under a header that nobody knows, only values of such a shape are believed. */
const KNOWN_BY_SHAPE: readonly string[] = ['citizenId', 'customerCode', 'phone', 'category', 'headOfHousehold']
/** A guess against an unknown header is worth less. */
const UNKNOWN_HEADER = 0.8

/** The values of each column below the header, blanks left out. */
export function valuesByColumn(rows: readonly (readonly string[])[]): string[][] {
  const width = rows.reduce((widest, texts) => Math.max(widest, texts.length), 0)
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((texts) => (isBlankText(texts[column] ?? '') ? [] : [texts[column] ?? ''])),
  )
}

function byHeader(column: HeaderColumn, values: readonly string[]): MatchedColumn {
  const field = fieldOf(column)
  const isMark = column.meaning?.kind === 'categoryMark'
  if (field === null) return { ...column, basis: column.meaning && 'header', confidence: column.meaning ? 1 : 0 }
  return { ...column, basis: 'header', confidence: isMark ? 0.9 : confidenceOfHeader(field, values) }
}

/** Gives columns that no header explains the field that their values look like, the surest first, each field once. */
function guessByContent(columns: MatchedColumn[], values: readonly string[][], today: Day): void {
  const taken = new Set<string>(columns.flatMap(({ meaning }) => fieldOf({ meaning }) ?? []))
  const open = columns.filter(({ meaning }) => meaning === null)
  const guesses = open.flatMap((column) => {
    const hasHeader = column.texts.length > 0
    return guessesOf(values[column.column] ?? [], today)
      .filter(({ field }) => !hasHeader || KNOWN_BY_SHAPE.includes(field))
      .map(({ field, confidence }) => ({
        column,
        field,
        confidence: hasHeader ? confidence * UNKNOWN_HEADER : confidence,
      }))
  })
  for (const { column, field, confidence } of guesses.sort((one, other) => other.confidence - one.confidence)) {
    if (column.meaning !== null || taken.has(field)) continue
    const meaning: ColumnMeaning = field === 'runningNumber' ? { kind: 'runningNumber' } : { kind: 'field', field }
    Object.assign(column, { meaning, basis: 'content', confidence })
    if (field !== 'runningNumber') taken.add(field)
  }
}

/** Reads columns as somebody said, and no other column as what is now read there. */
function readAsTold(
  columns: MatchedColumn[],
  told: readonly { columnNumber: number; field: ListField | null }[],
  basis: ColumnBasis,
): void {
  const numbers = new Set(told.map(({ columnNumber }) => columnNumber))
  const moved = new Set(told.flatMap(({ field }) => (field && !IN_SEVERAL_COLUMNS.includes(field) ? field : [])))
  for (const column of columns) {
    const field = fieldOf(column)
    if (field === null || !moved.has(field) || numbers.has(column.column + 1)) continue
    Object.assign(column, { meaning: null, basis: null, confidence: 0 })
  }
  for (const { columnNumber, field } of told) {
    const column = columns.find((candidate) => candidate.column === columnNumber - 1)
    if (!column) continue
    const keepsMarks = field === 'category' && column.meaning?.kind === 'categoryMark'
    const meaning: ColumnMeaning = field === null ? { kind: 'ignored' } : { kind: 'field', field }
    Object.assign(column, { meaning: keepsMarks ? column.meaning : meaning, basis, confidence: 1 })
  }
}

export interface ToMatch {
  header: Header
  /** The first values of each column (from 0) below the header. */
  values: readonly string[][]
  layouts: readonly ListLayout[]
  choices: Pick<ListChoices, 'columns'>
  today: Day
}

export interface Matched {
  /** Every column with a header or with values, from left to right. */
  columns: MatchedColumn[]
  /** What a sender's lists are recognised by. */
  headerSignature: string
}

/** Says of every column what it is read as. */
export function matchColumns({ header, values, layouts, choices, today }: ToMatch): Matched {
  const width = Math.max(values.length, (header.columns.at(-1)?.column ?? -1) + 1)
  const headed = new Map(header.columns.map((column) => [column.column, column]))
  const columns = Array.from({ length: width }, (_, column): MatchedColumn => {
    return byHeader(headed.get(column) ?? { column, texts: [], meaning: null }, values[column] ?? [])
  }).filter(({ column, texts }) => texts.length > 0 || (values[column]?.length ?? 0) > 0)
  guessByContent(columns, values, today)
  const headerSignature = signatureOf(columns)
  const layout = layouts.find((candidate) => candidate.headerSignature === headerSignature)
  if (layout) readAsTold(columns, layout.columns, 'remembered')
  readAsTold(columns, choices.columns, 'clerk')
  return { columns, headerSignature }
}

/**
 * The hash of the folded headers with the columns they stand in: the same whatever their capitals, spaces and marks,
 * whatever row they stand in, and with or without the findings that we sent back. A list without a header is
 * recognised by what its columns hold.
 */
function signatureOf(columns: readonly MatchedColumn[]): string {
  const hasHeader = columns.some(({ texts }) => texts.length > 0)
  const names = columns.flatMap(({ column, texts, meaning }) => {
    if (isFindingsHeader(texts)) return []
    const name = hasHeader ? searchKey(texts.join(' ')) : (fieldOf({ meaning }) ?? '')
    return name ? [`${column + 1}:${name}`] : []
  })
  return createHash('sha256')
    .update(`${hasHeader}|${names.join('|')}`)
    .digest('hex')
}
