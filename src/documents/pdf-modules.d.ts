/**
 * The parts of pdfmake 0.3.11 and qrcode that documents stands on; neither package brings types. Versions are pinned.
 * pdfmake's modules are CommonJS with a default export, which Node hands over whole and other loaders unwrapped.
 */

declare module 'pdfmake/js/PDFDocument.js' {
  interface PdfPage {
    readonly width: number
    readonly height: number
  }
  /** A font as fontkit reads it, table by table. */
  interface EmbeddedFont {
    readonly font: { _tables: Record<string, unknown> }
  }
  /** pdfmake's pdfkit document: a readable stream of the file's bytes. */
  interface PdfDocument {
    readonly page: PdfPage
    readonly outline: { addItem(title: string, options: { fit: boolean }): unknown }
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
    fontSize(size: number): PdfDocument
    fillColor(color: string): PdfDocument
    widthOfString(text: string): number
    currentLineHeight(): number
    text(text: string, x: number, y: number, options: { lineBreak: boolean }): PdfDocument
    rotate(degrees: number, options: { origin: readonly [number, number] }): PdfDocument
    save(): PdfDocument
    restore(): PdfDocument
    on(event: 'pageAdded', listener: () => void): PdfDocument
    off(event: 'pageAdded', listener: () => void): PdfDocument
    read(): Uint8Array | null
    end(): void
  }
  type PdfFonts = Record<string, { normal: string; bold: string; italics: string; bolditalics: string }>
  type PdfDocumentConstructor = new (
    fonts: PdfFonts,
    images: Record<never, never>,
    patterns: Record<never, never>,
    attachments: Record<never, never>,
    options: {
      pdfVersion: '1.7'
      autoFirstPage: false
      font: null
      compress: boolean
      lang: string
      displayTitle: boolean
      info: { Title: string; Creator: string; Producer: string; CreationDate: Date }
    },
    virtualFiles: null,
    localAccessPolicy: (path: string) => boolean,
  ) => PdfDocument
  const exported: { default: PdfDocumentConstructor } | PdfDocumentConstructor
  export = exported
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  interface LaidOutInline {
    text: string
    readonly x: number
    width: number
    readonly font: unknown
    readonly fontSize: number
  }
  interface LaidOutPage {
    readonly items: readonly (
      | { readonly type: 'line'; readonly item: { inlines: readonly LaidOutInline[] } }
      | { readonly type: 'vector' }
    )[]
  }
  type LayoutBuilderConstructor = new (
    pageSize: { width: number; height: number },
    margins: { left: number; top: number; right: number; bottom: number },
    svgMeasure: Record<never, never>,
  ) => {
    registerTableLayouts(layouts: Record<string, unknown>): void
    layoutDocument(
      content: unknown,
      document: unknown,
      styles: Record<never, never>,
      defaultStyle: { font: string; fontSize: number },
      background?: undefined,
      header?: ((page: number) => unknown) | undefined,
    ): LaidOutPage[]
  }
  const exported: { default: LayoutBuilderConstructor } | LayoutBuilderConstructor
  export = exported
}

declare module 'pdfmake/js/Renderer.js' {
  type RendererConstructor = new (document: unknown) => { renderPages(pages: readonly unknown[]): void }
  const exported: { default: RendererConstructor } | RendererConstructor
  export = exported
}

declare module 'qrcode' {
  export function create(
    segments: readonly { data: string; mode: 'numeric' | 'byte' }[],
    options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' },
  ): { modules: { size: number; data: Uint8Array } }
}
