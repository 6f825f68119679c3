/** The pieces papers are put together from: paragraphs, ruled tables, signatures. Sizes in points. */

import { amountInWords } from '../domain/amount-in-words.ts'
import { assertNever } from '../domain/brand.ts'
import { formatFigure } from '../domain/figure.ts'
import { type Dong, formatDong } from '../domain/money.ts'
import {
  type Alignment,
  type Block,
  type CanvasBlock,
  type Cell,
  type Line,
  type Look,
  type Mark,
  MM,
  type Scale,
  type TableBlock,
  type TextRun,
} from './page.ts'
import type { PaperPerson } from './paper-data.ts'

const FIRST_LINE = 10 * MM

/** A justified paragraph whose first line is indented by 1 cm (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function paragraph(text: string | readonly TextRun[], { body, gap }: Scale, look: Look = {}): Block {
  return { text, fontSize: body, alignment: 'justify', leadingIndent: FIRST_LINE, margin: [0, 0, 0, gap], ...look }
}

/** A line of "label: value" parts; a value that is not known leaves its part out. Null where nothing is known. */
export function factsLine(parts: readonly (readonly [string, string | null])[], scale: Scale): Block | null {
  const known = parts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []))
  if (known.length === 0) return null
  return { text: `${known.join('; ')}.`, fontSize: scale.body, margin: [FIRST_LINE, 0, 0, scale.gap / 2] }
}

/** Room to write whoever takes a gift for the household, with the relation and the paper shown. */
export function proxyToWriteOn(look: { widthPt: number; scale: Scale }): Block[] {
  return [writingLine('Người nhận thay, quan hệ', look), writingLine('Giấy tờ người nhận thay', look)]
}

/** People in one line, each with the office or post they hold: "Trần Thị Thu (Cán bộ), Y Bhăm". */
export function peopleNamed(people: readonly PaperPerson[]): string {
  return people.map(({ fullName, title }) => (title ? `${fullName} (${title})` : fullName)).join(', ')
}

export function blocks(...some: readonly (Block | null)[]): Block[] {
  return some.filter((block) => block !== null)
}

/** What a letter of a label takes on average, in ems, with a little to spare. */
const LETTER_EMS = 0.48

/** A label and dots to write on, up to a share of the width there is. */
export function writingLine(label: string, { widthPt, scale }: { widthPt: number; scale: Scale }, share = 1): Block {
  const labelPt = (label.length + 1) * scale.body * LETTER_EMS
  return {
    columns: [
      { width: labelPt, text: `${label}:`, noWrap: true },
      { width: '*', ...dots(widthPt * share - labelPt, [scale.body * 1.05]) },
    ],
    columnGap: 0,
    fontSize: scale.body,
    margin: [0, scale.body * 0.45, 0, 0],
  }
}

/** Lines of dots over a width, one below the other. */
export function writingLines(count: number, widthPt: number, heightPt: number): Block {
  return dots(
    widthPt,
    Array.from({ length: count }, (_, index) => heightPt * (index + 1)),
  )
}

function dots(lengthPt: number, heights: readonly number[]): CanvasBlock {
  const dotted = { type: 'line', x1: 0, x2: lengthPt, lineWidth: 0.75, dash: { length: 1 } } as const
  return { canvas: heights.map((y) => ({ ...dotted, y1: y, y2: y })) }
}

const BOX_LINE = 0.75

/** A square to tick. */
export function tickBox(sidePt: number): Block {
  const end = sidePt + BOX_LINE / 2
  const edge = (x1: number, y1: number, x2: number, y2: number): Line => ({
    type: 'line',
    x1,
    y1,
    x2,
    y2,
    lineWidth: BOX_LINE,
  })
  return {
    canvas: [
      edge(-BOX_LINE / 2, 0, end, 0),
      edge(sidePt, 0, sidePt, sidePt),
      edge(-BOX_LINE / 2, sidePt, end, sidePt),
      edge(0, 0, 0, sidePt),
    ],
  }
}

/** "Bằng chữ" below a total, as vouchers have it. */
export function amountInWordsLine(amountDong: Dong, scale: Scale): Block {
  const words: TextRun[] = [
    { text: 'Bằng chữ: ' },
    { text: `${amountInWords(amountDong)}.`, bold: true, italics: true },
  ]
  return { text: words, fontSize: scale.body, margin: [0, scale.gap / 2, 0, scale.gap] }
}

