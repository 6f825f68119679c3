/**
 * The parts of pdfmake 0.3.11 and qrcode that documents stands on; neither package brings types. Versions are pinned.
 * pdfmake's modules are CommonJS with a default export, which Node hands over whole and other loaders unwrapped.
 */

// biome-ignore-all lint/style/noDefaultExport: this is how these packages export.

declare module 'pdfmake/js/PDFDocument.js' {
  /** An object of the file that others refer to. */
  export interface PdfReference {
    readonly id: number
    end(content?: string): void
  }
  export interface PdfPage {
    readonly width: number
    readonly height: number
    /** What the page draws with, by the names its content uses. */
    readonly fonts: Record<string, PdfReference>
    readonly xobjects: Record<string, PdfReference>
  }
  /** Where a glyph stands and how far the next one is, in thousandths of the font's size. */
  export interface GlyphPosition {
    readonly xAdvance: number
    /** The glyph's own width, without kerning. */
    readonly advanceWidth: number
    readonly xOffset: number
    readonly yOffset: number
  }
  export interface EmbeddedFont {
    /** The font as fontkit reads it, table by table. */
    readonly font: { _tables: Record<string, unknown> }
    /** Its name in the content of pages. */
    readonly id: string
    /** In thousandths of its size, as all its measures. */
    readonly ascender: number
    /** Glyphs as four hexadecimal digits each; from now on they are part of the file. */
    encode(text: string): [glyphs: string[], positions: GlyphPosition[]]
    layout(text: string, features: undefined, onlyWidth: true): { advanceWidth: number }
    lineHeight(size: number): number
    ref(): PdfReference
  }
  /** pdfmake's pdfkit document: a readable stream of the file's bytes. */
  export interface PdfDocument {
    readonly page: PdfPage
    readonly outline: { addItem(title: string, options: { fit: boolean }): unknown }
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
    addPage(options: { size: readonly [width: number, height: number]; margin: number }): PdfDocument
    /** Operators for the page at hand, whose origin is its upper left corner. */
    addContent(operators: string): PdfDocument
    ref(data: Record<string, unknown>): PdfReference
    read(): Uint8Array | null
    end(): void
  }
  export type PdfFonts = Record<string, { normal: string; bold: string; italics: string; bolditalics: string }>
  export type PdfDocumentConstructor = new (
    fonts: PdfFonts,
    images: Record<never, never>,
    patterns: Record<never, never>,
    attachments: Record<never, never>,
    options: {
      pdfVersion: '1.7'
      autoFirstPage: false
      font: null
      /** Whether each font keeps every word it was ever asked for. */
      fontLayoutCache: boolean
      compress: boolean
      lang: string
      displayTitle: boolean
      info: { Title: string; Creator: string; Producer: string; CreationDate: Date }
    },
    virtualFiles: null,
    localAccessPolicy: (path: string) => boolean,
  ) => PdfDocument
  const exported: { default: PdfDocumentConstructor } | PdfDocumentConstructor
  export default exported
}

declare module 'pdfmake/js/Line.js' {
  export interface MeasuredFont {
    readonly ascender: number
    lineHeight(size: number): number
    widthOfString(text: string, size: number): number
  }
  /** A word with the space behind it. */
  export interface Inline {
    readonly text: string
    readonly width: number
    /** As the text had it. */
    readonly bold: boolean
    readonly italics: boolean
    /** Which of the texts it is of, where they had a number. */
    readonly textIndex?: number
    /** From the beginning of its line; known once it is in one. */
    readonly x: number
  }
  export interface Line {
    /** Of its left end; unset until the line is placed or its alignment moves it. */
    readonly x?: number
    readonly y?: number
    readonly maxWidth: number
    readonly inlines: readonly Inline[]
    getAscenderHeight(): number
  }
  /** Where lines and words find the width they have. */
  export interface Context {
    context(): { readonly availableWidth: number }
  }
}

declare module 'pdfmake/js/TextInlines.js' {
  import type { Inline, MeasuredFont } from 'pdfmake/js/Line.js'

  /** Answers what a text itself does not say of its look. */
  export interface Style {
    auto(item: unknown, ask: () => void): void
    getProperty(name: string): unknown
  }
  export type TextInlinesConstructor = new (fonts: {
    provideFont(family: string, bold: boolean, italics: boolean): MeasuredFont
  }) => { buildInlines(texts: readonly object[], style: Style): { items: Inline[]; minWidth: number } }
  const exported: { default: TextInlinesConstructor } | TextInlinesConstructor
  export default exported
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Context, Inline, Line } from 'pdfmake/js/Line.js'

  export interface Vector {
    readonly type: string
    readonly x: number
    readonly y: number
    readonly w: number
    readonly h: number
    readonly color?: string
    readonly x1: number
    readonly y1: number
    readonly x2: number
    readonly y2: number
    readonly lineWidth?: number
    readonly dash?: { readonly length: number } | null
    /** Which of the paper's codes stands here. */
    readonly codeIndex?: number
  }
  export interface LaidOutPage {
    readonly items: readonly (
      | { readonly type: 'line'; readonly item: Line }
      | { readonly type: 'vector'; readonly item: Vector }
    )[]
  }
  export interface LayoutBuilder {
    registerTableLayouts(layouts: Record<string, unknown>): void
    layoutDocument(
      content: unknown,
      document: unknown,
      styles: Record<never, never>,
      defaultStyle: { font: string; fontSize: number },
    ): LaidOutPage[]
    /** Takes as many words from the front as the line has room for; null when there are none. */
    buildNextLine(this: { writer: Context }, text: { _inlines: Inline[] }): Line | null
  }
  export interface LayoutBuilderConstructor {
    new (
      pageSize: { width: number; height: number },
      margins: { left: number; top: number; right: number; bottom: number },
      svgMeasure: Record<never, never>,
    ): LayoutBuilder
    readonly prototype: LayoutBuilder
  }
  const exported: { default: LayoutBuilderConstructor } | LayoutBuilderConstructor
  export default exported
}

declare module 'pdfmake/js/ElementWriter.js' {
  import type { Context, Line } from 'pdfmake/js/Line.js'

  export interface ElementWriter {
    alignLine(this: Context, line: Line): void
  }
  export interface ElementWriterConstructor {
    new (context: unknown): ElementWriter
    readonly prototype: ElementWriter
  }
  const exported: { default: ElementWriterConstructor } | ElementWriterConstructor
  export default exported
}

declare module 'qrcode' {
  export function create(
    segments: readonly { data: string; mode: 'numeric' | 'byte' }[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H'; maskPattern?: number },
  ): { modules: { size: number; data: Uint8Array } }
}
