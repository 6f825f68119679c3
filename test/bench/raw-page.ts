/**
 * The parts that the baselines of papers share, drawn by hand with raw pdfkit, the copy that pdfmake itself draws with,
 * in the same fonts and sizes as ours. They know one page only: no smaller type for a long one.
 */

import { createWriteStream } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { create } from 'qrcode'
import type { PaperOffice } from '../../src/documents/paper-data.ts'
import { type Day, formatDayInWords } from '../../src/domain/day.ts'
import { groupDigits } from '../../src/domain/digits.ts'

interface TextOptions {
  width?: number
  align?: 'left' | 'center' | 'right' | 'justify'
  indent?: number
  continued?: boolean
}

/** The part of pdfkit that the page is drawn with. */
export interface Pdf {
  y: number
  font(name: string): Pdf
  fontSize(size: number): Pdf
  text(text: string, x: number, y: number, options?: TextOptions): Pdf
  text(text: string, options?: TextOptions): Pdf
  moveTo(x: number, y: number): Pdf
  lineTo(x: number, y: number): Pdf
  lineWidth(width: number): Pdf
  stroke(): Pdf
  rect(x: number, y: number, width: number, height: number): Pdf
  fill(colour: string): Pdf
  addPage(): Pdf
  registerFont(name: string, file: string): Pdf
  pipe(stream: NodeJS.WritableStream): unknown
  end(): void
  outline: { addItem(title: string): unknown }
}

export const MM = 72 / 25.4
export const LEFT = 30 * MM
export const WIDTH = 165 * MM
const MARGINS = { left: LEFT, top: 20 * MM, right: 15 * MM, bottom: 20 * MM }
export const INDENT = 10 * MM
export function centred(
  pdf: Pdf,
  texts: [font: string, size: number, text: string][],
  x: number,
  width: number,
  top: number,
) {
  pdf.y = top
  for (const [font, size, text] of texts) pdf.font(font).fontSize(size).text(text, x, pdf.y, { width, align: 'center' })
}

function rule(pdf: Pdf, x: number, y: number, length: number) {
  pdf.moveTo(x, y).lineTo(x + length, y)
  pdf.lineWidth(0.75).stroke()
}

/** Answers where the head ends. */
export function drawHead(
  pdf: Pdf,
  { office, documentNumber, issuedOn }: { office: PaperOffice; documentNumber: string; issuedOn: Day },
): number {
  const top = MARGINS.top
  const leftWidth = WIDTH * 0.42
  const name = office.officeName.toUpperCase()
  const above: [string, number, string][] = [
    ['normal', 12, office.parentOrganisation.toUpperCase()],
    ['bold', 12, name],
  ]
  centred(pdf, above, LEFT, leftWidth, top)
  const ruleLength = Math.min(name.length * 7.3, leftWidth) * 0.42
  rule(pdf, LEFT + (leftWidth - ruleLength) / 2, pdf.y + 3, ruleLength)
  centred(pdf, [['normal', 13, `Số: ${documentNumber}`]], LEFT, leftWidth, pdf.y + 8)
  const headEnd = pdf.y
  const rightX = LEFT + leftWidth + 6
  const rightWidth = WIDTH - leftWidth - 6
  const state: [string, number, string][] = [
    ['bold', 11.9, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['bold', 13, 'Độc lập - Tự do - Hạnh phúc'],
  ]
  centred(pdf, state, rightX, rightWidth, top)
  rule(pdf, rightX + (rightWidth - 159) / 2, pdf.y + 3, 159)
  const dated = `${office.place}, ${formatDayInWords(issuedOn)}`
  centred(pdf, [['italic', 13, dated]], rightX, rightWidth, pdf.y + 8)
  return Math.max(headEnd, pdf.y)
}

function drawCode(pdf: Pdf, code: string, x: number, y: number, side: number) {
  const { modules } = create([{ data: code, mode: 'numeric' }], { errorCorrectionLevel: 'H' })
  const module = (18 * MM) / modules.size
  const left = x + (side - 18 * MM) / 2
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0, start = 0; column <= modules.size; column++) {
      if (column < modules.size && modules.data[row * modules.size + column] === 1) continue
      if (column > start) pdf.rect(left + start * module, y + row * module, (column - start) * module, module)
      start = column + 1
    }
  }
  pdf.fill('black')
  centred(pdf, [['normal', 8, groupDigits(code)]], x, side, y + 18 * MM + 3)
}

/** The title and its subject, the code on the left. Answers where both end. */
export function drawTitle(pdf: Pdf, [title, subject]: [string, string], code: string, top: number): number {
  const side = 26 * MM
  drawCode(pdf, code, LEFT, top, side)
  const codeEnd = pdf.y
  const texts: [string, number, string][] = [
    ['bold', 14, title],
    ['bold', 13, subject],
  ]
  centred(pdf, texts, LEFT + side, WIDTH - 2 * side, top + 6)
  return Math.max(pdf.y, codeEnd)
}

