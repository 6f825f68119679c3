/** Lines copied out of a sheet, as the fields of a form take them: name, unit, quantity, unit price. */

import { readFigure } from '../../domain/figure.ts'
import { type Dong, isDong, LARGEST_AMOUNT_DONG, lineAmountDong } from '../../domain/money.ts'

/** A line while it is being typed. */
export interface LineValues {
  name: string
  unitOfMeasure: string
  quantity: number | string
  unitPriceDong: number | string
}

export const EMPTY_LINE: LineValues = { name: '', unitOfMeasure: '', quantity: 1, unitPriceDong: '' }

export const LINE_FIELDS = ['name', 'unitOfMeasure', 'quantity', 'unitPriceDong'] as const
export type LineField = (typeof LINE_FIELDS)[number]

/** A line nobody has begun; the quantity is there from the start. */
export function isBlankLine({ name, unitOfMeasure, unitPriceDong }: LineValues): boolean {
  return name.trim() === '' && unitOfMeasure.trim() === '' && unitPriceDong === ''
}

/** The lines that were begun, by their place in the form; the first where none was. */
export function begunLines(lines: readonly LineValues[]): number[] {
  const begun = [...lines.keys()].filter((at) => !isBlankLine(lines[at] ?? EMPTY_LINE))
  return begun.length > 0 ? begun : [0]
}

/** A line as the office takes it. What is no number goes as it is: the office names the field. */
export function lineOf({ quantity, unitPriceDong, ...line }: LineValues) {
  const price = unitPriceDong === '' ? Number.NaN : Number(unitPriceDong)
  return { ...line, quantity: quantity === '' ? Number.NaN : Number(quantity), unitPriceDong: price as Dong }
}

/** A line's amount while it is being typed; null while it is none yet. */
export function typedAmountDong(line: LineValues): Dong | null {
  const { quantity, unitPriceDong } = lineOf(line)
  const isAmount = quantity > 0 && isDong(unitPriceDong) && quantity * unitPriceDong <= LARGEST_AMOUNT_DONG
  return isAmount ? lineAmountDong(quantity, unitPriceDong) : null
}

/** The sum of what is an amount already; null where it is more than an amount may be. */
export function typedSumDong(lines: readonly LineValues[]): Dong | null {
  const sum = lines.reduce((total, line) => total + (typedAmountDong(line) ?? 0), 0)
  return isDong(sum) ? sum : null
}

/** Cells of tab-separated text; a cell in quotes may hold tabs, breaks and doubled quotes, as Excel copies them. */
export function readPastedCells(text: string): string[][] {
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|\r|$)/gy
  const rows: string[][] = [[]]
  for (const [whole, quoted, plain, end] of text.matchAll(cells)) {
    if (whole === '' && rows.at(-1)?.length === 0) break
    const cell = (quoted?.replaceAll('""', '"') ?? plain ?? '').replace(/\s+/g, ' ').trim()
    rows.at(-1)?.push(cell)
    if (end === '') break
    if (end !== '\t') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}

/** A price is whole đồng, so in 150,000 the comma stands between thousands. */
function readPrice(text: string): number | null {
  const figure = readFigure(/^\d{1,3},\d{3}\D*$/.test(text.trim()) ? text.replace(',', '') : text)
  return figure !== null && isDong(figure) ? figure : null
}

/** Tổng, cộng: with all their marks, for “công” is work. */
const SUM = /^(tổng|cộng)(?!\p{L})/iu

/** The header, a last line that only adds up and a column of ordinals before the names are no part of the lines. */
function withoutOrnaments(rows: string[][]): string[][] {
  const isSum = (row: string[]) => SUM.test(row.find((cell) => cell !== '')?.normalize('NFC') ?? '')
  const isHeader = (row: string[]) => row.length >= 3 && row.slice(2).every((cell) => readFigure(cell) === null)
  const lines = rows.filter((row, at) => !isSum(row) && !(at === 0 && rows.length > 1 && isHeader(row)))
  const isNumbered = ([first = '', second = '']: string[]) => /^\d{1,3}$/.test(first) && readFigure(second) === null
  return lines.every(isNumbered) ? lines.map((row) => row.slice(1)) : lines
}

/**
 * What a clerk pasted into a field: one partial line per row, beginning with that field. Null where it is a single
 * cell, which the field takes by itself.
 */
export function readPastedLines(text: string, from: LineField): Partial<LineValues>[] | null {
  const cells = readPastedCells(text)
  if (cells.length === 0 || (cells.length === 1 && cells[0]?.length === 1)) return null
  const rows = from === 'name' ? withoutOrnaments(cells) : cells
  const fields = LINE_FIELDS.slice(LINE_FIELDS.indexOf(from))
  return rows.map((row) => {
    const line: Partial<LineValues> = {}
    for (const [at, field] of fields.entries()) {
      const cell = row[at]
      if (cell === undefined) break
      if (field === 'quantity') line.quantity = readFigure(cell) ?? ''
      else if (field === 'unitPriceDong') line.unitPriceDong = readPrice(cell) ?? ''
      else line[field] = cell
    }
    return line
  })
}

/** The lines with what was pasted laid over them from one line on; new lines join at the end. */
export function withPasted(
  lines: readonly LineValues[],
  at: number,
  pasted: readonly Partial<LineValues>[],
): LineValues[] {
  const count = Math.max(lines.length, at + pasted.length)
  return Array.from({ length: count }, (_, index) => ({
    ...(lines[index] ?? EMPTY_LINE),
    ...(index >= at ? pasted[index - at] : {}),
  }))
}