/** A number as Vietnamese papers write it: 1.250 or 2,5. */
export function formatQuantity(quantity: number): string {
  return formatFigure(quantity)
}

/** A column: what its head says, its width without the room at its sides, and how its cells stand. */
export interface Column {
  head: string
  width: number | '*'
  alignment: Alignment
}

export function headCells(columns: readonly Column[]): Cell[] {
  return columns.map(({ head }) => ({ text: head, bold: true, alignment: 'center' }))
}

export function rowCells(columns: readonly Column[], texts: readonly string[]): Cell[] {
  return columns.map(({ alignment }, index) => ({ text: texts[index] ?? '', alignment }))
}

/** Rows to fill in by hand. */
export function emptyRows(columns: readonly Column[], count: number): Cell[][] {
  return Array.from({ length: count }, () =>
    rowCells(
      columns,
      columns.map(() => ''),
    ),
  )
}

/** A row whose label spans the columns before `amountColumn`, with the amount in that one and the rest empty. */
export function totalCells(columns: readonly Column[], amountColumn: number, label: string, amountDong: Dong): Cell[] {
  return columns.map((_, index): Cell => {
    if (index === 0) return { text: label, bold: true, alignment: 'center', colSpan: amountColumn }
    if (index === amountColumn) return { text: formatDong(amountDong), bold: true, alignment: 'right' }
    return { text: '' }
  })
}

/** A table with ruled lines whose head is repeated on each page and whose rows are never split. */
export function ruledTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], look: Look): TableBlock {
  return {
    table: {
      widths: columns.map(({ width }) => width),
      headerRows: 1,
      dontBreakRows: true,
      body: [headCells(columns), ...rows],
    },
    layout: 'ruled',
    ...look,
  }
}

/** Gifts, work and material are listed alike: seven columns ending in the line's amount and a note. */
export function itemColumns(nameHead: string, fontSize: number): readonly Column[] {
  const wide = (ems: number) => ems * fontSize
  return [
    { head: 'STT', width: wide(2), alignment: 'center' },
    { head: nameHead, width: '*', alignment: 'left' },
    { head: 'ĐVT', width: wide(3.6), alignment: 'center' },
    { head: 'Số lượng', width: wide(3), alignment: 'right' },
    { head: 'Đơn giá (đồng)', width: wide(5.4), alignment: 'right' },
    { head: 'Thành tiền (đồng)', width: wide(5.8), alignment: 'right' },
    { head: 'Ghi chú', width: wide(3.4), alignment: 'left' },
  ]
}
export const ITEM_AMOUNT_COLUMN = 5

/** One who signs: what stands above the room for the signature, how to sign, and the name below where it is known. */
export interface Signer {
  role: string
  manner: 'signature' | 'signatureOrThumbprint' | 'signatureAndSeal'
  fullName: string | null
  /** Marks the room for this signature. */
  mark?: Mark
}

function mannerText(manner: Signer['manner']): string {
  switch (manner) {
    case 'signature':
      return '(Ký, ghi rõ họ tên)'
    case 'signatureOrThumbprint':
      return '(Ký, ghi rõ họ tên hoặc điểm chỉ)'
    case 'signatureAndSeal':
      return '(Ký, ghi rõ họ tên, đóng dấu)'
    default:
      return assertNever(manner)
  }
}

/**
 * Signatures side by side, kept on one page. Roles, manners and names are three rows, so that the names stand level
 * however long the roles are.
 */
export function signatures(signers: readonly Signer[], { body, signing }: Scale): Block {
  const row = (texts: readonly string[], look: Look): Block => ({
    columns: texts.map((text) => ({ text, width: '*', alignment: 'center' })),
    columnGap: 6,
    ...look,
  })
  const size = signers.length > 3 ? body - 1.5 : body
  const roles = signers.map(({ role }) => role.toUpperCase())
  const manners = signers.map(({ manner }) => mannerText(manner))
  return {
    stack: [
      row(roles, { fontSize: size, bold: true }),
      row(manners, { fontSize: size - 1, italics: true }),
      {
        columns: signers.map(({ fullName, mark }) => ({
          text: fullName ?? '',
          width: '*',
          alignment: 'center',
          margin: [0, signing, 0, 0],
          ...(mark ? { mark } : {}),
        })),
        columnGap: 6,
        fontSize: size,
        bold: true,
      },
    ],
    unbreakable: true,
    margin: [0, body / 2, 0, 0],
  }
}