export interface RawTable {
  fontSize: number
  /** With the room at the sides; 0 takes what is left. */
  widths: readonly number[]
  alignments: readonly ('left' | 'center' | 'right')[]
  heads: readonly string[]
  rows: readonly (readonly string[])[]
  /** A last row whose label spans the columns before the one of its figures; null where there is none. */
  total: { label: string; column: number; figures: string } | null
}

/** Draws a row's texts and answers where it ends; the lines come afterwards, when all ends are known. */
function drawRow(
  pdf: Pdf,
  { fontSize, alignments }: RawTable,
  { edges, top }: { edges: readonly number[]; top: number },
  texts: readonly string[],
  font: string,
): number {
  pdf.font(font).fontSize(fontSize)
  let end = top
  texts.forEach((text, column) => {
    const x = edges[column] ?? 0
    const width = (edges[column + 1] ?? 0) - x - 6
    const align = font === 'bold' ? 'center' : (alignments[column] ?? 'left')
    if (text) pdf.text(text, x + 3, top + 1.5, { width, align })
    end = Math.max(end, pdf.y + 1.5)
  })
  return end
}

/** From where the last text ended; leaves `y` below the table. */
export function drawTable(pdf: Pdf, table: RawTable): void {
  const { widths, heads, rows, total, fontSize, alignments } = table
  const named = widths.reduce((sum, width) => sum + width, 0)
  const edges = [LEFT]
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + (width || WIDTH - named))
  const rowEdges = [pdf.y]
  const add = (texts: readonly string[], font: string) =>
    rowEdges.push(drawRow(pdf, table, { edges, top: rowEdges.at(-1) ?? 0 }, texts, font))
  add(heads, 'bold')
  for (const row of rows) add(row, 'normal')
  const totalTop = rowEdges.at(-1) ?? 0
  if (total) {
    const labelWidth = (edges[total.column] ?? 0) - LEFT
    pdf
      .font('bold')
      .fontSize(fontSize)
      .text(total.label, LEFT, totalTop + 1.5, { width: labelWidth, align: 'center' })
    const x = edges[total.column] ?? 0
    const width = (edges[total.column + 1] ?? 0) - x - 6
    pdf.text(total.figures, x + 3, totalTop + 1.5, { width, align: alignments[total.column] ?? 'right' })
    rowEdges.push(pdf.y + 1.5)
  }
  const bottom = rowEdges.at(-1) ?? 0
  pdf.lineWidth(0.5)
  for (const y of rowEdges) pdf.moveTo(LEFT, y).lineTo(LEFT + WIDTH, y)
  edges.forEach((x, edge) => {
    const isUnderTotal = total !== null && edge > 0 && edge < total.column
    pdf.moveTo(x, rowEdges[0] ?? 0).lineTo(x, isUnderTotal ? totalTop : bottom)
  })
  pdf.stroke()
  pdf.y = bottom
}

/** Roles, manners and names, side by side, with 25 mm to sign in. */
export function drawSigners(pdf: Pdf, signers: readonly [string, string, string][], top: number, size: number): void {
  const width = (WIDTH - 6 * (signers.length - 1)) / signers.length
  const row = (font: string, fontSize: number, part: 0 | 1 | 2, y: number) => {
    let end = y
    signers.forEach((signer, index) => {
      const text = part === 0 ? signer[part].toUpperCase() : signer[part]
      centred(pdf, [[font, fontSize, text]], LEFT + index * (width + 6), width, y)
      end = Math.max(end, pdf.y)
    })
    return end
  }
  const rolesEnd = row('bold', size, 0, top)
  const mannersEnd = row('italic', size - 1, 1, rolesEnd)
  row('bold', size, 2, mannersEnd + 25 * MM)
}

/** Draws each paper onto a page of its own, with a bookmark, into one PDF streamed to its file. */
export async function drawPages<Paper extends { documentNumber: string; household: { headOfHousehold: string } }>(
  papers: Iterable<Paper>,
  { file, fontFolder }: { file: string; fontFolder: string },
  draw: (pdf: Pdf, paper: Paper) => void,
): Promise<void> {
  const require = createRequire(import.meta.resolve('pdfmake'))
  const PdfDocument = require('pdfkit') as new (options: object) => Pdf
  const pdf = new PdfDocument({ size: 'A4', margins: MARGINS, autoFirstPage: false, pdfVersion: '1.7' })
  const styles = { normal: 'regular', bold: 'bold', italic: 'italic', boldItalic: 'bold-italic' }
  for (const [name, style] of Object.entries(styles)) pdf.registerFont(name, join(fontFolder, `tinos-${style}.ttf`))
  const stream = createWriteStream(file)
  pdf.pipe(stream)
  for (const paper of papers) {
    pdf.addPage()
    pdf.outline.addItem(`${paper.documentNumber} ${paper.household.headOfHousehold}`)
    draw(pdf, paper)
  }
  pdf.end()
  await finished(stream)
}
