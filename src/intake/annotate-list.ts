/** Gives a list back to its sender: their own file with one more column, which says what is wrong with each row. */

import { extname } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { formatDay } from '../domain/day.ts'
import type { HouseholdList, ListSource } from '../domain/household-list.ts'
import { encodeLegacy } from '../domain/legacy-vietnamese.ts'
import type { ListFinding } from '../domain/list-finding.ts'
import { annotateText } from './annotate-text.ts'
import { annotateXlsx } from './annotate-xlsx.ts'
import { columnLetters } from './column-letters.ts'
import { type Cell, TableFault, type TableRow, type TextEncoding } from './formats/table-source.ts'
import { type OpenedSource, type WithSource, withSource } from './open-source.ts'

export interface Annotation {
  wordsOf: (finding: ListFinding) => string
  /** The new column's header. */
  header: string
}

export interface AnnotatedList {
  bytes: Buffer
  /** Without a dot: the sender's own, or xlsx where the workbook had to be made anew. */
  extension: string
  /** Rows with something to say. */
  rowCount: number
}

const ROWS_FOR_LETTERS = 240

/** What is said of each row, by its number: everything that was found in it, in one text. */
function textsOf({ findings }: HouseholdList, wordsOf: Annotation['wordsOf']): Map<number, string> {
  const texts = new Map<number, string>()
  for (const finding of findings) {
    const { rowNumber } = finding
    const said = texts.get(rowNumber)
    texts.set(rowNumber, said ? `${said} ${wordsOf(finding)}` : wordsOf(finding))
  }
  return texts
}

function plainValue(cell: Cell | undefined): string | number | boolean | null {
  if (cell === undefined || cell === null) return null
  return typeof cell === 'object' ? formatDay(cell.day) : cell
}

/** A new workbook of the sheet's values, for formats that we read and do not write; legacy letters become Unicode. */
async function newWorkbook(
  { table }: OpenedSource,
  { sheetName, columns }: HouseholdList,
  texts: ReadonlyMap<number, string>,
): Promise<Buffer> {
  const sheet = table.sheets.find(({ name }) => name === sheetName)
  if (!sheet) throw new TableFault('broken', `No sheet ${sheetName}`)
  const read: TableRow[] = []
  for await (const row of sheet.rows()) read.push(row)
  const encodings = columns.flatMap(({ columnNumber, conversion }) =>
    conversion ? [{ columnNumber, encoding: conversion.encoding }] : [],
  )
  const letters = columnLetters(read.slice(0, ROWS_FOR_LETTERS), {
    fontOf: sheet.fontOf,
    encodings,
    isLegacyText: false,
  })
  const width = read.reduce((widest, { cells }) => Math.max(widest, cells.length), 0)
  const rows: (string | number | boolean | null)[][] = []
  for (const { rowNumber, cells } of read) {
    while (rows.length < rowNumber - 1) rows.push([])
    const values = letters.converted(cells).map(plainValue)
    const text = texts.get(rowNumber)
    rows.push(text === undefined ? values : [...values, ...Array(width - values.length).fill(null), text])
  }
  return Buffer.from(await writeXlsx({ sheets: [{ name: sheetName || 'Danh sách', rows }] }))
}

/** In a text file of a legacy font the new column is for the same font. */
function asTheFileWrites(
  texts: ReadonlyMap<number, string>,
  textEncoding: TextEncoding,
  { columns }: HouseholdList,
): ReadonlyMap<number, string> {
  const encoding = columns.find(({ conversion }) => conversion !== null)?.conversion?.encoding
  if (textEncoding !== 'windows-1252' || !encoding) return texts
  return new Map([...texts].map(([rowNumber, text]) => [rowNumber, encodeLegacy(text, encoding)]))
}

async function annotate(opened: OpenedSource, list: HouseholdList, annotation: Annotation): Promise<AnnotatedList> {
  const texts = textsOf(list, annotation.wordsOf)
  const rowCount = texts.size
  const { headerRowNumber, sheetName } = list
  if (headerRowNumber > 0) texts.set(headerRowNumber, annotation.header)
  const { bytes, fileName, table } = opened
  const ownExtension = extname(fileName).slice(1).toLowerCase()
  if (table.format === 'xlsx') {
    const extension = ownExtension === 'xlsm' ? 'xlsm' : 'xlsx'
    return { bytes: await annotateXlsx(bytes, { sheetName, texts, headerRowNumber }), extension, rowCount }
  }
  if (table.format === 'csv' && table.textEncoding) {
    const written = asTheFileWrites(texts, table.textEncoding, list)
    return { bytes: annotateText(bytes, table.textEncoding, written), extension: ownExtension || 'csv', rowCount }
  }
  return { bytes: await newWorkbook(opened, list, texts), extension: 'xlsx', rowCount }
}

/**
 * Answers the sender's own file with a column of findings. `list` is the reading of this very source. An .xlsx keeps
 * all else as it is, a text file its encoding and delimiter; other formats become a new .xlsx of the sheet's values.
 * Refuses what `withSource` refuses. No text of it is ever a formula.
 */
export function annotateList(
  source: ListSource,
  list: HouseholdList,
  annotation: Annotation,
): Promise<WithSource<AnnotatedList>> {
  return withSource(source, (opened) => annotate(opened, list, annotation))
}
