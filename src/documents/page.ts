/**
 * What a paper is made of before it is drawn: plain blocks of text, tables and lines, a small part of what pdfmake lays
 * out. There is no block for pictures, links or files here, so text that people typed can only ever be printed.
 */

/** Points per millimetre: papers are measured in millimetres, pages are laid out in points. */
export const MM = 72 / 25.4

export type Alignment = 'left' | 'center' | 'right' | 'justify'
/** Left, top, right, bottom, in points. */
export type Margin = readonly [number, number, number, number]

/** How a block looks; sizes in points. What is left out comes from the block around it. */
export interface Look {
  fontSize?: number
  bold?: boolean
  italics?: boolean
  alignment?: Alignment
  margin?: Margin
  /** First line of a paragraph. */
  leadingIndent?: number
  /** For short texts that must stay on one line: also the faster way. */
  noWrap?: boolean
}

/** Places on a paper that are looked for again when it comes back: the recipient's signature, the paper's code. */
export type Mark = 'recipientSignature' | 'code'

export interface TextBlock extends Look {
  text: string | readonly TextRun[]
  /** Marks the room above the text: its upper margin. */
  mark?: Mark
}
export interface TextRun {
  text: string
  bold?: boolean
  italics?: boolean
}
export interface StackBlock extends Look {
  stack: readonly Block[]
  unbreakable?: boolean
  /** What is marked inside does not count, because this part of the paper is given away. */
  isGivenAway?: boolean
}
export interface ColumnsBlock extends Look {
  columns: readonly (Block & { width?: number | '*' })[]
  columnGap?: number
}
export interface TableBlock extends Look {
  table: {
    widths: readonly (number | '*')[]
    body: readonly (readonly Cell[])[]
    headerRows?: number
    /** The least height of a row. */
    heights?: number | ((row: number) => number)
    dontBreakRows?: boolean
  }
  layout: 'ruled'
  pageBreak?: 'before'
}
export type Cell = Block & { colSpan?: number }
export type Line =
  | { type: 'rect'; x: number; y: number; w: number; h: number; color: 'black' }
  | {
      type: 'line'
      x1: number
      y1: number
      x2: number
      y2: number
      lineWidth: number
      dash?: { length: number }
    }
export interface CanvasBlock extends Look {
  canvas: readonly Line[]
  absolutePosition?: { x: number; y: number }
}

/** A QR code of exactly these digits; it is marked as the paper's code. */
export interface CodeBlock extends Look {
  code: string
  sidePt: number
}

export type Block = TextBlock | StackBlock | ColumnsBlock | TableBlock | CanvasBlock | CodeBlock

/** Where something marked stands: the page from 1, the rest in points from the page's upper left corner. */
export interface MarkedBox {
  mark: Mark
  page: number
  x: number
  y: number
  width: number
  height: number
}

/** The heights, in points, that blocks take when each is laid out alone at a width. */
export type Measure = (blocks: readonly Block[], widthPt: number) => number[]

/**
 * One paper. `layouts` goes from roomy to tight: the first that takes at most `fitsOnPages` pages is printed, or the
 * roomiest when none does. Each is a function, so that the tight ones are made only when they are needed.
 */
export interface PageDefinition {
  /** Names the paper in the file's properties and in the bookmarks of a batch. */
  title: string
  pageSize: { width: number; height: number }
  margins: Margin
  layouts: readonly ((measure: Measure) => Block[])[]
  fitsOnPages: number
  /** A large pale MẪU across the page, once per sheet that may be cut off; 0 on a paper that counts. */
  practiceMarks: 0 | 1 | 2
}

const A4_WIDTH = 210 * MM
const A4_HEIGHT = 297 * MM

/** A4 upright; margins by Nghị định 30/2020/NĐ-CP, Phụ lục I: 20 mm above and below, 30 mm left, 15 mm right. */
export const A4_UPRIGHT = {
  pageSize: { width: A4_WIDTH, height: A4_HEIGHT },
  margins: [30 * MM, 20 * MM, 15 * MM, 20 * MM],
} as const satisfies Pick<PageDefinition, 'pageSize' | 'margins'>

/** A4 on its side, for wide tables. */
export const A4_LANDSCAPE = {
  pageSize: { width: A4_HEIGHT, height: A4_WIDTH },
  margins: A4_UPRIGHT.margins,
} as const satisfies Pick<PageDefinition, 'pageSize' | 'margins'>

/** Two A5 forms side by side on one A4 sheet, to be cut apart in the middle. */
export const A5_TWO_UP = {
  pageSize: { width: A4_HEIGHT, height: A4_WIDTH },
  margins: [13 * MM, 9 * MM, 13 * MM, 9 * MM],
} as const satisfies Pick<PageDefinition, 'pageSize' | 'margins'>

/** Width between the margins, in points. */
export function contentWidthPt({ pageSize, margins }: Pick<PageDefinition, 'pageSize' | 'margins'>): number {
  return pageSize.width - margins[0] - margins[2]
}

/** Height between the margins, in points. */
export function contentHeightPt({ pageSize, margins }: Pick<PageDefinition, 'pageSize' | 'margins'>): number {
  return pageSize.height - margins[1] - margins[3]
}

/** The sizes of one layout, in points. `gap` is the room after a paragraph, `signing` the room for a signature. */
export interface Scale {
  body: number
  table: number
  gap: number
  signing: number
}

/** For a full A4 page: the decree's 13 first, smaller only so that a long paper stays on its page. */
export const A4_SCALES: readonly Scale[] = [
  { body: 13, table: 12, gap: 6, signing: 25 * MM },
  { body: 13, table: 11, gap: 2, signing: 25 * MM },
  { body: 12, table: 11, gap: 3, signing: 25 * MM },
  { body: 11, table: 10, gap: 3, signing: 25 * MM },
  { body: 10, table: 9, gap: 2, signing: 22 * MM },
  { body: 9, table: 8, gap: 1, signing: 18 * MM },
]

export const A5_SCALES: readonly Scale[] = [
  { body: 11, table: 10, gap: 3, signing: 25 * MM },
  { body: 10, table: 9, gap: 2, signing: 25 * MM },
  { body: 9, table: 8, gap: 2, signing: 22 * MM },
  { body: 8, table: 7.5, gap: 1, signing: 18 * MM },
  { body: 7, table: 6.5, gap: 0, signing: 15 * MM },
]
